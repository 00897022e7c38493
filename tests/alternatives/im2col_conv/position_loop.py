"""One row for each output position, written patch by patch."""

import numpy as np


def im2col(x, kernel_h, kernel_w, stride, pad):
    N, C, H, W = x.shape
    OH, OW = (H + 2 * pad - kernel_h) // stride + 1, (W + 2 * pad - kernel_w) // stride + 1
    xp = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], "constant")
    cols = np.zeros((N * OH * OW, C * kernel_h * kernel_w))
    row = 0
    for n in range(N):
        for i in range(OH):
            for j in range(OW):
                top, left = i * stride, j * stride
                cols[row] = xp[n, :, top : top + kernel_h, left : left + kernel_w].ravel()
                row += 1
    return cols


def col2im(cols, x_shape, kernel_h, kernel_w, stride, pad):
    N, C, H, W = x_shape
    OH, OW = (H + 2 * pad - kernel_h) // stride + 1, (W + 2 * pad - kernel_w) // stride + 1
    xp = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    row = 0
    for n in range(N):
        for i in range(OH):
            for j in range(OW):
                top, left = i * stride, j * stride
                xp[n, :, top : top + kernel_h, left : left + kernel_w] += cols[row].reshape(
                    C, kernel_h, kernel_w
                )
                row += 1
    return xp[:, :, pad : pad + H, pad : pad + W]


def conv_forward_im2col(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    N, _, H, W = x.shape
    F, _, KH, KW = w.shape
    cols = im2col(x, KH, KW, s, p)
    OH, OW = (H + 2 * p - KH) // s + 1, (W + 2 * p - KW) // s + 1
    out = np.dot(cols, w.reshape(F, -1).T) + b
    return out.reshape(N, OH, OW, F).transpose(0, 3, 1, 2), (x.shape, cols, w, s, p)


def conv_backward_im2col(dout, cache):
    shape, cols, w, s, p = cache
    F, _, KH, KW = w.shape
    d = dout.transpose(0, 2, 3, 1).reshape(-1, F)
    dw = np.dot(d.T, cols).reshape(w.shape)
    return col2im(np.dot(d, w.reshape(F, -1)), shape, KH, KW, s, p), dw, np.sum(d, axis=0)
