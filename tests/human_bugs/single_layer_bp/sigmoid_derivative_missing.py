# bug: The chain rule skips the sigmoid: the derivative a(1 - a) is missing.
# output: dw, db
# line: 16
# accept: activation-slope-missing
import numpy as np


def sigmoid(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))


def single_layer_loss(x, y, w, b):
    N = len(y)
    a = sigmoid(x @ w + b)
    loss = ((a - y) ** 2).sum() / N
    dz = 2 * (a - y) / N
    dw = x.T @ dz
    db = dz.sum()
    return loss, dw, db
