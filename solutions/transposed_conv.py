"""Two-dimensional transposed convolution, forward, as plain loops over the input.

Conventions: x (N, C, H, W), kernels w (C, F, HH, WW), biases b (F,); the kernel is not flipped where
it is written; `pad` rings are cut off, which undoes the padding of the convolution.
"""

import numpy as np


def conv_transpose2d(
    x: np.ndarray, w: np.ndarray, b: np.ndarray, stride: int = 1, pad: int = 0
) -> np.ndarray:
    """Adjoint of a convolution: every input element writes the kernel, times its value.

    full[n, f, i·stride + u, j·stride + v] gets Σ_c x[n, c, i, j] · w[c, f, u, v], summed over all
    i, j, u, v that meet there; out is full without its `pad` outer rings, plus b[f].

    x: inputs (N, C, H, W); w: kernels (C, F, HH, WW); b: biases (F,).
    Returns out (N, F, H', W') with H' = (H − 1)·stride − 2·pad + HH, W' likewise.

    >>> x, w = np.array([[[[1.0, 2.0]]]]), np.array([[[[10.0, 20.0, 30.0]]]])
    >>> conv_transpose2d(x, w, np.zeros(1), stride=2).tolist()
    [[[[10.0, 20.0, 50.0, 40.0, 60.0]]]]
    """
    n, _, height, width = x.shape
    _, f, kernel_h, kernel_w = w.shape
    full = np.zeros((n, f, (height - 1) * stride + kernel_h, (width - 1) * stride + kernel_w))
    for i in range(height):
        # mistake loop-one-short: for i in range(height - 1):
        for j in range(width):
            # mistake loop-one-short: for j in range(width - 1):
            rows = slice(i * stride, i * stride + kernel_h)
            # mistake stride-ignored/both: rows = slice(i, i + kernel_h)
            # mistake stride-ignored: rows = slice(i, i + kernel_h)
            columns = slice(j * stride, j * stride + kernel_w)
            # mistake stride-ignored/both: columns = slice(j, j + kernel_w)
            # mistake stride-ignored: columns = slice(j, j + kernel_w)
            full[:, :, rows, columns] += np.einsum("nc,cfuv->nfuv", x[:, :, i, j], w)
            # mistake overlaps-overwritten: full[:, :, rows, columns] = np.einsum("nc,cfuv->nfuv", x[:, :, i, j], w)
            # mistake kernel-flipped: full[:, :, rows, columns] += np.einsum("nc,cfuv->nfuv", x[:, :, i, j], w[:, :, ::-1, ::-1])
            # mistake channels-not-exchanged: full[:, :, rows, columns] += np.einsum("nc,fcuv->nfuv", x[:, :, i, j], w)
            # mistake bias-inside-sum: full[:, :, rows, columns] += np.einsum("nc,cfuv->nfuv", x[:, :, i, j], w) + b[:, None, None]
            # mistake first-channel-only: full[:, :, rows, columns] += np.einsum("n,fuv->nfuv", x[:, 0, i, j], w[0])
            # mistake kernel-transposed: full[:, :, rows, columns] += np.einsum("nc,cfvu->nfuv", x[:, :, i, j], w)
            # mistake axes-swapped: full[:, :, rows, columns] += np.einsum("nc,cfuv->nfuv", x[:, :, j, i], w)
            # mistake product-after-sum: full[:, :, rows, columns] += x[:, :, i, j].sum(axis=1)[:, None, None, None] * w.sum(axis=0)
    out_h = (height - 1) * stride - 2 * pad + kernel_h
    # mistake forward-size-formula/both: out_h = (height + 2 * pad - kernel_h) // stride + 1
    # mistake padding-counted-once/both: out_h = (height - 1) * stride - pad + kernel_h
    # mistake padding-missing/all: out_h = (height - 1) * stride + kernel_h
    # mistake input-times-stride/both: out_h = height * stride
    # mistake transposed-size-one-short/both: out_h = (height - 1) * stride - 2 * pad + kernel_h - 1
    out_w = (width - 1) * stride - 2 * pad + kernel_w
    # mistake forward-size-formula/both: out_w = (width + 2 * pad - kernel_w) // stride + 1
    # mistake padding-counted-once/both: out_w = (width - 1) * stride - pad + kernel_w
    # mistake padding-missing/all: out_w = (width - 1) * stride + kernel_w
    # mistake input-times-stride/both: out_w = width * stride
    # mistake transposed-size-one-short/both: out_w = (width - 1) * stride - 2 * pad + kernel_w - 1
    cut = full[:, :, pad : pad + out_h, pad : pad + out_w]
    # mistake crop-from-corner: cut = full[:, :, :out_h, :out_w]
    # mistake crop-from-corner: cut = full[:, :, 2 * pad :, 2 * pad :]
    # mistake padding-missing/all: cut = full
    # mistake crop-empty-without-padding: cut = full[:, :, pad:-pad, pad:-pad]
    # mistake padded-not-cut: cut = np.pad(full, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = cut + b[:, None, None]
    # mistake bias-missing: out = cut
    # mistake bias-along-width: out = cut + b
    # mistake bias-of-first-filter: out = cut + b[0]
    return out
