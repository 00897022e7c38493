import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = (params[name] for name in ("W1", "b1", "W2", "b2"))
    rows = np.arange(len(y))
    a = x @ W1 + b1
    h = np.maximum(a, 0)
    z = h @ W2 + b2
    z = z - z.max(axis=1, keepdims=True)
    p = np.exp(z)
    loss = -np.log(p[rows, y]).mean()
    p /= p.sum(axis=1, keepdims=True)
    loss += 0.5 * reg * (np.sum(W1 * W1) + np.sum(W2 * W2))
    p[rows, y] -= 1
    dz = p / len(y)
    da = (dz @ W2.T) * (a > 0)
    grads = {"W2": h.T @ dz + reg * W2, "b2": dz.sum(axis=0)}
    grads["W1"], grads["b1"] = x.T @ da + reg * W1, da.sum(axis=0)
    return loss, grads
