"""The bias as one more weight, on a column of ones."""

import numpy as np


def linear_regression_loss(X, y, w, b):
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.append(w, b)
    errors = y - A @ theta
    grad = -2 * np.einsum("nd,n->d", A, errors) / len(y)
    return np.mean(np.square(errors)), grad[:-1], grad[-1]
