# bug: Penalty leaves out W2.
# output: loss
# line: 17
# accept: penalty-one-layer
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = (params[k] for k in ("W1", "b1", "W2", "b2"))
    n = len(y)
    pre = x @ W1 + b1
    hid = pre * (pre > 0)
    z = hid @ W2 + b2
    ez = np.exp(z - z.max(axis=1, keepdims=True))
    prob = ez / ez.sum(axis=1, keepdims=True)
    data = -np.log(prob[range(n), y]).mean()
    penalty = 0.5 * reg * np.sum(W1 * W1)
    g = prob.copy()
    g[range(n), y] -= 1
    g /= n
    grads = {}
    grads["W2"] = hid.T @ g + reg * W2
    grads["b2"] = g.sum(axis=0)
    g = g @ W2.T
    g[pre <= 0] = 0
    grads["W1"] = x.T @ g + reg * W1
    grads["b1"] = g.sum(axis=0)
    return data + penalty, grads
