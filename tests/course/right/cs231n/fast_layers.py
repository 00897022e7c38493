"""The same layers, faster where the compiled extension is there."""

import numpy as np

try:
    from .im2col_cython import col2im_cython, im2col_cython
except ImportError:
    print("run: python setup.py build_ext --inplace")

from .im2col import *


def conv_forward_im2col(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    f, _, hh, ww = w.shape
    rows = (x.shape[2] + 2 * pad - hh) // stride + 1
    cols = im2col_indices(x, hh, ww, pad, stride)
    out = w.reshape(f, -1) @ cols + b.reshape(-1, 1)
    return out.reshape(f, rows, -1, x.shape[0]).transpose(3, 0, 1, 2), (x, w, b, conv_param, cols)


def conv_backward_im2col(dout, cache):
    x, w, b, conv_param, cols = cache
    flat = dout.transpose(1, 2, 3, 0).reshape(len(w), -1)
    dcols = w.reshape(len(w), -1).T @ flat
    n, c, height, width = x.shape
    hh, ww, pad, stride = *w.shape[2:], conv_param["pad"], conv_param["stride"]
    dx = col2im_cython(dcols, n, c, height, width, hh, ww, pad, stride)
    return dx, (flat @ cols.T).reshape(w.shape), dout.sum(axis=(0, 2, 3))


conv_forward_fast = conv_forward_im2col
