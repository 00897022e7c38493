# bug: The gradient uses y - a, so both gradients have the wrong sign.
# output: dw, db
# line: 13
# accept: sign-flipped
import numpy as np


def single_layer_loss(x, y, w, b):
    m = x.shape[0]
    a = 0.5 * (1 + np.tanh((x @ w + b) / 2))
    error = y - a
    loss = np.mean(error**2)
    delta = 2 * error * a * (1 - a) / m
    return loss, x.T @ delta, np.sum(delta)
