"""All windows as a view, both steps as einsums, and a scatter for the gradient of the input."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def depthwise_separable_forward(x, w_depth, w_point, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    padded = np.pad(x, [(0, 0)] * 2 + [(pad, pad)] * 2)
    windows = sliding_window_view(padded, w_depth.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    mid = np.einsum("ncijuv,cuv->ncij", windows, w_depth.squeeze(1))
    out = np.einsum("fc,ncij->nfij", w_point[..., 0, 0], mid)
    return out, dict(windows=windows, mid=mid, w=(w_depth, w_point), x=x.shape, param=conv_param)


def depthwise_separable_backward(dout, cache):
    w_depth, w_point = cache["w"]
    stride, pad = cache["param"]["stride"], cache["param"]["pad"]
    n, c, h, w = cache["x"]
    dw_point = np.tensordot(dout, cache["mid"], axes=([0, 2, 3], [0, 2, 3])).reshape(w_point.shape)
    dmid = np.tensordot(dout, w_point[..., 0, 0], axes=([1], [0])).transpose(0, 3, 1, 2)
    dw_depth = np.einsum("ncij,ncijuv->cuv", dmid, cache["windows"])[:, None]
    dwindows = np.einsum("ncij,cuv->ncijuv", dmid, w_depth[:, 0])
    dpadded = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    rows = stride * np.arange(dmid.shape[2])[:, None] + np.arange(w_depth.shape[2])[None, :]
    columns = stride * np.arange(dmid.shape[3])[:, None] + np.arange(w_depth.shape[3])[None, :]
    where = (slice(None), slice(None), rows[:, None, :, None], columns[None, :, None, :])
    np.add.at(dpadded, where, dwindows)
    return dpadded[:, :, pad : pad + h, pad : pad + w], dw_depth, dw_point


def depthwise_separable_macs(height, width, in_channels, out_channels, kernel, stride, pad):
    out_h = int(np.floor((height + 2 * pad - kernel) / stride)) + 1
    out_w = int(np.floor((width + 2 * pad - kernel) / stride)) + 1
    depthwise = out_h * out_w * in_channels * kernel**2
    pointwise = out_h * out_w * in_channels * out_channels
    return depthwise + pointwise
