"""Patches as the columns of a matrix; np.add.at puts their gradients back."""

import numpy as np


def indices(shape, kernel, stride, pad):
    c, h, w = shape
    kh, kw = kernel
    rows = (h + 2 * pad - kh) // stride + 1
    columns = (w + 2 * pad - kw) // stride + 1
    channel = np.repeat(np.arange(c), kh * kw)[:, None]
    u = np.tile(np.repeat(np.arange(kh), kw), c)[:, None]
    v = np.tile(np.arange(kw), kh * c)[:, None]
    i = u + stride * np.repeat(np.arange(rows), columns)[None, :]
    j = v + stride * np.tile(np.arange(columns), rows)[None, :]
    return channel, i, j, rows, columns


def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    channel, i, j, rows, columns = indices(x.shape[1:], w.shape[2:], stride, pad)
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    patches = padded[:, channel, i, j]
    out = w.reshape(len(w), -1) @ patches + b[None, :, None]
    cache = patches, w, (channel, i, j), padded.shape, x.shape, pad
    return out.reshape(len(x), len(w), rows, columns), cache


def conv_backward_naive(dout, cache):
    patches, w, (channel, i, j), padded_shape, shape, pad = cache
    flat = dout.reshape(dout.shape[0], dout.shape[1], -1)
    dw = np.einsum("nfp,nkp->fk", flat, patches).reshape(w.shape)
    dpatches = w.reshape(len(w), -1).T @ flat
    dpadded = np.zeros(padded_shape)
    np.add.at(dpadded, (slice(None), channel, i, j), dpatches)
    dx = dpadded[:, :, pad : pad + shape[2], pad : pad + shape[3]]
    return dx, dw, flat.sum(axis=(0, 2))
