# bug: The loss has a factor 1/2.
# bug: The sigmoid derivative is missing in the gradient.
# output: loss, dw, db
# line: 12; 14, 15
# accept: half-mixed; activation-slope-missing
import numpy as np


def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    h = 0.5 * (1 + np.tanh((x @ w + b) / 2))
    loss = 0.5 * np.mean((h - y) ** 2)
    dh = 2 * (h - y) / N
    dw = x.T @ dh
    db = np.sum(dh)
    return loss, dw, db
