"""Images as columns, by index arrays."""

from builtins import range

import numpy as np


def get_im2col_indices(x_shape, height, width, padding=1, stride=1):
    _, c, h, w = x_shape
    rows = np.arange(0, h + 2 * padding - height + 1, stride)
    cols = np.arange(0, w + 2 * padding - width + 1, stride)
    k, i, j = np.meshgrid(range(c), range(height), range(width), indexing="ij")
    top, left = np.meshgrid(rows, cols, indexing="ij")
    i = i.reshape(-1, 1) + top.reshape(1, -1)
    return k.reshape(-1, 1), i, j.reshape(-1, 1) + left.reshape(1, -1)


def im2col_indices(x, field_height, field_width, padding=1, stride=1):
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    k, i, j = get_im2col_indices(x.shape, field_height, field_width, padding, stride)
    return padded[:, k, i, j].transpose(1, 2, 0).reshape(k.shape[0], -1)
