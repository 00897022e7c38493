"""Patches through sliding_window_view; col2im as a scatter with flat indices."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def im2col(x, kernel_h, kernel_w, stride, pad):
    padded = np.pad(x, ((0,), (0,), (pad,), (pad,)))
    windows = sliding_window_view(padded, (kernel_h, kernel_w), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    return np.moveaxis(windows, 1, 3).reshape(-1, x.shape[1] * kernel_h * kernel_w)


def col2im(cols, x_shape, kernel_h, kernel_w, stride, pad):
    n, c, h, w = x_shape
    padded = (n, c, h + 2 * pad, w + 2 * pad)
    numbers = np.arange(int(np.prod(padded))).reshape(padded)
    windows = sliding_window_view(numbers, (kernel_h, kernel_w), axis=(2, 3))
    places = np.moveaxis(windows[:, :, ::stride, ::stride], 1, 3).reshape(cols.shape)
    flat = np.zeros(int(np.prod(padded)))
    np.add.at(flat, places.ravel(), cols.ravel())
    return flat.reshape(padded)[:, :, pad : pad + h, pad : pad + w]


def conv_forward_im2col(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    cols = im2col(x, w.shape[2], w.shape[3], stride, pad)
    rows = (x.shape[2] + 2 * pad - w.shape[2]) // stride + 1
    out = np.einsum("pk,fk->fp", cols, w.reshape(len(w), -1)) + b[:, None]
    out = out.reshape(len(w), len(x), rows, -1).swapaxes(0, 1)
    return out, {"cols": cols, "w": w, "shape": x.shape, "param": conv_param}


def conv_backward_im2col(dout, cache):
    w, param = cache["w"], cache["param"]
    by_filter = dout.swapaxes(0, 1).reshape(len(w), -1)
    dcols = by_filter.T @ w.reshape(len(w), -1)
    dx = col2im(dcols, cache["shape"], *w.shape[2:], param["stride"], param["pad"])
    return dx, (by_filter @ cache["cols"]).reshape(w.shape), by_filter.sum(axis=1)
