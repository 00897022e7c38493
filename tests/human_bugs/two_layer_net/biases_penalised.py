# bug: The biases are penalised like the weights.
# output: loss, b1, b2
# line: 21
# accept: bias-penalised
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    N = x.shape[0]
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    z = h @ params["W2"] + params["b2"]
    z = z - z.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(N), y].mean()
    dz = np.exp(logp)
    dz[np.arange(N), y] -= 1
    dz /= N
    da = (dz @ params["W2"].T) * (a > 0)
    grads = {"W1": x.T @ da, "b1": da.sum(0), "W2": h.T @ dz, "b2": dz.sum(0)}
    for name in params:
        loss += 0.5 * reg * np.sum(params[name] ** 2)
        grads[name] += reg * params[name]
    return loss, grads
