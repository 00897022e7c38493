# bug: The penalty is divided by N along with the data loss.
# output: loss, W1, W2
# line: 17, 21, 24
# accept: penalty-over-n
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    m = x.shape[0]
    Z1 = x @ W1 + b1
    A1 = np.maximum(Z1, 0)
    Z2 = A1 @ W2 + b2
    Z2 = Z2 - Z2.max(axis=1, keepdims=True)
    logp = Z2 - np.log(np.exp(Z2).sum(axis=1, keepdims=True))
    cost = -np.sum(logp[np.arange(m), y]) / m
    cost += reg / (2 * m) * (np.sum(np.square(W1)) + np.sum(np.square(W2)))
    dZ2 = np.exp(logp)
    dZ2[np.arange(m), y] -= 1
    dZ2 /= m
    dW2 = A1.T @ dZ2 + reg / m * W2
    db2 = dZ2.sum(axis=0)
    dZ1 = dZ2 @ W2.T * (Z1 > 0)
    dW1 = x.T @ dZ1 + reg / m * W1
    db1 = dZ1.sum(axis=0)
    return cost, {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
