"""Log-sum-exp by reduction; the loss first, the gradient class by class."""

import numpy as np


def softmax_loss_naive(W, X, y, reg):
    N, C = len(X), W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        f = X[i].dot(W)
        norm = np.logaddexp.reduce(f)
        loss = loss + (norm - f[y[i]]) / N
        for c in range(C):
            pull = np.exp(f[c] - norm)
            if c == y[i]:
                pull -= 1
            dW[:, c] += pull * X[i] / N
    loss += reg * (W * W).sum()
    dW += reg * 2 * W
    return loss, dW


def softmax_loss_vectorized(W, X, y, reg):
    f = X.dot(W)
    norm = np.logaddexp.reduce(f, axis=1)
    loss = np.mean(norm - f[range(len(y)), y])
    weights = np.exp(f - norm.reshape(-1, 1))
    dW = X.T.dot(weights)
    for c in range(W.shape[1]):
        dW[:, c] -= X[y == c].sum(axis=0)
    return loss + reg * np.sum(np.square(W)), dW / X.shape[0] + 2 * reg * W
