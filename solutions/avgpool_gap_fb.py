"""Average pooling and global average pooling of images, forward and backward.

Conventions: x (N, C, H, W), every channel by itself; `pad` zeros on each of the four sides, which
count in the mean: every window is divided by its full size. The output size rounds down.
"""

import numpy as np

Cache = tuple[tuple, dict]


def avg_pool_forward(x: np.ndarray, pool_param: dict) -> tuple[np.ndarray, Cache]:
    """Mean of every window.

    out[n, c, i, j] = 1/(PH·PW) · Σ_{u,v} xpad[n, c, i·stride + u, j·stride + v]

    x: images (N, C, H, W); pool_param: {"pool_height": PH, "pool_width": PW, "stride": int, "pad":
    int}; xpad is x with `pad` zeros around each image.
    Returns out (N, C, H', W') with H' = ⌊(H + 2·pad − PH) / stride⌋ + 1, W' likewise, and a cache.

    >>> pool_param = {"pool_height": 2, "pool_width": 2, "stride": 1, "pad": 0}
    >>> out, _ = avg_pool_forward(np.arange(6.0).reshape(1, 1, 2, 3), pool_param)
    >>> out.tolist()
    [[[[2.0, 3.0]]]]
    """
    ph, pw = pool_param["pool_height"], pool_param["pool_width"]
    # mistake axes-swapped: ph, pw = pool_param["pool_width"], pool_param["pool_height"]
    stride, pad = pool_param["stride"], pool_param["pad"]
    # mistake window-for-stride: stride, pad = ph, pool_param["pad"]
    # mistake padding-missing: stride, pad = pool_param["stride"], 0
    n, c, height, width = x.shape
    xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    # mistake padding-not-zero: xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="edge")
    out_h = (height + 2 * pad - ph) // stride + 1
    # mistake output-size-one-short/both: out_h = (height + 2 * pad - ph) // stride
    out_w = (width + 2 * pad - pw) // stride + 1
    # mistake output-size-one-short/both: out_w = (width + 2 * pad - pw) // stride
    out = np.zeros((n, c, out_h, out_w))
    # convention pool-pad-excluded instead of pool-pad-counted:
    #     out = np.zeros((n, c, out_h, out_w))
    #     inside = np.pad(np.ones((height, width)), pad)
    for i in range(out_h):
        for j in range(out_w):
            top, left = i * stride, j * stride
            # mistake stride-ignored: top, left = i, j
            # mistake stride-ignored: top, left = i * stride, j
            # mistake stride-ignored: top, left = i, j * stride
            window = xpad[:, :, top : top + ph, left : left + pw]
            out[:, :, i, j] = window.mean(axis=(2, 3))
            # convention pool-pad-excluded instead of pool-pad-counted: out[:, :, i, j] = window.sum(axis=(2, 3)) / inside[top : top + ph, left : left + pw].sum()
            # mistake maximum-for-average: out[:, :, i, j] = window.max(axis=(2, 3))
            # mistake sum-for-mean: out[:, :, i, j] = window.sum(axis=(2, 3))
            # mistake channels-averaged: out[:, :, i, j] = window.mean(axis=(1, 2, 3))[:, None]
            # mistake window-side-for-area: out[:, :, i, j] = window.sum(axis=(2, 3)) / ph
    return out, (x.shape, pool_param)


def avg_pool_backward(dout: np.ndarray, cache: Cache) -> np.ndarray:
    """Gradient of average pooling: every element of a window gets an equal share.

    dout: upstream gradient ∂L/∂out (N, C, H', W'); cache: what `avg_pool_forward` stored.
    Returns dx (N, C, H, W).

    >>> x, pool_param = np.zeros((1, 1, 1, 3)), {"pool_height": 1, "pool_width": 2}
    >>> _, cache = avg_pool_forward(x, pool_param | {"stride": 1, "pad": 0})
    >>> avg_pool_backward(np.array([[[[2.0, 4.0]]]]), cache).tolist()
    [[[[1.0, 3.0, 2.0]]]]
    """
    (n, c, height, width), pool_param = cache
    ph, pw = pool_param["pool_height"], pool_param["pool_width"]
    stride, pad = pool_param["stride"], pool_param["pad"]
    dxpad = np.zeros((n, c, height + 2 * pad, width + 2 * pad))
    # convention pool-pad-excluded instead of pool-pad-counted:
    #     dxpad = np.zeros((n, c, height + 2 * pad, width + 2 * pad))
    #     inside = np.pad(np.ones((height, width)), pad)
    for i in range(dout.shape[2]):
        # mistake loop-one-short: for i in range(dout.shape[2] - 1):
        for j in range(dout.shape[3]):
            # mistake loop-one-short: for j in range(dout.shape[3] - 1):
            rows = slice(i * stride, i * stride + ph)
            # mistake stride-ignored/both: rows = slice(i, i + ph)
            # mistake stride-ignored: rows = slice(i, i + ph)
            columns = slice(j * stride, j * stride + pw)
            # mistake stride-ignored/both: columns = slice(j, j + pw)
            # mistake stride-ignored: columns = slice(j, j + pw)
            share = dout[:, :, i, j, None, None] / (ph * pw)
            # convention pool-pad-excluded instead of pool-pad-counted: share = dout[:, :, i, j, None, None] / inside[rows, columns].sum()
            # mistake sum-for-mean: share = dout[:, :, i, j, None, None]
            # mistake upstream-missing: share = np.full((n, c, 1, 1), 1.0 / (ph * pw))
            # mistake window-side-for-area: share = dout[:, :, i, j, None, None] / ph
            # mistake window-side-for-area: share = dout[:, :, i, j, None, None] / (ph + pw)
            dxpad[:, :, rows, columns] += share
            # mistake overlaps-overwritten: dxpad[:, :, rows, columns] = share
            # mistake first-element-of-window: dxpad[:, :, i * stride, j * stride] += share[:, :, 0, 0]
    dx = dxpad[:, :, pad : pad + height, pad : pad + width]
    # mistake padding-kept: dx = dxpad
    # mistake crop-empty-without-padding: dx = dxpad[:, :, pad:-pad, pad:-pad]
    # mistake crop-from-corner: dx = dxpad[:, :, :height, :width]
    return dx


def global_avg_pool_forward(x: np.ndarray) -> tuple[np.ndarray, tuple]:
    """Mean of every channel over all positions.

    out[n, c] = 1/(H·W) · Σ_{i,j} x[n, c, i, j]

    x: feature maps (N, C, H, W). Returns out (N, C) and a cache.

    >>> global_avg_pool_forward(np.arange(8.0).reshape(1, 2, 2, 2))[0].tolist()
    [[1.5, 5.5]]
    """
    out = x.mean(axis=(2, 3))
    # mistake maximum-for-average: out = x.max(axis=(2, 3))
    # mistake sum-for-mean: out = x.sum(axis=(2, 3))
    # mistake axes-kept: out = x.mean(axis=(2, 3), keepdims=True)
    # mistake channels-averaged: out = x.mean(axis=(1, 2, 3))
    # mistake one-axis-averaged: out = x.mean(axis=-1)
    return out, x.shape


def global_avg_pool_backward(dout: np.ndarray, cache: tuple) -> np.ndarray:
    """Gradient of global average pooling: every position gets 1/(H·W) of its channel's.

    dout: upstream gradient ∂L/∂out (N, C); cache: what `global_avg_pool_forward` stored.
    Returns dx (N, C, H, W).

    >>> global_avg_pool_backward(np.array([[4.0]]), (1, 1, 1, 2)).tolist()
    [[[[2.0, 2.0]]]]
    """
    _, _, height, width = cache
    dx = dout[:, :, None, None] * np.ones(cache) / (height * width)
    # mistake sum-for-mean: dx = dout[:, :, None, None] * np.ones(cache)
    # mistake window-side-for-area: dx = dout[:, :, None, None] * np.ones(cache) / height
    # mistake axes-not-broadcast: dx = dout[:, :, None, None] / (height * width)
    # mistake mean-twice: dx = dout[:, :, None, None] * np.ones(cache) / np.prod(cache)
    return dx
