"""The bias as one more weight on a column of ones."""

import numpy as np


def logistic_loss(X, y, w, b):
    N = X.shape[0]
    A = np.hstack([X, np.ones((N, 1))])
    theta = np.append(w, b)
    z = A.dot(theta)
    loss = np.mean(np.logaddexp(0, z) - y * z)
    grad = A.T.dot(np.exp(-np.logaddexp(0, -z)) - y) / N
    return loss, grad[:-1], grad[-1]
