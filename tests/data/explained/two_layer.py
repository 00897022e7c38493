import numpy as np


def two_layer_loss(X, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = X.shape[0]
    hidden = X.dot(W1) + b1
    relu = np.maximum(0, hidden)
    scores = relu.dot(W2) + b2
    scores -= np.max(scores, axis=1, keepdims=True)
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    loss = -np.log(probs[range(N), y]).sum() / N + 0.5 * reg * (np.sum(W1 * W1) + np.sum(W2 * W2))
    grads = {}
    dscores = probs.copy()
    dscores[range(N), y] -= 1
    dscores /= N
    grads["W2"] = relu.T.dot(dscores) + reg * W2
    grads["b2"] = dscores.sum(axis=0)
    drelu = dscores.dot(W2.T)
    dhidden = drelu
    dhidden[hidden > 0] = 0
    grads["W1"] = X.T.dot(dhidden) + reg * W1
    grads["b1"] = dhidden.sum(axis=0)
    return loss, grads
