"""One strided sum for each tap of the kernel."""

import numpy as np


def conv_transpose2d(x, w, b, stride=1, pad=0):
    height, width = x.shape[2], x.shape[3]
    rows, columns = (height - 1) * stride + w.shape[2], (width - 1) * stride + w.shape[3]
    canvas = np.zeros((len(x), w.shape[1], rows, columns))
    for u, v in np.ndindex(w.shape[2], w.shape[3]):
        product = np.tensordot(x, w[:, :, u, v], axes=([1], [0]))
        canvas[
            :, :, u : u + height * stride : stride, v : v + width * stride : stride
        ] += product.transpose(0, 3, 1, 2)
    canvas += b.reshape(-1, 1, 1)
    return canvas[:, :, pad : rows - pad, pad : columns - pad]
