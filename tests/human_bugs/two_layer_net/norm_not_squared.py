# bug: The penalty takes the norm of the weights instead of the squared norm.
# output: loss
# line: 16
# accept: root-taken, square-missing
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = x.shape[0]
    u = x @ W1 + b1
    h = np.maximum(u, 0)
    z = h @ W2 + b2
    z = z - z.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    penalty = 0.5 * reg * (np.linalg.norm(W1) + np.linalg.norm(W2))
    loss = -logp[np.arange(N), y].mean() + penalty
    dz = (np.exp(logp) - np.eye(W2.shape[1])[y]) / N
    du = dz @ W2.T * (u > 0)
    return loss, {
        "W1": x.T @ du + reg * W1,
        "b1": du.sum(axis=0),
        "W2": h.T @ dz + reg * W2,
        "b2": dz.sum(axis=0),
    }
