# bug: The first layer forgets its bias b1 in the forward pass.
# output: loss, W1, b1, W2, b2
# line: 12
# accept: bias-missing
# edit: behaves as if the term b1 were missing
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = x.shape[0]
    h = np.maximum(x @ W1, 0)
    z = h @ W2 + b2
    z = z - z.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(N), y].mean() + 0.5 * reg * (np.sum(W1**2) + np.sum(W2**2))
    dz = np.exp(logp)
    dz[np.arange(N), y] -= 1
    dz /= N
    dh = dz @ W2.T * (h > 0)
    grads = {}
    grads["W1"] = x.T @ dh + reg * W1
    grads["b1"] = dh.sum(axis=0)
    grads["W2"] = h.T @ dz + reg * W2
    grads["b2"] = dz.sum(axis=0)
    return loss, grads
