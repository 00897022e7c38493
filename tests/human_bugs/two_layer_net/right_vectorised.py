import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = x.shape[0]
    pre = x @ W1 + b1
    h = np.maximum(pre, 0)
    z = h @ W2 + b2
    z = z - z.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(N), y].mean() + 0.5 * reg * ((W1**2).sum() + (W2**2).sum())
    dz = np.exp(logp)
    dz[np.arange(N), y] -= 1
    dz /= N
    dpre = (dz @ W2.T) * (pre > 0)
    grads = {
        "W1": x.T @ dpre + reg * W1,
        "b1": dpre.sum(axis=0),
        "W2": h.T @ dz + reg * W2,
        "b2": dz.sum(axis=0),
    }
    return loss, grads
