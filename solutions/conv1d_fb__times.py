"""One-dimensional convolution with a loop over the output times.

The same functions as in `conv1d_fb.py`, for the mistakes that people make in this form.
"""

import numpy as np


def conv1d_forward(
    x: np.ndarray, w: np.ndarray, b: np.ndarray, conv_param: dict
) -> tuple[np.ndarray, tuple]:
    """Cross-correlation of sequences (N, C, T) with kernels (F, C, K), time by time."""
    stride, dilation = conv_param["stride"], conv_param["dilation"]
    n, c, length = x.shape
    span = dilation * (w.shape[2] - 1) + 1
    left = right = conv_param["pad"]
    if conv_param["causal"]:
        left, right = span - 1, 0
    xpad = np.zeros((n, c, left + length + right))
    xpad[:, :, left : left + length] = x
    out = np.zeros((n, len(w), (xpad.shape[2] - span) // stride + 1))
    for t in range(out.shape[2]):
        # mistake loop-one-short: for t in range(out.shape[2] - 1):
        patch = xpad[:, :, t * stride : t * stride + span : dilation]
        # mistake stride-ignored: patch = xpad[:, :, t : t + span : dilation]
        # mistake dilation-ignored: patch = xpad[:, :, t * stride : t * stride + w.shape[2]]
        # mistake kernel-flipped: patch = xpad[:, :, t * stride : t * stride + span : dilation][:, :, ::-1]
        out[:, :, t] = np.tensordot(patch, w, axes=([1, 2], [1, 2])) + b
    return out, (xpad, w, left, length, conv_param)


def conv1d_backward(dout: np.ndarray, cache: tuple) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients (N, C, T), (F, C, K) and (F,), time by time."""
    xpad, w, left, length, conv_param = cache
    stride, dilation = conv_param["stride"], conv_param["dilation"]
    span = dilation * (w.shape[2] - 1) + 1
    dxpad, dw = np.zeros(xpad.shape), np.zeros(w.shape)
    for t in range(dout.shape[2]):
        # mistake loop-one-short: for t in range(dout.shape[2] - 1):
        where = slice(t * stride, t * stride + span, dilation)
        # mistake stride-ignored: where = slice(t, t + span, dilation)
        # mistake dilation-ignored: where = slice(t * stride, t * stride + w.shape[2])
        dw += np.tensordot(dout[:, :, t].T, xpad[:, :, where], axes=1)
        # mistake only-last-position: dw = np.tensordot(dout[:, :, t].T, xpad[:, :, where], axes=1)
        dxpad[:, :, where] += np.tensordot(dout[:, :, t], w, axes=1)
        # mistake overlaps-overwritten: dxpad[:, :, where] = np.tensordot(dout[:, :, t], w, axes=1)
    return dxpad[:, :, left : left + length], dw, dout.sum(axis=(0, 2))
