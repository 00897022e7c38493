"""The kernel is spread out by zeros to an ordinary one, and windows are gathered by an index."""

import numpy as np


def conv1d_forward(x, w, b, conv_param):
    stride, dilation = conv_param["stride"], conv_param["dilation"]
    f, c, k = w.shape
    wide = np.zeros((f, c, dilation * (k - 1) + 1))
    wide[:, :, ::dilation] = w
    span = wide.shape[2]
    left = span - 1 if conv_param["causal"] else conv_param["pad"]
    right = 0 if conv_param["causal"] else conv_param["pad"]
    padded = np.pad(x, ((0, 0), (0, 0), (left, right)))
    starts = np.arange(0, padded.shape[2] - span + 1, stride)
    index = starts[:, None] + np.arange(span)[None, :]
    windows = padded[:, :, index]
    out = np.tensordot(windows, wide, axes=([1, 3], [1, 2])).transpose(0, 2, 1)
    return out + b.reshape(1, -1, 1), (windows, wide, index, padded.shape, left, x.shape[2], dilation)


def conv1d_backward(dout, cache):
    windows, wide, index, shape, left, length, dilation = cache
    dwide = np.tensordot(dout, windows, axes=([0, 2], [0, 2]))
    dwindows = np.einsum("nft,fcs->ncts", dout, wide)
    dpadded = np.zeros(shape)
    np.add.at(dpadded, (slice(None), slice(None), index), dwindows)
    return dpadded[:, :, left : left + length], dwide[:, :, ::dilation], dout.sum(axis=(0, 2))
