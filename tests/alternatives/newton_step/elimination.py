"""Plain Python sums over samples, and elimination with pivots in place of a library call."""

import math

import numpy as np


def logistic_grad_hessian(X, y, w):
    N, D = X.shape
    loss, grad, hess = 0.0, np.zeros(D), np.zeros((D, D))
    for x, label in zip(X, y):
        z = float(np.dot(x, w))
        e = math.exp(-abs(z))
        loss += max(z, 0.0) + math.log1p(e) - float(label) * z
        p = 1 / (1 + e) if z >= 0 else e / (1 + e)
        for i in range(D):
            grad[i] += (p - label) * x[i]
            for j in range(D):
                hess[i, j] += p * (1 - p) * x[i] * x[j]
    return loss / N, grad / N, hess / N


def newton_logistic(X, y, w, damping):
    _, g, H = logistic_grad_hessian(X, y, w)
    n = len(g)
    rows = [[H[i, j] + (damping if i == j else 0.0) for j in range(n)] + [g[i]] for i in range(n)]
    for k in range(n):
        best = max(range(k, n), key=lambda i: abs(rows[i][k]))
        rows[k], rows[best] = rows[best], rows[k]
        for i in range(k + 1, n):
            factor = rows[i][k] / rows[k][k]
            rows[i] = [a - factor * b for a, b in zip(rows[i], rows[k])]
    step = [0.0] * n
    for k in reversed(range(n)):
        known = sum(rows[k][j] * step[j] for j in range(k + 1, n))
        step[k] = (rows[k][n] - known) / rows[k][k]
    return np.array([float(a) - b for a, b in zip(w, step)])
