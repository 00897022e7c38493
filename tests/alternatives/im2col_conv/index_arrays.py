"""Index arrays for channel, row and column of every entry, as many courses give them."""

import numpy as np


def indices(shape, kernel_h, kernel_w, stride, pad):
    n, c, h, w = shape
    rows = (h + 2 * pad - kernel_h) // stride + 1
    columns = (w + 2 * pad - kernel_w) // stride + 1
    i, j = np.meshgrid(stride * np.arange(rows), stride * np.arange(columns), indexing="ij")
    k, u, v = np.meshgrid(np.arange(c), np.arange(kernel_h), np.arange(kernel_w), indexing="ij")
    return (
        np.repeat(np.arange(n), rows * columns)[:, None],
        k.ravel()[None, :],
        np.tile(i.ravel(), n)[:, None] + u.ravel()[None, :],
        np.tile(j.ravel(), n)[:, None] + v.ravel()[None, :],
    )


def im2col(x, kernel_h, kernel_w, stride, pad):
    padded = np.zeros((*x.shape[:2], x.shape[2] + 2 * pad, x.shape[3] + 2 * pad))
    padded[:, :, pad : pad + x.shape[2], pad : pad + x.shape[3]] = x
    return padded[indices(x.shape, kernel_h, kernel_w, stride, pad)]


def col2im(cols, x_shape, kernel_h, kernel_w, stride, pad):
    n, c, h, w = x_shape
    padded = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    np.add.at(padded, indices(x_shape, kernel_h, kernel_w, stride, pad), cols)
    return padded[:, :, pad : h + pad, pad : w + pad]


def conv_forward_im2col(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    f, c, kh, kw = w.shape
    cols = im2col(x, kh, kw, stride, pad)
    out = (cols @ w.reshape(f, -1).T + b).reshape(len(x), -1, f).swapaxes(1, 2)
    size = (x.shape[2] + 2 * pad - kh) // stride + 1, (x.shape[3] + 2 * pad - kw) // stride + 1
    return out.reshape(len(x), f, *size), (cols, x.shape, w, stride, pad)


def conv_backward_im2col(dout, cache):
    cols, shape, w, stride, pad = cache
    f = len(w)
    flat = dout.reshape(len(dout), f, -1).swapaxes(1, 2).reshape(-1, f)
    dx = col2im(flat @ w.reshape(f, -1), shape, w.shape[2], w.shape[3], stride, pad)
    return dx, np.einsum("pf,pk->fk", flat, cols).reshape(w.shape), flat.sum(0)
