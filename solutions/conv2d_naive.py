"""Two-dimensional convolution, forward, as plain loops over the output.

Conventions: images x (N, C, H, W), kernels w (F, C, HH, WW), biases b (F,); cross-correlation
(the kernel is not flipped); `pad` zeros on each of the four sides; the output size rounds down.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray, np.ndarray, dict]


def conv_forward_naive(
    x: np.ndarray, w: np.ndarray, b: np.ndarray, conv_param: dict
) -> tuple[np.ndarray, Cache]:
    """Convolution (cross-correlation) of a batch of images with F kernels.

    out[n, f, i, j] = b[f] + Σ_{c,u,v} w[f, c, u, v] · xpad[n, c, i·stride + u, j·stride + v]

    x: images (N, C, H, W); w: kernels (F, C, HH, WW); b: biases (F,);
    conv_param: {"stride": int, "pad": int}; xpad is x with `pad` zeros around each image.
    Returns out (N, F, H', W') with H' = ⌊(H + 2·pad − HH) / stride⌋ + 1, W' likewise, and a cache.

    >>> x, w = np.arange(9.0).reshape(1, 1, 3, 3), np.ones((1, 1, 2, 2))
    >>> out, _ = conv_forward_naive(x, w, np.array([100.0]), {"stride": 1, "pad": 0})
    >>> out.tolist()
    [[[[108.0, 112.0], [120.0, 124.0]]]]
    """
    stride, pad = conv_param["stride"], conv_param["pad"]
    n, _, height, width = x.shape
    f, _, kernel_h, kernel_w = w.shape

    xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    # mistake padding-one-side: xpad = np.pad(x, ((0, 0), (0, 0), (0, 2 * pad), (0, 2 * pad)))
    # mistake channels-padded: xpad = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (pad, pad)))[:, : x.shape[1]]
    # mistake channels-padded: xpad = np.pad(x, pad)[: x.shape[0], : x.shape[1]]
    # mistake padding-missing/all: xpad = x
    # mistake padding-one-side: xpad = np.pad(x, ((0, 0), (0, 0), (2 * pad, 0), (2 * pad, 0)))
    # mistake padding-not-zero: xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), constant_values=1.0)
    # mistake padding-not-zero: xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="edge")
    # mistake first-row-lost: xpad = np.pad(x[:, :, 1:, 1:], ((0, 0), (0, 0), (pad + 1, pad), (pad + 1, pad)))
    out_h = (height + 2 * pad - kernel_h) // stride + 1
    # mistake output-size-one-short/both: out_h = (height + 2 * pad - kernel_h) // stride
    # mistake padding-counted-once/both: out_h = (height + pad - kernel_h) // stride + 1
    # mistake padding-missing/all: out_h = (height - kernel_h) // stride + 1
    # mistake output-size-one-short: out_h = (height + 2 * pad - kernel_h) // stride
    # mistake padding-counted-once: out_h = (height + pad - kernel_h) // stride + 1
    # mistake size-of-other-axis: out_h = (width + 2 * pad - kernel_h) // stride + 1
    # mistake size-of-other-axis: out_h = (height + 2 * pad - kernel_w) // stride + 1
    # mistake one-added-before-division/both: out_h = (height + 2 * pad - kernel_h + 1) // stride
    out_w = (width + 2 * pad - kernel_w) // stride + 1
    # mistake output-size-one-short/both: out_w = (width + 2 * pad - kernel_w) // stride
    # mistake padding-counted-once/both: out_w = (width + pad - kernel_w) // stride + 1
    # mistake padding-missing/all: out_w = (width - kernel_w) // stride + 1
    # mistake output-size-one-short: out_w = (width + 2 * pad - kernel_w) // stride
    # mistake padding-counted-once: out_w = (width + pad - kernel_w) // stride + 1
    # mistake size-of-other-axis: out_w = (height + 2 * pad - kernel_w) // stride + 1
    # mistake size-of-other-axis: out_w = (width + 2 * pad - kernel_h) // stride + 1
    # mistake one-added-before-division/both: out_w = (width + 2 * pad - kernel_w + 1) // stride

    out = np.zeros((n, f, out_h, out_w))
    # mistake axes-swapped/both: out = np.zeros((n, f, out_w, out_h))
    for i in range(out_h):
        # mistake loop-one-short: for i in range(out_h - 1):
        # mistake loop-one-short: for i in range(1, out_h):
        for j in range(out_w):
            # mistake loop-one-short: for j in range(out_w - 1):
            # mistake loop-one-short: for j in range(1, out_w):
            top, left = i * stride, j * stride
            # mistake stride-ignored: top, left = i, j
            # mistake stride-ignored: top, left = i * stride, j
            # mistake stride-ignored: top, left = i, j * stride
            # mistake axes-swapped: top, left = j * stride, i * stride
            # mistake stride-added: top, left = i + stride, j + stride
            patch = xpad[:, :, top : top + kernel_h, left : left + kernel_w]
            # mistake axes-swapped: patch = xpad[:, :, left : left + kernel_h, top : top + kernel_w]
            # mistake stride-within-kernel: patch = np.pad(xpad, ((0, 0), (0, 0), (0, stride * kernel_h), (0, stride * kernel_w)))[:, :, i : i + stride * kernel_h : stride, j : j + stride * kernel_w : stride]
            # mistake stride-within-kernel: patch = np.pad(xpad, ((0, 0), (0, 0), (0, stride * kernel_h), (0, stride * kernel_w)))[:, :, top : top + stride * kernel_h : stride, left : left + stride * kernel_w : stride]
            out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w) + b
            # mistake kernel-flipped: out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w[:, :, ::-1, ::-1]) + b
            # mistake bias-missing: out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w)
            # mistake bias-along-width/all: out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w)
            # mistake last-channel-only: out[:, :, i, j] = np.einsum("nuv,fuv->nf", patch[:, -1], w[:, -1]) + b
            # mistake bias-per-channel: out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w) + b * x.shape[1]
            # mistake axes-swapped/both: out[:, :, j, i] = np.einsum("ncuv,fcuv->nf", patch, w) + b
            # mistake kernel-flipped: out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w[:, ::-1, ::-1, ::-1]) + b
            # mistake kernel-flipped: out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w[:, :, ::-1]) + b
            # mistake kernel-flipped: out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w[..., ::-1]) + b
            # mistake kernel-transposed: out[:, :, i, j] = np.einsum("ncuv,fcvu->nf", patch, w) + b
            # mistake first-channel-only: out[:, :, i, j] = np.einsum("nuv,fuv->nf", patch[:, 0], w[:, 0]) + b
            # mistake kernel-of-first-filter: out[:, :, i, j] = np.einsum("ncuv,cuv->n", patch, w[0])[:, None] + b
            # mistake bias-of-first-filter: out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w) + b[0]
            # mistake bias-inside-sum: out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w) + b * w[0].size
            # mistake mean-for-sum: out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w) / w[0].size + b
            # mistake mean-for-sum: out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w) / x.shape[1] + b
            # mistake sign-flipped: out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w) - b
            # mistake product-after-sum: out[:, :, i, j] = np.sum(patch, axis=(1, 2, 3))[:, None] * np.sum(w, axis=(1, 2, 3)) + b
    return out, (x, w, b, conv_param)
    # mistake bias-along-width/all: return out + b, (x, w, b, conv_param)
