# bug: Loss with 1/2.
# bug: Sign of the error flipped in the gradient.
# output: loss, dw, db
# line: 13; 14
# accept: half-mixed; sign-flipped
import numpy as np

def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    z = x @ w + b
    a = 1 / (1 + np.exp(-z))
    err = a - y
    loss = 0.5 * np.mean(err ** 2)
    da = 2 * (y - a) / N
    dz = da * a * (1 - a)
    dw = x.T @ dz
    db = np.sum(dz)
    return loss, dw, db
