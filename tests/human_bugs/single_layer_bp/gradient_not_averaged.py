# bug: The gradient is summed over the batch, without the 1/N of the loss.
# output: dw, db
# line: 18
# accept: mean-missing
import numpy as np


def single_layer_loss(x, y, w, b):
    N, D = x.shape
    loss, dw, db = 0.0, np.zeros(D), 0.0
    for i in range(N):
        z = x[i] @ w + b
        a = 0.5 * (1 + np.tanh(z / 2))
        loss += (a - y[i]) ** 2
        g = 2 * (a - y[i]) * a * (1 - a)
        dw += g * x[i]
        db += g
    return loss / N, dw, db
