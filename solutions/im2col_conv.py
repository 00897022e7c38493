"""Convolution as a matrix product, forward and backward, by im2col and its adjoint col2im.

Conventions: images x (N, C, H, W), kernels w (F, C, HH, WW), biases b (F,); cross-correlation;
`pad` zeros on each of the four sides; the output size rounds down. A row of `cols` is the patch of
one output position: rows in the order n, i, j, entries in the order c, u, v.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray, tuple, dict]


def im2col(x: np.ndarray, kernel_h: int, kernel_w: int, stride: int, pad: int) -> np.ndarray:
    """The patches of all output positions, each as a row.

    cols[(n, i, j), (c, u, v)] = xpad[n, c, i·stride + u, j·stride + v]

    x: images (N, C, H, W); xpad is x with `pad` zeros around each image.
    Returns cols (N·H'·W', C·HH·WW) with H' = ⌊(H + 2·pad − HH) / stride⌋ + 1, W' likewise.

    >>> im2col(np.arange(6.0).reshape(1, 1, 2, 3), 2, 2, stride=1, pad=0).tolist()
    [[0.0, 1.0, 3.0, 4.0], [1.0, 2.0, 4.0, 5.0]]
    """
    n, c, height, width = x.shape
    out_h = (height + 2 * pad - kernel_h) // stride + 1
    # mistake output-size-one-short/size: out_h = (height + 2 * pad - kernel_h) // stride
    out_w = (width + 2 * pad - kernel_w) // stride + 1
    # mistake output-size-one-short/size: out_w = (width + 2 * pad - kernel_w) // stride
    xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    # mistake padding-one-side: xpad = np.pad(x, ((0, 0), (0, 0), (0, 2 * pad), (0, 2 * pad)))
    cols = np.zeros((n, c, kernel_h, kernel_w, out_h, out_w))
    for u in range(kernel_h):
        for v in range(kernel_w):
            rows = slice(u, u + stride * out_h, stride)
            # mistake stride-ignored/im: rows = slice(u, u + out_h)
            columns = slice(v, v + stride * out_w, stride)
            # mistake stride-ignored/im: columns = slice(v, v + out_w)
            cols[:, :, u, v] = xpad[:, :, rows, columns]
            # mistake kernel-flipped: cols[:, :, kernel_h - 1 - u, kernel_w - 1 - v] = xpad[:, :, rows, columns]
    cols = cols.transpose(0, 4, 5, 1, 2, 3).reshape(n * out_h * out_w, -1)
    # mistake reshape-for-transpose: cols = cols.reshape(n * out_h * out_w, -1)
    # mistake columns-in-other-order: cols = cols.transpose(0, 4, 5, 2, 3, 1).reshape(n * out_h * out_w, -1)
    # mistake rows-in-other-order: cols = cols.transpose(4, 5, 0, 1, 2, 3).reshape(n * out_h * out_w, -1)
    # mistake patches-as-columns: cols = cols.transpose(1, 2, 3, 0, 4, 5).reshape(-1, n * out_h * out_w)
    return cols


def col2im(
    cols: np.ndarray, x_shape: tuple, kernel_h: int, kernel_w: int, stride: int, pad: int
) -> np.ndarray:
    """Adjoint of `im2col`: every value is added to the pixel that it was copied from.

    x[n, c, p, q] = Σ cols[(n, i, j), (c, u, v)] over all i·stride + u = p + pad, j·stride + v = q + pad

    cols: (N·H'·W', C·HH·WW); x_shape: (N, C, H, W). Returns an array of shape x_shape.

    >>> col2im(np.ones((2, 4)), (1, 1, 2, 3), 2, 2, stride=1, pad=0).tolist()
    [[[[1.0, 2.0, 1.0], [1.0, 2.0, 1.0]]]]
    """
    n, c, height, width = x_shape
    out_h = (height + 2 * pad - kernel_h) // stride + 1
    out_w = (width + 2 * pad - kernel_w) // stride + 1
    cols = cols.reshape(n, out_h, out_w, c, kernel_h, kernel_w).transpose(0, 3, 4, 5, 1, 2)
    # mistake reshape-for-transpose: cols = cols.reshape(n, c, kernel_h, kernel_w, out_h, out_w)
    # mistake columns-in-other-order: cols = cols.reshape(n, out_h, out_w, kernel_h, kernel_w, c).transpose(0, 5, 3, 4, 1, 2)
    # mistake rows-in-other-order: cols = cols.reshape(out_h, out_w, n, c, kernel_h, kernel_w).transpose(2, 3, 4, 5, 0, 1)
    xpad = np.zeros((n, c, height + 2 * pad, width + 2 * pad))
    for u in range(kernel_h):
        for v in range(kernel_w):
            rows = slice(u, u + stride * out_h, stride)
            columns = slice(v, v + stride * out_w, stride)
            xpad[:, :, rows, columns] += cols[:, :, u, v]
            # mistake overlaps-overwritten: xpad[:, :, rows, columns] = cols[:, :, u, v]
    x = xpad[:, :, pad : pad + height, pad : pad + width]
    # mistake padding-kept: x = xpad
    # mistake crop-empty-without-padding: x = xpad[:, :, pad:-pad, pad:-pad]
    # mistake crop-from-corner: x = xpad[:, :, :height, :width]
    return x


def conv_forward_im2col(
    x: np.ndarray, w: np.ndarray, b: np.ndarray, conv_param: dict
) -> tuple[np.ndarray, Cache]:
    """Convolution (cross-correlation) as one matrix product, out = cols·Wᵀ + b.

    x: images (N, C, H, W); w: kernels (F, C, HH, WW), which form W (F, C·HH·WW); b: biases (F,);
    conv_param: {"stride": int, "pad": int}. Returns out (N, F, H', W') and a cache.

    >>> x, w = np.arange(9.0).reshape(1, 1, 3, 3), np.ones((1, 1, 2, 2))
    >>> out, _ = conv_forward_im2col(x, w, np.array([100.0]), {"stride": 1, "pad": 0})
    >>> out.tolist()
    [[[[108.0, 112.0], [120.0, 124.0]]]]
    """
    n, _, height, width = x.shape
    f, _, kernel_h, kernel_w = w.shape
    stride, pad = conv_param["stride"], conv_param["pad"]
    out_h = (height + 2 * pad - kernel_h) // stride + 1
    out_w = (width + 2 * pad - kernel_w) // stride + 1
    cols = im2col(x, kernel_h, kernel_w, stride, pad)
    out = cols @ w.reshape(f, -1).T + b
    # mistake bias-missing: out = cols @ w.reshape(f, -1).T
    # mistake reshape-for-transpose: out = cols @ w.reshape(-1, f) + b
    out = out.reshape(n, out_h, out_w, f).transpose(0, 3, 1, 2)
    # mistake reshape-for-transpose: out = out.reshape(n, f, out_h, out_w)
    # mistake axes-not-undone: out = out.reshape(n, out_h, out_w, f).transpose(0, 3, 2, 1)
    # mistake axes-not-undone: out = out.reshape(n, out_h, out_w, f)
    return out, (cols, w, x.shape, conv_param)


def conv_backward_im2col(
    dout: np.ndarray, cache: Cache
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of a convolution: those of the matrix product, and col2im for the pixels.

    dout: upstream gradient ∂L/∂out (N, F, H', W'); cache: what `conv_forward_im2col` stored.
    Returns dx (N, C, H, W), dw (F, C, HH, WW) and db (F,).

    >>> x, w = np.array([[[[1.0, 2.0, 3.0]]]]), np.array([[[[10.0, 20.0]]]])
    >>> _, cache = conv_forward_im2col(x, w, np.zeros(1), {"stride": 1, "pad": 0})
    >>> dx, dw, db = conv_backward_im2col(np.array([[[[1.0, 2.0]]]]), cache)
    >>> dx.tolist(), dw.tolist(), db.tolist()
    ([[[[10.0, 40.0, 40.0]]]], [[[[5.0, 8.0]]]], [3.0])
    """
    cols, w, x_shape, conv_param = cache
    f, _, kernel_h, kernel_w = w.shape
    rows = dout.transpose(0, 2, 3, 1).reshape(-1, f)
    # mistake reshape-for-transpose: rows = dout.reshape(-1, f)
    # mistake axes-not-undone: rows = dout.transpose(0, 3, 2, 1).reshape(-1, f)
    dw = (rows.T @ cols).reshape(w.shape)
    # mistake mean-twice: dw = (rows.T @ cols).reshape(w.shape) / len(dout)
    # mistake reshape-for-transpose: dw = (cols.T @ rows).reshape(w.shape)
    # mistake reshape-missing: dw = rows.T @ cols
    db = rows.sum(axis=0)
    # mistake sum-axis: db = rows.sum(axis=1)
    # mistake mean-twice: db = rows.mean(axis=0)
    dcols = rows @ w.reshape(f, -1)
    # mistake reshape-for-transpose: dcols = rows @ w.reshape(-1, f).T
    dx = col2im(dcols, x_shape, kernel_h, kernel_w, conv_param["stride"], conv_param["pad"])
    return dx, dw, db
