"""Entry by entry; the field is an object that can be called."""

import numpy as np


def sample_path(x0, x1, t):
    out = np.zeros(x0.shape)
    for n, d in np.ndindex(*x0.shape):
        out[n, d] = x0[n, d] * (1 - t[n]) + x1[n, d] * t[n]
    return out


def rectified_flow_loss(v_pred, x0, x1):
    N, D = v_pred.shape
    total, dv = 0.0, np.zeros((N, D))
    for n in range(N):
        for d in range(D):
            miss = float(v_pred[n, d]) - float(x1[n, d]) + float(x0[n, d])
            total += miss**2
            dv[n, d] = 2 * miss / (N * D)
    return total / (N * D), dv


class Field:
    def __init__(self, A, b):
        self.A, self.b = A, b

    def __call__(self, x, t):
        return np.array([[row @ self.A[:, j] + t * self.b[j] for j in range(len(self.b))] for row in x])


def linear_velocity(A, b):
    return Field(A, b)


def sample_euler(velocity, x0, steps):
    x = x0
    for start in np.linspace(0, 1, steps, endpoint=False):
        x = x + velocity(x, start) * (1 / steps)
    return x
