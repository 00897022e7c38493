"""NumPy's own functions for flipping and padding; a crop image by image."""

import numpy as np


def hflip(x):
    return np.flip(x, axis=-1)


def random_crop(x, size, pad):
    n, c, h, w = x.shape
    padded = np.zeros((n, c, h + 2 * pad, w + 2 * pad), dtype=x.dtype)
    padded[:, :, pad : pad + h, pad : pad + w] = x
    out = np.empty((n, c, size, size), dtype=x.dtype)
    for i in range(n):
        top = np.random.randint(h + 2 * pad - size + 1)
        left = np.random.randint(w + 2 * pad - size + 1)
        out[i] = padded[i, :, top : top + size, left : left + size]
    return out


def normalize_images(x, mean, std):
    x = x.astype(np.float64) / 255
    return (x - mean.reshape(1, -1, 1, 1)) / std.reshape(1, -1, 1, 1)


def mixup(x, y, lam, order):
    x = x.astype(np.float64)
    return x[order] + lam * (x - x[order]), y[order] + lam * (y - y[order])
