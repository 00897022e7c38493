"""Boolean masks and matrix products, with the loss of scores reused by both classifiers."""

import numpy as np


def svm_loss(x, y):
    num_train = x.shape[0]
    correct_class_scores = x[np.arange(num_train), y]
    margins = np.maximum(0, x - correct_class_scores[:, None] + 1.0)
    margins[np.arange(num_train), y] = 0
    loss = margins.sum() / num_train
    num_pos = (margins > 0).sum(axis=1)
    dx = np.zeros(x.shape)
    dx[margins > 0] = 1
    dx[np.arange(num_train), y] -= num_pos
    dx /= num_train
    return loss, dx


def svm_loss_naive(W, X, y, reg):
    dW = np.zeros(W.shape)
    num_classes = W.shape[1]
    num_train = X.shape[0]
    loss = 0.0
    for i in range(num_train):
        scores = X[i].dot(W)
        correct_class_score = scores[y[i]]
        for j in range(num_classes):
            if j == y[i]:
                continue
            margin = scores[j] - correct_class_score + 1
            if margin > 0:
                loss += margin
                dW[:, j] += X[i] / num_train
                dW[:, y[i]] -= X[i] / num_train
    loss /= num_train
    loss += reg * np.sum(W * W)
    dW += 2 * reg * W
    return loss, dW


def svm_loss_vectorized(W, X, y, reg):
    loss, dscores = svm_loss(X.dot(W), y)
    loss += reg * np.sum(W**2)
    return loss, X.T.dot(dscores) + reg * 2 * W
