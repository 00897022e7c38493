"""Scalars all the way: each pair of a sample and a wrong class adds its share."""

import numpy as np


def pairs(scores, y):
    for n in range(scores.shape[0]):
        for j in range(scores.shape[1]):
            if j != y[n]:
                gap = scores[n, j] - scores[n, y[n]]
                if gap > -1:
                    yield n, j, gap + 1


def svm_loss(x, y):
    total = 0.0
    dx = np.zeros(x.shape)
    for n, j, term in pairs(x, y):
        total += term
        dx[n, j] += 1 / x.shape[0]
        dx[n, y[n]] -= 1 / x.shape[0]
    return total / x.shape[0], dx


def svm_loss_naive(W, X, y, reg):
    N = X.shape[0]
    total = 0.0
    dW = np.zeros(W.shape)
    for n, j, term in pairs(X @ W, y):
        total += term / N
        for d in range(W.shape[0]):
            dW[d, j] += X[n, d] / N
            dW[d, y[n]] -= X[n, d] / N
    for d in range(W.shape[0]):
        for c in range(W.shape[1]):
            total += reg * W[d, c] ** 2
            dW[d, c] += 2 * reg * W[d, c]
    return total, dW


def svm_loss_vectorized(W, X, y, reg):
    scores = X @ W
    index = (np.arange(len(y)), y)
    terms = np.clip(scores - scores[index].reshape(-1, 1) + 1, 0, None)
    signs = np.sign(terms)
    signs[index] = 0
    signs[index] -= signs.sum(axis=-1)
    loss = (terms.sum() - len(y)) / len(y) + reg * np.linalg.norm(W) ** 2
    return loss, np.dot(X.T, signs) / len(y) + reg * (W + W)
