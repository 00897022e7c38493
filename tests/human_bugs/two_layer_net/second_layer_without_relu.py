# bug: The gradient of W2 multiplies by the pre-activation instead of the ReLU output.
# output: W2
# line: 20
# accept: preactivation-for-activation
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = x.shape[0]
    z1 = x @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    z2 = z2 - z2.max(axis=1, keepdims=True)
    logp = z2 - np.log(np.exp(z2).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(N), y].mean() + reg * 0.5 * (np.sum(W1**2) + np.sum(W2**2))
    dz2 = np.exp(logp)
    dz2[np.arange(N), y] -= 1
    dz2 /= N
    dW2 = z1.T @ dz2 + reg * W2
    db2 = dz2.sum(axis=0)
    dz1 = (dz2 @ W2.T) * (z1 > 0)
    dW1 = x.T @ dz1 + reg * W1
    db1 = dz1.sum(axis=0)
    return loss, {"W1": dW1, "W2": dW2, "b1": db1, "b2": db2}
