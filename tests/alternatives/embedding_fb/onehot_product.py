"""A look-up is a product with a one-hot matrix, and its gradient the product with the transpose."""

import numpy as np


def embedding_forward(x, W):
    picks = np.eye(W.shape[0])[x.reshape(-1)]
    return (picks @ W).reshape(*x.shape, -1), picks


def embedding_backward(dout, cache):
    return cache.T @ dout.reshape(-1, dout.shape[-1])
