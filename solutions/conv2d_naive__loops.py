"""Two-dimensional convolution, forward, with a loop for every axis of the output.

The same function as in `conv2d_naive.py`, for the mistakes that people make in this form.
"""

import numpy as np


def conv_forward_naive(
    x: np.ndarray, w: np.ndarray, b: np.ndarray, conv_param: dict
) -> tuple[np.ndarray, tuple]:
    """Cross-correlation of images x (N, C, H, W) with kernels w (F, C, HH, WW), plus b (F,)."""
    stride, pad = conv_param["stride"], conv_param["pad"]
    n, c, height, width = x.shape
    f, _, kernel_h, kernel_w = w.shape
    out_h = 1 + (height + 2 * pad - kernel_h) // stride
    out_w = 1 + (width + 2 * pad - kernel_w) // stride
    xpad = np.zeros((n, c, height + 2 * pad, width + 2 * pad))
    xpad[:, :, pad : pad + height, pad : pad + width] = x
    out = np.zeros((n, f, out_h, out_w))
    for image in range(n):
        # mistake loop-one-short: for image in range(n - 1):
        for kernel in range(f):
            for i in range(out_h):
                for j in range(out_w):
                    top, left = i * stride, j * stride
                    patch = xpad[image, :, top : top + kernel_h, left : left + kernel_w]
                    # mistake first-sample-only: patch = xpad[0, :, top : top + kernel_h, left : left + kernel_w]
                    out[image, kernel, i, j] = np.sum(patch * w[kernel]) + b[kernel]
                    # mistake bias-inside-sum: out[image, kernel, i, j] = np.sum(patch * w[kernel] + b[kernel])
                    # mistake mean-for-sum: out[image, kernel, i, j] = np.mean(patch * w[kernel]) + b[kernel]
    return out, (x, w, b, conv_param)
