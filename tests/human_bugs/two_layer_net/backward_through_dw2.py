# bug: The gradient of the hidden layer is computed with dW2 instead of W2: a wrong name.
# output: W1, b1
# line: 22
# accept: none
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = x.shape[0]
    a = x @ W1 + b1
    h = np.maximum(a, 0)
    z = h @ W2 + b2
    z = z - z.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(N), y].mean() + 0.5 * reg * (np.sum(W1**2) + np.sum(W2**2))
    dz = np.exp(logp)
    dz[np.arange(N), y] -= 1
    dz /= N
    dW2 = h.T @ dz + reg * W2
    db2 = dz.sum(axis=0)
    dh = dz @ dW2.T
    dh = dh * (a > 0)
    dW1 = x.T @ dh + reg * W1
    db1 = dh.sum(axis=0)
    return loss, {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
