"""The logistic formula as everybody writes it first, overflow warning and all."""

import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    z = np.dot(x, w) + b
    a = sigmoid(z)
    loss = np.sum((a - y) ** 2) / N
    dL_da = 2 * (a - y) / N
    da_dz = a * (1 - a)
    dL_dz = dL_da * da_dz
    dw = np.dot(dL_dz, x)
    db = np.sum(dL_dz)
    return loss, dw, db
