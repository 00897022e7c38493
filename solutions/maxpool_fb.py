"""Max pooling of images, forward and backward, as a loop over the windows.

Conventions: x (N, C, H, W), every channel by itself, no padding; the output size rounds down.
The largest element of a window gets its whole gradient, the first one if several are equal.
"""

import numpy as np

Cache = tuple[np.ndarray, dict]


def max_pool_forward_naive(x: np.ndarray, pool_param: dict) -> tuple[np.ndarray, Cache]:
    """Largest value of every window.

    out[n, c, i, j] = max over u, v of x[n, c, i·stride + u, j·stride + v]

    x: images (N, C, H, W); pool_param: {"pool_height": PH, "pool_width": PW, "stride": int}; u runs
    below PH and v below PW.
    Returns out (N, C, H', W') with H' = ⌊(H − PH) / stride⌋ + 1, W' likewise, and a cache.

    >>> pool_param = {"pool_height": 2, "pool_width": 2, "stride": 1}
    >>> out, _ = max_pool_forward_naive(np.arange(6.0).reshape(1, 1, 2, 3), pool_param)
    >>> out.tolist()
    [[[[4.0, 5.0]]]]
    """
    ph, pw = pool_param["pool_height"], pool_param["pool_width"]
    # mistake axes-swapped: ph, pw = pool_param["pool_width"], pool_param["pool_height"]
    stride = pool_param["stride"]
    # mistake window-for-stride: stride = ph
    n, c, height, width = x.shape
    out_h = (height - ph) // stride + 1
    # mistake output-size-one-short/both: out_h = (height - ph) // stride
    # mistake window-left-out-of-size/both: out_h = height // stride
    # mistake output-size-one-short: out_h = (height - ph) // stride
    out_w = (width - pw) // stride + 1
    # mistake output-size-one-short/both: out_w = (width - pw) // stride
    # mistake window-left-out-of-size/both: out_w = width // stride
    # mistake output-size-one-short: out_w = (width - pw) // stride
    out = np.zeros((n, c, out_h, out_w))
    for i in range(out_h):
        # mistake loop-one-short: for i in range(out_h - 1):
        for j in range(out_w):
            # mistake loop-one-short: for j in range(out_w - 1):
            top, left = i * stride, j * stride
            # mistake stride-ignored: top, left = i, j
            # mistake stride-ignored: top, left = i * stride, j
            # mistake stride-ignored: top, left = i, j * stride
            # mistake axes-swapped: top, left = j * stride, i * stride
            # mistake stride-added: top, left = i + stride, j + stride
            window = x[:, :, top : top + ph, left : left + pw]
            # mistake axes-swapped: window = x[:, :, top : top + pw, left : left + ph]
            out[:, :, i, j] = window.max(axis=(2, 3))
            # mistake average-for-maximum: out[:, :, i, j] = window.mean(axis=(2, 3))
            # mistake maximum-from-zero: out[:, :, i, j] = np.maximum(window.max(axis=(2, 3)), 0.0)
            # mistake maximum-over-channels: out[:, :, i, j] = window.max(axis=(1, 2, 3))[:, None]
            # mistake minimum-for-maximum: out[:, :, i, j] = window.min(axis=(2, 3))
            # mistake maximum-of-magnitude: out[:, :, i, j] = np.abs(window).max(axis=(2, 3))
            # mistake maximum-over-batch: out[:, :, i, j] = window.max(axis=(0, 2, 3))
    return out, (x, pool_param)


def max_pool_backward_naive(dout: np.ndarray, cache: Cache) -> np.ndarray:
    """Gradient of max pooling: each window sends its gradient to its largest element.

    dout: upstream gradient ∂L/∂out (N, C, H', W'); cache: what `max_pool_forward_naive` stored.
    Returns dx (N, C, H, W).

    >>> x, pool_param = np.arange(6.0).reshape(1, 1, 2, 3), {"stride": 1}
    >>> _, cache = max_pool_forward_naive(x, pool_param | {"pool_height": 2, "pool_width": 1})
    >>> max_pool_backward_naive(np.array([[[[1.0, 2.0, 3.0]]]]), cache).tolist()
    [[[[0.0, 0.0, 0.0], [1.0, 2.0, 3.0]]]]
    """
    x, pool_param = cache
    ph, pw, stride = (pool_param[name] for name in ("pool_height", "pool_width", "stride"))
    n, c, out_h, out_w = dout.shape
    dx = np.zeros(x.shape)
    for i in range(out_h):
        # mistake loop-one-short: for i in range(out_h - 1):
        for j in range(out_w):
            # mistake loop-one-short: for j in range(out_w - 1):
            rows = slice(i * stride, i * stride + ph)
            # mistake stride-ignored/both: rows = slice(i, i + ph)
            # mistake stride-ignored: rows = slice(i, i + ph)
            columns = slice(j * stride, j * stride + pw)
            # mistake stride-ignored/both: columns = slice(j, j + pw)
            # mistake stride-ignored: columns = slice(j, j + pw)
            window = x[:, :, rows, columns].reshape(n, c, ph * pw)
            largest = np.zeros(window.shape)
            # mistake gradient-to-all/both: largest = np.ones(window.shape)
            # mistake gradient-split-evenly/both: largest = np.full(window.shape, 1.0 / (ph * pw))
            np.put_along_axis(largest, window.argmax(axis=2)[:, :, None], 1.0, axis=2)
            # mistake gradient-to-all/both: pass
            # mistake gradient-split-evenly/both: pass
            # mistake minimum-for-maximum: np.put_along_axis(largest, window.argmin(axis=2)[:, :, None], 1.0, axis=2)
            # mistake value-for-slope: np.put_along_axis(largest, window.argmax(axis=2)[:, :, None], window.max(axis=2)[:, :, None], axis=2)
            # Windows may overlap: an element collects the gradients of all that it is largest in.
            dx[:, :, rows, columns] += largest.reshape(n, c, ph, pw) * dout[:, :, i, j, None, None]
            # mistake overlaps-overwritten: dx[:, :, rows, columns] = largest.reshape(n, c, ph, pw) * dout[:, :, i, j, None, None]
            # mistake upstream-missing: dx[:, :, rows, columns] += largest.reshape(n, c, ph, pw)
            # mistake sign-flipped: dx[:, :, rows, columns] -= largest.reshape(n, c, ph, pw) * dout[:, :, i, j, None, None]
            # mistake upstream-from-other-window: dx[:, :, rows, columns] += largest.reshape(n, c, ph, pw) * dout[:, :, :1, :1]
    return dx
