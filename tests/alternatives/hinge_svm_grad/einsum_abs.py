"""max(0, u) as (u + |u|)/2 and its slope as (1 + sign u)/2 away from the kink; einsum."""

import numpy as np


def binary_svm_loss(X, y, w, b, C):
    u = 1 - np.einsum("n,nd,d->n", y, X, w) - y * b
    hinge = (u + np.abs(u)) / 2
    slope = np.heaviside(u, 0.0)
    g = -C * slope * y / y.size
    loss = np.einsum("d,d->", w, w) / 2 + C * hinge.mean()
    return loss, w + np.einsum("n,nd->d", g, X), g.sum()
