# bug: The penalty is in the loss but missing in the gradients of the weights.
# output: W1, W2
# line: 20, 24
# accept: penalty-gradient-missing
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = x.shape[0]
    h = np.maximum(0, x @ W1 + b1)
    z = h @ W2 + b2
    z -= np.max(z, axis=1, keepdims=True)
    logp = z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))
    loss = -np.sum(logp[np.arange(N), y]) / N
    loss += 0.5 * reg * (np.sum(W1**2) + np.sum(W2**2))
    dz = np.exp(logp)
    dz[np.arange(N), y] -= 1
    dz /= N
    dW2 = h.T @ dz
    db2 = np.sum(dz, axis=0)
    dh = dz @ W2.T
    dh[h <= 0] = 0
    dW1 = x.T @ dh
    db1 = np.sum(dh, axis=0)
    return loss, {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
