# bug: The softmax does not subtract the maximum.
# bug: The biases are penalised too.
# output: loss, W1, b1, W2, b2
# line: 13; 16, 21
# accept: max-not-subtracted, exp-overflows, log-of-zero; bias-penalised
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    N = x.shape[0]
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    e = np.exp(h @ params["W2"] + params["b2"])
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.log(p[np.arange(N), y]).mean()
    loss += 0.5 * reg * sum(np.sum(v**2) for v in params.values())
    p[np.arange(N), y] -= 1
    p /= N
    da = (p @ params["W2"].T) * (a > 0)
    grads = {"W1": x.T @ da, "b1": da.sum(0), "W2": h.T @ p, "b2": p.sum(0)}
    grads = {k: g + reg * params[k] for k, g in grads.items()}
    return loss, grads
