# bug: The softmax does not subtract the maximum, so large scores overflow to NaN.
# output: loss, W1, b1, W2, b2
# line: 14
# accept: max-not-subtracted, exp-overflows, log-of-zero
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = x.shape[0]
    a = x @ W1 + b1
    h = np.maximum(a, 0)
    scores = h @ W2 + b2
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    loss = np.sum(-np.log(probs[range(N), y])) / N
    loss += 0.5 * reg * np.sum(W1 * W1) + 0.5 * reg * np.sum(W2 * W2)
    probs[range(N), y] -= 1
    probs /= N
    grads = {"W2": h.T @ probs + reg * W2, "b2": probs.sum(axis=0)}
    dh = probs @ W2.T
    dh[a <= 0] = 0
    grads["W1"] = x.T @ dh + reg * W1
    grads["b1"] = dh.sum(axis=0)
    return loss, grads
