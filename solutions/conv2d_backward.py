"""Two-dimensional convolution, forward and backward, as plain loops over the output.

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
    f, _, kernel_h, kernel_w = w.shape
    xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out_h = (xpad.shape[2] - kernel_h) // stride + 1
    # mistake output-size-one-short/both: out_h = (xpad.shape[2] - kernel_h) // stride
    out_w = (xpad.shape[3] - kernel_w) // stride + 1
    # mistake output-size-one-short/both: out_w = (xpad.shape[3] - kernel_w) // stride
    out = np.zeros((len(x), f, out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            top, left = i * stride, j * stride
            # mistake stride-ignored: top, left = i, j
            # mistake stride-ignored: top, left = i * stride, j
            # mistake stride-ignored: top, left = i, j * stride
            patch = xpad[:, :, top : top + kernel_h, left : left + kernel_w]
            out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w) + b
            # mistake bias-missing: out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w)
            # mistake kernel-flipped: out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w[:, :, ::-1, ::-1]) + b
            # mistake bias-inside-sum: out[:, :, i, j] = np.einsum("ncuv,fcuv->nf", patch, w) + b * w[0].size
    return out, (x, w, b, conv_param)


def conv_backward_naive(
    dout: np.ndarray, cache: Cache
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of a convolution.

    Every out[n, f, i, j] is a product of one patch with one kernel: the kernel gets the patch, the
    patch gets the kernel, the bias gets 1, each times dout[n, f, i, j]. Patches overlap and kernels
    are used at every position, so all of this is summed.

    dout: upstream gradient ∂L/∂out (N, F, H', W'); cache: what `conv_forward_naive` stored.
    Returns dx (N, C, H, W), dw (F, C, HH, WW) and db (F,).

    >>> x, w = np.array([[[[1.0, 2.0, 3.0]]]]), np.array([[[[10.0, 20.0]]]])
    >>> _, cache = conv_forward_naive(x, w, np.zeros(1), {"stride": 1, "pad": 0})
    >>> dx, dw, db = conv_backward_naive(np.array([[[[1.0, 2.0]]]]), cache)
    >>> dx.tolist(), dw.tolist(), db.tolist()
    ([[[[10.0, 40.0, 40.0]]]], [[[[5.0, 8.0]]]], [3.0])
    """
    x, w, _, conv_param = cache
    stride, pad = conv_param["stride"], conv_param["pad"]
    height, width = x.shape[2:]
    kernel_h, kernel_w = w.shape[2:]

    xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dxpad, dw = np.zeros(xpad.shape), np.zeros(w.shape)
    for i in range(dout.shape[2]):
        # mistake loop-one-short: for i in range(dout.shape[2] - 1):
        for j in range(dout.shape[3]):
            # mistake loop-one-short: for j in range(dout.shape[3] - 1):
            rows = slice(i * stride, i * stride + kernel_h)
            # mistake stride-ignored/both: rows = slice(i, i + kernel_h)
            # mistake stride-ignored: rows = slice(i, i + kernel_h)
            columns = slice(j * stride, j * stride + kernel_w)
            # mistake stride-ignored/both: columns = slice(j, j + kernel_w)
            # mistake stride-ignored: columns = slice(j, j + kernel_w)
            upstream = dout[:, :, i, j]
            # mistake upstream-missing: upstream = np.ones(dout.shape[:2])
            # mistake axes-swapped: upstream = dout[:, :, j, i]
            dw += np.einsum("nf,ncuv->fcuv", upstream, xpad[:, :, rows, columns])
            # mistake only-last-position: dw = np.einsum("nf,ncuv->fcuv", upstream, xpad[:, :, rows, columns])
            # mistake kernel-flipped: dw += np.einsum("nf,ncuv->fcuv", upstream, xpad[:, :, rows, columns])[:, :, ::-1, ::-1]
            # mistake mean-twice: dw += np.einsum("nf,ncuv->fcuv", upstream, xpad[:, :, rows, columns]) / len(x)
            # mistake last-sample-only: dw += np.einsum("f,cuv->fcuv", upstream[-1], xpad[-1, :, rows, columns])
            # mistake first-sample-only: dw += np.einsum("f,cuv->fcuv", upstream[0], xpad[0, :, rows, columns])
            # mistake kernel-transposed: dw += np.einsum("nf,ncvu->fcuv", upstream, xpad[:, :, rows, columns])
            # mistake weight-for-input: dw += np.einsum("nf,fcuv->fcuv", upstream, w)
            dxpad[:, :, rows, columns] += np.einsum("nf,fcuv->ncuv", upstream, w)
            # mistake overlaps-overwritten: dxpad[:, :, rows, columns] = np.einsum("nf,fcuv->ncuv", upstream, w)
            # mistake kernel-turn-wrong: dxpad[:, :, rows, columns] += np.einsum("nf,fcuv->ncuv", upstream, w[:, :, ::-1, ::-1])
            # mistake kernel-transposed: dxpad[:, :, rows, columns] += np.einsum("nf,fcvu->ncuv", upstream, w)
            # mistake kernel-of-first-filter: dxpad[:, :, rows, columns] += np.einsum("nf,cuv->ncuv", upstream, w[0])
            # mistake transpose-missing: dxpad[:, :, rows, columns] += np.einsum("nc,cfuv->nfuv", upstream, w.swapaxes(0, 1))
    dx = dxpad[:, :, pad : pad + height, pad : pad + width]
    # mistake padding-kept: dx = dxpad
    # mistake crop-empty-without-padding: dx = dxpad[:, :, pad:-pad, pad:-pad]
    # mistake crop-from-corner: dx = dxpad[:, :, :height, :width]
    # mistake crop-from-corner: dx = dxpad[:, :, dxpad.shape[2] - height :, dxpad.shape[3] - width :]
    db = np.sum(dout, axis=(0, 2, 3))
    # mistake sum-axis: db = np.sum(dout, axis=0)
    # mistake mean-twice: db = np.mean(dout, axis=(0, 2, 3))
    # mistake sum-axis: db = np.sum(dout, axis=(2, 3))
    # mistake mean-twice: db = np.sum(dout, axis=(0, 2, 3)) / len(dout)
    # mistake sum-axis: db = np.sum(dout, axis=(0, 1, 2))
    return dx, dw, db
