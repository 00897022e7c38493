"""Multiclass SVM: the loss of the loops is there, all else is to be written."""

from builtins import range

import numpy as np
from past.builtins import xrange


def svm_loss_naive(W, X, y, reg):
    dW = np.zeros(W.shape)
    num_train = X.shape[0]
    loss = 0.0
    for i in xrange(num_train):
        scores = X[i].dot(W)
        for j in range(W.shape[1]):
            if j != y[i]:
                loss += max(0, scores[j] - scores[y[i]] + 1)
    loss = loss / num_train + reg * np.sum(W * W)
    pass
    return loss, dW


def svm_loss_vectorized(W, X, y, reg):
    loss = 0.0
    dW = np.zeros(W.shape)
    pass
    pass
    return loss, dW
