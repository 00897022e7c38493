# bug: The derivative helper expects z but gets the activation, so the sigmoid is applied twice.
# output: dw, db
# line: 21
# accept: derivative-at-output, activation-twice
import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def dsigmoid(z):
    return sigmoid(z) * (1 - sigmoid(z))


def single_layer_loss(x, y, w, b):
    n = x.shape[0]
    z = x @ w + b
    a = sigmoid(z)
    loss = np.sum((a - y) ** 2) / n
    dz = 2.0 / n * (a - y) * dsigmoid(a)
    dw = x.T @ dz
    db = np.sum(dz)
    return loss, dw, db
