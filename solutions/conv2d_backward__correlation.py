"""The gradients of a convolution as convolutions themselves.

The same functions as in `conv2d_backward.py`, for the mistakes that people make in this form.
"""

import numpy as np


def _correlated(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Cross-correlation with stride 1 and without padding, tap by tap."""
    kernel_h, kernel_w = w.shape[2:]
    rows, columns = x.shape[2] - kernel_h + 1, x.shape[3] - kernel_w + 1
    return sum(
        np.einsum("ncij,fc->nfij", x[:, :, u : u + rows, v : v + columns], w[:, :, u, v])
        for u in range(kernel_h)
        for v in range(kernel_w)
    )


def conv_forward_naive(
    x: np.ndarray, w: np.ndarray, b: np.ndarray, conv_param: dict
) -> tuple[np.ndarray, tuple]:
    """Every position with stride 1, of which the stride keeps some."""
    stride, pad = conv_param["stride"], conv_param["pad"]
    xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = _correlated(xpad, w)[:, :, ::stride, ::stride] + b[:, None, None]
    return out, (xpad, w, conv_param, x.shape)


def conv_backward_naive(
    dout: np.ndarray, cache: tuple
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """dx: dout, spread by the stride and padded, with turned kernels; dw: xpad with dout."""
    xpad, w, conv_param, (_, _, height, width) = cache
    stride, pad = conv_param["stride"], conv_param["pad"]
    kernel_h, kernel_w = w.shape[2:]
    n, f = dout.shape[:2]
    spread = np.zeros((n, f, xpad.shape[2] - kernel_h + 1, xpad.shape[3] - kernel_w + 1))
    spread[:, :, ::stride, ::stride] = dout
    # mistake stride-ignored: spread[:, :, : dout.shape[2], : dout.shape[3]] = dout
    # mistake stride-ignored: spread[:, :] = np.kron(dout, np.ones((stride, stride)))[:, :, : spread.shape[2], : spread.shape[3]]
    full = ((0, 0), (0, 0), (kernel_h - 1, kernel_h - 1), (kernel_w - 1, kernel_w - 1))
    turned = w[:, :, ::-1, ::-1].swapaxes(0, 1)
    # mistake kernel-turn-wrong: turned = w.swapaxes(0, 1)
    # mistake channels-not-exchanged: turned = w[:, :, ::-1, ::-1]
    # mistake kernel-turn-wrong: turned = w[:, :, ::-1].swapaxes(0, 1)
    # mistake kernel-transposed: turned = w.swapaxes(2, 3).swapaxes(0, 1)
    dxpad = _correlated(np.pad(spread, full), turned)
    dx = dxpad[:, :, pad : pad + height, pad : pad + width]
    dw = _correlated(xpad.swapaxes(0, 1), spread.swapaxes(0, 1)).swapaxes(0, 1)
    # mistake kernel-flipped: dw = _correlated(xpad.swapaxes(0, 1), spread.swapaxes(0, 1)[:, :, ::-1, ::-1]).swapaxes(0, 1)
    # mistake channels-not-exchanged: dw = _correlated(xpad.swapaxes(0, 1), spread.swapaxes(0, 1))
    return dx, dw, dout.sum(axis=(0, 2, 3))
