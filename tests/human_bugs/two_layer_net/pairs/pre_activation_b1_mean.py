# bug: The gradient of W2 uses the pre-activation instead of the ReLU output.
# bug: The gradient of b1 is averaged instead of summed.
# output: W2, b1
# line: 21; 26
# accept: preactivation-for-activation; mean-twice
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = x.shape[0]
    l1 = x @ W1 + b1
    act = np.maximum(l1, 0)
    l2 = act @ W2 + b2
    l2 = l2 - l2.max(axis=1, keepdims=True)
    logp = l2 - np.log(np.exp(l2).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(N), y].sum() / N + 0.5 * reg * (np.sum(W1**2) + np.sum(W2**2))
    dl2 = np.exp(logp)
    dl2[np.arange(N), y] -= 1
    dl2 /= N
    dW2 = l1.T @ dl2 + reg * W2
    db2 = np.sum(dl2, axis=0)
    dl1 = dl2 @ W2.T
    dl1[l1 <= 0] = 0
    dW1 = x.T @ dl1 + reg * W1
    db1 = np.mean(dl1, axis=0)
    return loss, {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
