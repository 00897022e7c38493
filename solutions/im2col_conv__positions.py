"""Patches gathered and given back one output position at a time.

The same functions as in `im2col_conv.py`, for the mistakes that people make in this form.
"""

import numpy as np


def _positions(shape: tuple, kernel_h: int, kernel_w: int, stride: int, pad: int) -> list:
    """Row of `cols`, sample and slices in the padded image of every output position."""
    n, _, height, width = shape
    out_h = (height + 2 * pad - kernel_h) // stride + 1
    out_w = (width + 2 * pad - kernel_w) // stride + 1
    places = [
        (sample, slice(None), slice(top, top + kernel_h), slice(left, left + kernel_w))
        for sample in range(n)
        for top in range(0, out_h * stride, stride)
        for left in range(0, out_w * stride, stride)
    ]
    return list(enumerate(places))


def im2col(x: np.ndarray, kernel_h: int, kernel_w: int, stride: int, pad: int) -> np.ndarray:
    """Each patch of x (N, C, H, W) as a row (C·HH·WW)."""
    xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    positions = _positions(x.shape, kernel_h, kernel_w, stride, pad)
    return np.array([xpad[place].reshape(-1) for _, place in positions])


def col2im(
    cols: np.ndarray, x_shape: tuple, kernel_h: int, kernel_w: int, stride: int, pad: int
) -> np.ndarray:
    """Each row is added to the patch that it came from."""
    n, c, height, width = x_shape
    xpad = np.zeros((n, c, height + 2 * pad, width + 2 * pad))
    for row, place in _positions(x_shape, kernel_h, kernel_w, stride, pad):
        xpad[place] += cols[row].reshape(c, kernel_h, kernel_w)
        # mistake overlaps-overwritten: xpad[place] = cols[row].reshape(c, kernel_h, kernel_w)
        # mistake kernel-flipped: xpad[place] += cols[row].reshape(c, kernel_h, kernel_w)[:, ::-1, ::-1]
    return xpad[:, :, pad : pad + height, pad : pad + width]


def conv_forward_im2col(
    x: np.ndarray, w: np.ndarray, b: np.ndarray, conv_param: dict
) -> tuple[np.ndarray, tuple]:
    """Kernels (F, C·HH·WW) times patches, with the filters in front."""
    f, _, kernel_h, kernel_w = w.shape
    stride, pad = conv_param["stride"], conv_param["pad"]
    cols = im2col(x, kernel_h, kernel_w, stride, pad)
    out_h = (x.shape[2] + 2 * pad - kernel_h) // stride + 1
    out = w.reshape(f, -1) @ cols.T + b[:, None]
    out = out.reshape(f, len(x), out_h, -1).swapaxes(0, 1)
    # mistake reshape-for-transpose: out = out.reshape(len(x), f, out_h, -1)
    return out, (cols, w, x.shape, conv_param)


def conv_backward_im2col(
    dout: np.ndarray, cache: tuple
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of the product, with the filters in front."""
    cols, w, x_shape, conv_param = cache
    f, _, kernel_h, kernel_w = w.shape
    by_filter = dout.swapaxes(0, 1).reshape(f, -1)
    # mistake reshape-for-transpose: by_filter = dout.reshape(f, -1)
    dcols = by_filter.T @ w.reshape(f, -1)
    dx = col2im(dcols, x_shape, kernel_h, kernel_w, conv_param["stride"], conv_param["pad"])
    return dx, (by_filter @ cols).reshape(w.shape), by_filter.sum(axis=1)
