"""Vectors as columns (D, 1); singular vectors by the Gram matrix, scaled before it is formed."""

import numpy as np


def power_iteration(A, v, iters):
    v = v[:, np.newaxis]
    for _ in range(iters):
        v = A @ v
        v = v / np.linalg.norm(v, ord=2)
    return (v.T @ A @ v).item(), v[:, 0]


def spectral_norm(W, u, iters):
    scale = np.abs(W).max()
    small = W / scale
    gram = small.T @ small
    v = small.T @ u[:, np.newaxis]
    v = v / np.linalg.norm(v)
    for _ in range(iters - 1):
        v = gram @ v
        v = v / np.linalg.norm(v)
    image = small @ v
    length = np.linalg.norm(image)
    return scale * length, (image / length).ravel(), v.ravel()
