# bug: A ReLU is applied to the scores of the second layer as well.
# output: loss, W1, b1, W2, b2
# line: 14
# accept: output-activated
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = x.shape[0]
    a1 = x @ W1 + b1
    h1 = np.maximum(a1, 0)
    a2 = h1 @ W2 + b2
    scores = np.maximum(a2, 0)
    s = scores - scores.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(N), y].mean() + 0.5 * reg * ((W1**2).sum() + (W2**2).sum())
    d = np.exp(logp)
    d[np.arange(N), y] -= 1
    d = d / N * (a2 > 0)
    grads = {"W2": h1.T @ d + reg * W2, "b2": d.sum(0)}
    d = d @ W2.T * (a1 > 0)
    grads.update({"W1": x.T @ d + reg * W1, "b1": d.sum(0)})
    return loss, grads
