"""Weights and bias in one vector theta; one gradient, split at the end."""

import numpy as np


def stable_logistic(u):
    return np.exp(-np.logaddexp(0.0, -u))


def single_layer_loss(x, y, w, b):
    X = np.c_[x, np.ones(x.shape[0])]
    theta = np.r_[w, b]
    u = X @ theta
    a, not_a = stable_logistic(u), stable_logistic(-u)
    J = (a * not_a)[:, None] * X  # da_n / dtheta
    grad = 2 / len(X) * J.T @ (a - y)
    return np.sum((a - y) ** 2) / len(X), grad[:-1], grad[-1]
