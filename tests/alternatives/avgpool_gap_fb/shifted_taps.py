"""Shifted copies of the image are added up, one for each place within the window."""

import numpy as np


def taps(pool_param, out_shape):
    s = pool_param["stride"]
    for u in range(pool_param["pool_height"]):
        for v in range(pool_param["pool_width"]):
            yield np.s_[:, :, u : u + s * out_shape[0] : s, v : v + s * out_shape[1] : s]


def avg_pool_forward(x, pool_param):
    p, s = pool_param["pad"], pool_param["stride"]
    area = pool_param["pool_height"] * pool_param["pool_width"]
    padded = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
    size = (
        (padded.shape[2] - pool_param["pool_height"]) // s + 1,
        (padded.shape[3] - pool_param["pool_width"]) // s + 1,
    )
    out = sum(padded[where] for where in taps(pool_param, size)) / area
    return out, {"param": pool_param, "padded": padded.shape, "area": area}


def avg_pool_backward(dout, cache):
    dpadded = np.zeros(cache["padded"])
    for where in taps(cache["param"], dout.shape[2:]):
        dpadded[where] += dout / cache["area"]
    p = cache["param"]["pad"]
    return dpadded[:, :, p : cache["padded"][2] - p, p : cache["padded"][3] - p]


def global_avg_pool_forward(x):
    return np.average(x, axis=(2, 3)), x


def global_avg_pool_backward(dout, cache):
    h, w = cache.shape[2:]
    return np.broadcast_to(dout[..., None, None] / h / w, cache.shape).copy()
