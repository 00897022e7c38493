"""One image, one channel, one pixel column at a time."""

import random

import numpy as np


def horizontal_flip(x):
    out = np.zeros_like(x)
    width = x.shape[3]
    for j in range(width):
        out[:, :, :, j] = x[:, :, :, width - 1 - j]
    return out


def random_crop(x, size, pad):
    out = []
    for image in x:
        padded = np.pad(image, ((0, 0), (pad, pad), (pad, pad)), mode="constant")
        i = random.randint(0, padded.shape[1] - size)
        j = random.randint(0, padded.shape[2] - size)
        out.append(padded[:, i : i + size, j : j + size])
    return np.array(out)


def normalize_images(x, mean, std):
    out = np.zeros(x.shape)
    for c in range(x.shape[1]):
        out[:, c] = (x[:, c] - 255 * mean[c]) / (255 * std[c])
    return out


def mixup(x, y, lam, order):
    images, labels = np.zeros(x.shape), np.zeros(y.shape)
    for i, j in enumerate(order):
        images[i] = lam * x[i] + (1 - lam) * x[j]
        labels[i] = lam * y[i] + (1 - lam) * y[j]
    return images, labels
