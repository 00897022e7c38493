"""Picks the violating samples by a boolean index and works with them alone."""

import numpy as np


def hinge_svm_loss(X, y, w, b, C):
    c = C / len(y)
    signed = np.column_stack((X, np.ones(len(y)))) * y[:, None]
    theta = np.append(w, b)
    violating = signed[signed @ theta < 1]
    loss = w @ w / 2 + c * (len(violating) - violating.sum(axis=0) @ theta)
    grad = np.append(w, 0.0) - c * violating.sum(axis=0)
    return loss, grad[:-1], grad[-1]
