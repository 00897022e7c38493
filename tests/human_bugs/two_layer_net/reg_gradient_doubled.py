# bug: The penalty is half reg times the squared norm, but its gradient is taken as 2*reg*W.
# output: W1, W2
# line: 21, 22
# accept: penalty-half-mixed
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    N = len(x)
    h_in = x @ params["W1"] + params["b1"]
    h = h_in * (h_in > 0)
    z = h @ params["W2"] + params["b2"]
    z = z - z.max(1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(1, keepdims=True))
    loss = -logp[range(N), y].mean()
    for k in ("W1", "W2"):
        loss += 0.5 * reg * np.sum(params[k] ** 2)
    dz = (np.exp(logp) - np.eye(z.shape[1])[y]) / N
    dh = dz @ params["W2"].T * (h_in > 0)
    grads = {}
    grads["W2"] = h.T @ dz + 2 * reg * params["W2"]
    grads["W1"] = x.T @ dh + 2 * reg * params["W1"]
    grads["b2"] = dz.sum(0)
    grads["b1"] = dh.sum(0)
    return loss, grads
