"""Max pooling with a loop for every axis of the output.

The same functions as in `maxpool_fb.py`, for the mistakes that people make in this form.
"""

import numpy as np


def max_pool_forward_naive(x: np.ndarray, pool_param: dict) -> tuple[np.ndarray, tuple]:
    """Largest value of every window, image by image and channel by channel."""
    ph, pw, s = (pool_param[name] for name in ("pool_height", "pool_width", "stride"))
    n, c, h, w = x.shape
    out = np.zeros((n, c, 1 + (h - ph) // s, 1 + (w - pw) // s))
    for image, channel, i, j in np.ndindex(out.shape):
        window = x[image, channel, i * s : i * s + ph, j * s : j * s + pw]
        # mistake first-channel-only: window = x[image, 0, i * s : i * s + ph, j * s : j * s + pw]
        # mistake first-sample-only: window = x[0, channel, i * s : i * s + ph, j * s : j * s + pw]
        out[image, channel, i, j] = np.max(window)
    return out, (x, pool_param)


def max_pool_backward_naive(dout: np.ndarray, cache: tuple) -> np.ndarray:
    """Gradient (N, C, H, W): the place of the largest element is looked up in each window."""
    x, pool_param = cache
    ph, pw, s = (pool_param[name] for name in ("pool_height", "pool_width", "stride"))
    dx = np.zeros(x.shape)
    for image, channel, i, j in np.ndindex(dout.shape):
        window = x[image, channel, i * s : i * s + ph, j * s : j * s + pw]
        row, column = np.unravel_index(np.argmax(window), window.shape)
        # mistake axes-swapped: row, column = np.unravel_index(np.argmax(window), window.shape)[::-1]
        dx[image, channel, i * s + row, j * s + column] += dout[image, channel, i, j]
        # mistake window-offset-missing: dx[image, channel, row, column] += dout[image, channel, i, j]
        # mistake overlaps-overwritten: dx[image, channel, i * s + row, j * s + column] = dout[image, channel, i, j]
        # mistake stride-ignored: dx[image, channel, i + row, j + column] += dout[image, channel, i, j]
    return dx
