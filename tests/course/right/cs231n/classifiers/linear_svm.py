"""Multiclass SVM, with loops and without."""

from builtins import range
from random import shuffle

import numpy as np
from past.builtins import xrange


def svm_loss_naive(W, X, y, reg):
    dW = np.zeros(W.shape)
    loss = 0.0
    for i in xrange(X.shape[0]):
        scores = X[i].dot(W)
        for j in range(W.shape[1]):
            margin = scores[j] - scores[y[i]] + 1
            if j != y[i] and margin > 0:
                loss += margin
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
    loss = loss / X.shape[0] + reg * np.sum(W * W)
    return loss, dW / X.shape[0] + 2 * reg * W


def svm_loss_vectorized(W, X, y, reg):
    loss = 0.0
    dW = np.zeros(W.shape)
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.clip(scores - scores[rows, y][:, None] + 1, 0, None)
    margins[rows, y] = 0
    loss = margins.sum(axis=1).mean() + reg * (W**2).sum()
    active = (margins > 0) * 1.0
    active[rows, y] = -active.sum(axis=1)
    dW = X.T @ active / len(y) + 2 * reg * W
    return loss, dW
