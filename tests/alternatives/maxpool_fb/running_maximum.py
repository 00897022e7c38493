"""A running maximum over the places within the window; the winner's place is kept."""

import numpy as np


def max_pool_forward_naive(x, pool_param):
    height, width, stride = (
        pool_param["pool_height"],
        pool_param["pool_width"],
        pool_param["stride"],
    )
    rows = (x.shape[2] - height) // stride + 1
    columns = (x.shape[3] - width) // stride + 1
    best, winner = None, None
    for place in range(height * width):
        u, v = divmod(place, width)
        tap = x[:, :, u : u + stride * rows : stride, v : v + stride * columns : stride]
        tap = tap[:, :, :rows, :columns]
        if best is None:
            best, winner = tap.copy(), np.zeros(tap.shape, dtype=int)
        else:
            better = tap > best
            best = np.where(better, tap, best)
            winner = np.where(better, place, winner)
    return best, {"winner": winner, "shape": x.shape, "window": (height, width), "stride": stride}


def max_pool_backward_naive(dout, cache):
    height, width = cache["window"]
    stride = cache["stride"]
    rows, columns = dout.shape[2:]
    dx = np.zeros(cache["shape"])
    for place in range(height * width):
        u, v = divmod(place, width)
        part = dx[:, :, u : u + stride * rows : stride, v : v + stride * columns : stride]
        part += np.where(cache["winner"] == place, dout, 0.0)
    return dx
