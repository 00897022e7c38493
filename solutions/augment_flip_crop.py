"""Flipping, random cropping, normalisation and mixup of a batch of images.

Conventions: images (N, C, H, W); a horizontal flip exchanges left and right; crops come from the
image with zeros around it, at a place of its own for each image; pixels 0 … 255 are brought to
[0, 1] before mean and deviation; mixup mixes images and one-hot labels by the same numbers.
"""

import numpy as np


def hflip(x: np.ndarray) -> np.ndarray:
    """Mirror images left to right.

    out[n, c, i, j] = x[n, c, i, W − 1 − j]

    x: images (N, C, H, W). Returns an array of the same shape.

    >>> hflip(np.array([[[[1, 2, 3], [4, 5, 6]]]])).tolist()
    [[[[3, 2, 1], [6, 5, 4]]]]
    """
    flipped = x[:, :, :, ::-1]
    # mistake flipped-upside-down: flipped = x[:, :, ::-1, :]
    # mistake flipped-both-ways: flipped = x[:, :, ::-1, ::-1]
    # mistake channels-flipped: flipped = x[:, ::-1]
    # mistake batch-flipped: flipped = x[::-1]
    # mistake image-transposed: flipped = x.transpose(0, 1, 3, 2)
    # mistake columns-rolled: flipped = np.roll(x, 1, axis=3)
    return flipped


def random_crop(x: np.ndarray, size: int, pad: int) -> np.ndarray:
    """Pad each image with zeros and cut a square out of it, at a random place of its own.

    x: images (N, C, H, W); size: side of the square, at most H + 2·pad and W + 2·pad; pad: rings of
    zeros. All places are equally likely, rows and columns by themselves, anew in every call.
    Returns (N, C, size, size).

    >>> random_crop(np.ones((2, 3, 4, 4)), size=4, pad=0).shape
    (2, 3, 4, 4)
    """
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    # mistake crop-unpadded: padded = x if min(x.shape[2:]) >= size else np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    # mistake padding-not-zero: padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="edge")
    # mistake crop-padded-on-one-side: padded = np.pad(x, ((0, 0), (0, 0), (0, 2 * pad), (0, 2 * pad)))
    # mistake crop-padded-on-one-side: padded = np.pad(x, ((0, 0), (0, 0), (pad, 0), (pad, 0)))
    # mistake crop-padded-on-one-side: padded = np.pad(x, ((0, 0), (0, 0), (0, pad), (0, pad)))
    n, _, height, width = padded.shape
    tops = np.random.randint(0, height - size + 1, n)
    # mistake last-place-never: tops = np.random.randint(0, max(height - size, 1), n)
    # mistake one-place-for-batch/both: tops = np.full(n, np.random.randint(0, height - size + 1))
    # mistake one-place-for-batch: tops = np.full(n, np.random.randint(0, height - size + 1))
    # mistake draws-the-same-each-time: tops = np.random.RandomState(0).randint(0, height - size + 1, n)
    # mistake centre-cropped/all: tops = np.full(n, (height - size) // 2)
    # mistake corner-cropped/all: tops = np.zeros(n, dtype=int)
    lefts = np.random.randint(0, width - size + 1, n)
    # mistake last-place-never: lefts = np.random.randint(0, max(width - size, 1), n)
    # mistake one-place-for-batch/both: lefts = np.full(n, np.random.randint(0, width - size + 1))
    # mistake one-place-for-batch: lefts = np.full(n, np.random.randint(0, width - size + 1))
    # mistake same-place-on-both-axes: lefts = np.minimum(tops, width - size)
    # mistake centre-cropped/all: lefts = np.full(n, (width - size) // 2)
    # mistake corner-cropped/all: lefts = np.zeros(n, dtype=int)
    crops = [
        image[:, top : top + size, left : left + size]
        for image, top, left in zip(padded, tops, lefts, strict=True)
    ]
    out = np.stack(crops)
    # mistake crop-resampled: out = np.stack([image[:, np.sort(np.random.permutation(height)[:size])][:, :, :size] for image in padded])
    return out


def normalize_images(x: np.ndarray, mean: np.ndarray, std: np.ndarray) -> np.ndarray:
    """Bring bytes to [0, 1], then to mean 0 and deviation 1 by channel.

    out[n, c] = (x[n, c] / 255 − mean[c]) / std[c]

    x: images (N, C, H, W) with pixels 0 … 255, bytes or floats; mean, std: (C,), in units of [0, 1].
    Returns floats in the shape of x.

    >>> normalize_images(np.full((1, 1, 1, 2), 255), np.array([0.5]), np.array([0.25])).tolist()
    [[[[2.0, 2.0]]]]
    """
    scaled = x / 255.0
    # mistake pixel-not-scaled: scaled = 1.0 * x
    # mistake divided-by-256: scaled = x / 256.0
    # mistake scaled-to-both-signs: scaled = x / 127.5 - 1.0
    shift, spread = mean[:, None, None], std[:, None, None]
    # mistake statistics-along-columns: shift, spread = mean, std
    # mistake first-channel-for-all: shift, spread = mean[0], std[0]
    # mistake statistics-of-batch: shift, spread = scaled.mean(axis=(0, 2, 3))[:, None, None], scaled.std(axis=(0, 2, 3))[:, None, None]
    # mistake statistics-averaged: shift, spread = mean.mean(), std.mean()
    # mistake channels-in-other-order: shift, spread = mean[::-1, None, None], std[::-1, None, None]
    out = (scaled - shift) / spread
    # mistake scaled-after-shift: out = (x - shift) / spread / 255.0
    # mistake mean-not-subtracted: out = scaled / spread
    # mistake std-missing: out = scaled - shift
    # mistake multiplied-for-divided: out = (scaled - shift) * spread
    # mistake variance-for-deviation: out = (scaled - shift) / spread**2
    # mistake root-taken: out = (scaled - shift) / np.sqrt(spread)
    return out


def mixup(
    x: np.ndarray, y: np.ndarray, lam: float, order: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Mix every sample with another one of the batch, labels as well.

    x' = λ·x + (1 − λ)·x[order],  y' = λ·y + (1 − λ)·y[order]

    x: images (N, C, H, W); y: one-hot labels (N, K); lam: λ from 0 to 1; order: a permutation of
    0 … N−1. Returns x' and y' in the shapes of x and y.

    >>> x, y = np.array([0.0, 8.0]).reshape(2, 1, 1, 1), np.eye(2)
    >>> mixed, labels = mixup(x, y, 0.75, np.array([1, 0]))
    >>> mixed.ravel().tolist(), labels.tolist()
    ([2.0, 6.0], [[0.75, 0.25], [0.25, 0.75]])
    """
    mixed = lam * x + (1.0 - lam) * x[order]
    # mistake coefficients-swapped/both: mixed = (1.0 - lam) * x + lam * x[order]
    # mistake coefficients-swapped: mixed = (1.0 - lam) * x + lam * x[order]
    # mistake mixed-in-reverse-order/both: mixed = lam * x + (1.0 - lam) * x[::-1]
    # mistake complement-missing: mixed = lam * x + x[order]
    # mistake unsigned-overflow: mixed = x[order] + lam * (x - x[order])
    # mistake halves-mixed: mixed = 0.5 * x + 0.5 * x[order]
    # mistake shares-alike/both: mixed = lam * x + lam * x[order]
    # mistake shares-alike: mixed = lam * x + lam * x[order]
    labels = lam * y + (1.0 - lam) * y[order]
    # mistake labels-not-mixed: labels = 1.0 * y
    # mistake labels-of-partner: labels = 1.0 * y[order]
    # mistake coefficients-swapped/both: labels = (1.0 - lam) * y + lam * y[order]
    # mistake coefficients-swapped: labels = (1.0 - lam) * y + lam * y[order]
    # mistake mixed-in-reverse-order/both: labels = lam * y + (1.0 - lam) * y[::-1]
    # mistake label-of-larger-share: labels = 1.0 * (y if lam >= 0.5 else y[order])
    # mistake complement-missing: labels = lam * y + y[order]
    # mistake halves-mixed: labels = 0.5 * y + 0.5 * y[order]
    # mistake shares-alike/both: labels = lam * y + lam * y[order]
    # mistake shares-alike: labels = lam * y + lam * y[order]
    return mixed, labels
