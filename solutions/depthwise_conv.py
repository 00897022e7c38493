"""Depthwise separable convolution, forward and backward, and its multiply-adds.

Conventions: x (N, C, H, W), depthwise kernels (C, 1, HH, WW), pointwise kernels (F, C, 1, 1); no
bias, no activation; cross-correlation; stride and padding belong to the depthwise step; the output
size rounds down.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, dict]


def depthwise_separable_forward(
    x: np.ndarray, w_depth: np.ndarray, w_point: np.ndarray, conv_param: dict
) -> tuple[np.ndarray, Cache]:
    """One kernel for each channel, then a mixture of the channels at each position.

    mid[n, c, i, j] = Σ_{u,v} w_depth[c, 0, u, v] · xpad[n, c, i·stride + u, j·stride + v]
    out[n, f, i, j] = Σ_c w_point[f, c, 0, 0] · mid[n, c, i, j]

    x: images (N, C, H, W); w_depth: (C, 1, HH, WW); w_point: (F, C, 1, 1); conv_param: {"stride":
    int, "pad": int}; xpad is x with `pad` zeros around each image.
    Returns out (N, F, H', W') with H' = ⌊(H + 2·pad − HH) / stride⌋ + 1, W' likewise, and a cache.

    >>> x, w_depth = np.arange(1.0, 5.0).reshape(1, 2, 1, 2), np.ones((2, 1, 1, 2))
    >>> w_point = np.array([10.0, 1.0]).reshape(1, 2, 1, 1)
    >>> depthwise_separable_forward(x, w_depth, w_point, {"stride": 1, "pad": 0})[0].tolist()
    [[[[37.0]]]]
    """
    stride, pad = conv_param["stride"], conv_param["pad"]
    kernel_h, kernel_w = w_depth.shape[2:]
    xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out_h = (xpad.shape[2] - kernel_h) // stride + 1
    # mistake output-size-one-short/both: out_h = (xpad.shape[2] - kernel_h) // stride
    out_w = (xpad.shape[3] - kernel_w) // stride + 1
    # mistake output-size-one-short/both: out_w = (xpad.shape[3] - kernel_w) // stride
    mid = np.zeros((*x.shape[:2], out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            top, left = i * stride, j * stride
            # mistake stride-ignored: top, left = i, j
            # mistake stride-ignored: top, left = i * stride, j
            # mistake stride-ignored: top, left = i, j * stride
            patch = xpad[:, :, top : top + kernel_h, left : left + kernel_w]
            mid[:, :, i, j] = np.einsum("ncuv,cuv->nc", patch, w_depth[:, 0])
            # mistake channels-summed-in-depthwise: mid[:, :, i, j] = np.einsum("nkuv,cuv->nc", patch, w_depth[:, 0])
            # mistake kernel-flipped: mid[:, :, i, j] = np.einsum("ncuv,cuv->nc", patch, w_depth[:, 0, ::-1, ::-1])
            # mistake one-kernel-for-all-channels: mid[:, :, i, j] = np.einsum("ncuv,uv->nc", patch, w_depth[0, 0])
            # mistake mean-for-sum: mid[:, :, i, j] = np.einsum("ncuv,cuv->nc", patch, w_depth[:, 0]) / (kernel_h * kernel_w)
    out = np.einsum("ncij,fc->nfij", mid, w_point[:, :, 0, 0])
    # mistake transpose-missing: out = np.einsum("ncij,cf->nfij", mid, w_point[:, :, 0, 0])
    # mistake activation-between: out = np.einsum("ncij,fc->nfij", np.maximum(mid, 0.0), w_point[:, :, 0, 0])
    return out, (xpad, mid, w_depth, w_point, conv_param)


def depthwise_separable_backward(
    dout: np.ndarray, cache: Cache
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of a depthwise separable convolution.

    dout: upstream gradient ∂L/∂out (N, F, H', W'); cache: what the forward pass stored.
    Returns dx (N, C, H, W), dw_depth (C, 1, HH, WW) and dw_point (F, C, 1, 1).

    >>> x, w_depth = np.arange(1.0, 5.0).reshape(1, 2, 1, 2), np.ones((2, 1, 1, 2))
    >>> w_point = np.array([10.0, 1.0]).reshape(1, 2, 1, 1)
    >>> _, cache = depthwise_separable_forward(x, w_depth, w_point, {"stride": 1, "pad": 0})
    >>> dx, dw_depth, dw_point = depthwise_separable_backward(np.ones((1, 1, 1, 1)), cache)
    >>> dx.ravel().tolist(), dw_depth.ravel().tolist(), dw_point.ravel().tolist()
    ([10.0, 10.0, 1.0, 1.0], [10.0, 20.0, 3.0, 4.0], [3.0, 7.0])
    """
    xpad, mid, w_depth, w_point, conv_param = cache
    stride, pad = conv_param["stride"], conv_param["pad"]
    kernel_h, kernel_w = w_depth.shape[2:]

    dw_point = np.einsum("nfij,ncij->fc", dout, mid)[:, :, None, None]
    # mistake axes-not-kept: dw_point = np.einsum("nfij,ncij->fc", dout, mid)
    # mistake mean-twice: dw_point = np.einsum("nfij,ncij->fc", dout, mid)[:, :, None, None] / len(dout)
    dmid = np.einsum("nfij,fc->ncij", dout, w_point[:, :, 0, 0])
    # mistake transpose-missing: dmid = np.einsum("nfij,cf->ncij", dout, w_point[:, :, 0, 0])
    dxpad, dw_depth = np.zeros(xpad.shape), np.zeros(w_depth.shape)
    for i in range(dmid.shape[2]):
        # mistake loop-one-short: for i in range(dmid.shape[2] - 1):
        for j in range(dmid.shape[3]):
            rows = slice(i * stride, i * stride + kernel_h)
            # mistake stride-ignored/both: rows = slice(i, i + kernel_h)
            # mistake stride-ignored: rows = slice(i, i + kernel_h)
            columns = slice(j * stride, j * stride + kernel_w)
            # mistake stride-ignored/both: columns = slice(j, j + kernel_w)
            # mistake stride-ignored: columns = slice(j, j + kernel_w)
            upstream = dmid[:, :, i, j]
            dw_depth[:, 0] += np.einsum("nc,ncuv->cuv", upstream, xpad[:, :, rows, columns])
            # mistake only-last-position: dw_depth[:, 0] = np.einsum("nc,ncuv->cuv", upstream, xpad[:, :, rows, columns])
            # mistake channels-summed-in-depthwise: dw_depth[:, 0] += np.einsum("nc,nkuv->cuv", upstream, xpad[:, :, rows, columns])
            # mistake mean-twice: dw_depth[:, 0] += np.einsum("nc,ncuv->cuv", upstream, xpad[:, :, rows, columns]) / len(dout)
            dxpad[:, :, rows, columns] += np.einsum("nc,cuv->ncuv", upstream, w_depth[:, 0])
            # mistake overlaps-overwritten: dxpad[:, :, rows, columns] = np.einsum("nc,cuv->ncuv", upstream, w_depth[:, 0])
            # mistake kernel-turn-wrong: dxpad[:, :, rows, columns] += np.einsum("nc,cuv->ncuv", upstream, w_depth[:, 0, ::-1, ::-1])
            # mistake channels-summed-in-depthwise: dxpad[:, :, rows, columns] += np.einsum("nc,cuv->nuv", upstream, w_depth[:, 0])[:, None]
    dx = dxpad[:, :, pad : dxpad.shape[2] - pad, pad : dxpad.shape[3] - pad]
    # mistake padding-kept: dx = dxpad
    # mistake crop-empty-without-padding: dx = dxpad[:, :, pad:-pad, pad:-pad]
    return dx, dw_depth, dw_point


def depthwise_separable_macs(
    height: int, width: int, in_channels: int, out_channels: int, kernel: int, stride: int, pad: int
) -> int:
    """Multiply-adds of the forward pass of one image.

    H'·W'·in_channels·(kernel² + out_channels)

    >>> depthwise_separable_macs(4, 4, 2, 3, 3, 1, 1)
    384
    """
    out_h = (height + 2 * pad - kernel) // stride + 1
    # mistake input-size-for-output/both: out_h = height
    out_w = (width + 2 * pad - kernel) // stride + 1
    # mistake input-size-for-output/both: out_w = width
    # mistake square-assumed: out_w = out_h
    macs = out_h * out_w * in_channels * (kernel**2 + out_channels)
    # mistake pointwise-forgotten: macs = out_h * out_w * in_channels * kernel**2
    # mistake input-size-for-output: macs = in_channels * (out_h * out_w * kernel**2 + height * width * out_channels)
    # mistake input-size-for-output: macs = in_channels * (height * width * kernel**2 + out_h * out_w * out_channels)
    # mistake depthwise-forgotten: macs = out_h * out_w * in_channels * out_channels
    # mistake ordinary-cost: macs = out_h * out_w * in_channels * out_channels * kernel**2
    # mistake flops-for-macs: macs = 2 * out_h * out_w * in_channels * (kernel**2 + out_channels)
    # mistake kernel-area-forgotten: macs = out_h * out_w * in_channels * (kernel + out_channels)
    # mistake positions-forgotten: macs = in_channels * (kernel**2 + out_channels)
    return macs
