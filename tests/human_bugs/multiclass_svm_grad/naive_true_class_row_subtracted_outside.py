# bug: Naive: true-class row subtracted outside the if.
# output: dW_n
# line: 32
# accept: none
import numpy as np


def svm_loss(x, y):
    N = len(y)
    rows = np.arange(N)
    correct = x[rows, y][:, None]
    margins = np.maximum(0.0, x - correct + 1.0)
    margins[rows, y] = 0.0
    loss = margins.sum() / N
    dx = (margins > 0).astype(float)
    dx[rows, y] = -dx.sum(axis=1)
    return loss, dx / N


def svm_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros(W.shape)
    num = X.shape[0]
    for i in range(num):
        scores = X[i] @ W
        for j in range(W.shape[1]):
            if j == y[i]:
                continue
            margin = scores[j] - scores[y[i]] + 1.0
            if margin > 0:
                loss += margin
                dW[:, j] += X[i]
            dW[:, y[i]] -= X[i]
    loss = loss / num + reg * np.sum(W ** 2)
    dW = dW / num + 2 * reg * W
    return loss, dW


def svm_loss_vectorized(W, X, y, reg):
    data, dscores = svm_loss(X @ W, y)
    return data + reg * np.sum(W * W), X.T @ dscores + 2.0 * reg * W
