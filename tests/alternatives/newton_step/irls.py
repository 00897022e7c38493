"""A weighted least-squares fit to working targets, where nothing is damped; else a plain solve."""

import numpy as np


def sigmoid(z):
    return 0.5 + 0.5 * np.tanh(z / 2)


def logistic_loss_grad_hess(X, y, w):
    z = X.dot(w)
    loss = np.mean(np.logaddexp(0, z) - y * z)
    p = sigmoid(z)
    residual = p - y
    scaled = X * np.sqrt(p * (1 - p))[:, None]
    return loss, residual.dot(X) / len(y), scaled.T.dot(scaled) / len(y)


def irls_step(X, y, w, damping):
    loss, grad, hess = logistic_loss_grad_hess(X, y, w)
    damped = hess + np.diag(np.full(len(w), damping))
    target = damped.dot(w) - grad  # (H + δI)·w′ = (H + δI)·w − g
    return np.linalg.solve(damped, target)
