# bug: The gradient flows back through the ReLU unchanged: the mask of the hidden layer is missing.
# output: W1, b1
# line: 27
# accept: activation-slope-missing, mask-missing
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1 = params["W1"], params["b1"]
    W2, b2 = params["W2"], params["b2"]
    N = x.shape[0]

    hidden = np.maximum(0, x.dot(W1) + b1)
    scores = hidden.dot(W2) + b2

    scores -= scores.max(axis=1, keepdims=True)
    lse = np.log(np.exp(scores).sum(axis=1, keepdims=True))
    loss = np.mean(lse[:, 0] - scores[np.arange(N), y])
    loss += 0.5 * reg * (np.sum(W1 * W1) + np.sum(W2 * W2))

    dscores = np.exp(scores - lse)
    dscores[np.arange(N), y] -= 1
    dscores /= N
    grads = {}
    grads["W2"] = hidden.T.dot(dscores) + reg * W2
    grads["b2"] = dscores.sum(axis=0)
    dhidden = dscores.dot(W2.T)
    grads["W1"] = x.T.dot(dhidden) + reg * W1
    grads["b1"] = dhidden.sum(axis=0)
    return loss, grads
