# bug: The ReLU mask is taken from the sign of the incoming gradient instead of the hidden pre-activation.
# output: W1, b1
# line: 21
# accept: mask-of-upstream
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = x.shape[0]
    h = np.maximum(x @ W1 + b1, 0)
    s = h @ W2 + b2
    s = s - s.max(axis=1, keepdims=True)
    p = np.exp(s) / np.exp(s).sum(axis=1, keepdims=True)
    loss = np.log(np.exp(s).sum(axis=1)).mean() - s[np.arange(N), y].mean()
    loss += 0.5 * reg * np.sum(W1 * W1) + 0.5 * reg * np.sum(W2 * W2)
    ds = p
    ds[np.arange(N), y] -= 1
    ds /= N
    dh = ds @ W2.T
    dh[dh <= 0] = 0
    grads = {"W2": h.T @ ds + reg * W2, "b2": ds.sum(axis=0)}
    grads["W1"] = x.T @ dh + reg * W1
    grads["b1"] = dh.sum(axis=0)
    return loss, grads
