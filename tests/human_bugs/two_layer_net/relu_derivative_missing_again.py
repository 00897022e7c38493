# bug: ReLU derivative missing.
# output: W1, b1
# line: 26
# accept: activation-slope-missing
import numpy as np

def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = x.shape[0]
    z1 = x @ W1 + b1
    h = np.maximum(z1, 0)
    scores = h @ W2 + b2
    scores = scores - scores.max(axis=1, keepdims=True)
    p = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    logp = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(N), y].sum() / N
    loss += 0.5 * reg * (np.sum(W1 ** 2) + np.sum(W2 ** 2))

    dscores = p
    dscores[np.arange(N), y] -= 1
    dscores /= N
    grads = {}
    grads["W2"] = h.T @ dscores + reg * W2
    grads["b2"] = dscores.sum(axis=0)
    dh = dscores @ W2.T
    dz1 = dh
    grads["W1"] = x.T @ dz1 + reg * W1
    grads["b1"] = dz1.sum(axis=0)
    return loss, grads
