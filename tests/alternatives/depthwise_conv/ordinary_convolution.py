"""Both kernels joined to those of one ordinary convolution, w[f, c] = w_point[f, c]·w_depth[c]."""

import numpy as np


def slices(kernel, stride, size):
    for u, v in np.ndindex(*kernel):
        yield u, v, np.s_[
            :, :, u : u + stride * size[0] : stride, v : v + stride * size[1] : stride
        ]


def depthwise_separable_forward(x, w_depth, w_point, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    joined = w_point * w_depth[:, 0][None]
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    kernel = w_depth.shape[2:]
    size = [(padded.shape[2 + a] - kernel[a]) // stride + 1 for a in range(2)]
    out = 0
    for u, v, where in slices(kernel, stride, size):
        out = out + np.einsum("ncij,fc->nfij", padded[where], joined[:, :, u, v])
    return out, (padded, w_depth, w_point, joined, stride, pad)


def depthwise_separable_backward(dout, cache):
    padded, w_depth, w_point, joined, stride, pad = cache
    djoined, dpadded = np.zeros(joined.shape), np.zeros(padded.shape)
    for u, v, where in slices(w_depth.shape[2:], stride, dout.shape[2:]):
        djoined[:, :, u, v] = np.einsum("nfij,ncij->fc", dout, padded[where])
        dpadded[where] += np.einsum("nfij,fc->ncij", dout, joined[:, :, u, v])
    dw_depth = (djoined * w_point).sum(axis=0)[:, None]
    dw_point = (djoined * w_depth[:, 0]).sum(axis=(2, 3), keepdims=True)
    rows, columns = padded.shape[2] - pad, padded.shape[3] - pad
    return dpadded[:, :, pad:rows, pad:columns], dw_depth, dw_point


def depthwise_separable_macs(height, width, in_channels, out_channels, kernel, stride, pad):
    out = 1
    for side in (height, width):
        out *= 1 + (side + 2 * pad - kernel) // stride
    return out * in_channels * (out_channels + kernel**2)
