"""Built from affine, ReLU and softmax layers with caches, as the course assignments do."""

import numpy as np


def affine_forward(x, w, b):
    return x.dot(w) + b, (x, w)


def affine_backward(dout, cache):
    x, w = cache
    return dout.dot(w.T), x.T.dot(dout), np.sum(dout, axis=0)


def relu_forward(x):
    return np.maximum(0, x), x


def relu_backward(dout, cache):
    return np.where(cache > 0, dout, 0)


def softmax_loss(x, y):
    shifted_logits = x - np.max(x, axis=1, keepdims=True)
    Z = np.sum(np.exp(shifted_logits), axis=1, keepdims=True)
    log_probs = shifted_logits - np.log(Z)
    N = x.shape[0]
    loss = -np.sum(log_probs[np.arange(N), y]) / N
    dx = np.exp(log_probs)
    dx[np.arange(N), y] -= 1
    return loss, dx / N


def two_layer_loss(x, y, params, reg=0.0):
    a, fc1_cache = affine_forward(x, params["W1"], params["b1"])
    h, relu_cache = relu_forward(a)
    scores, fc2_cache = affine_forward(h, params["W2"], params["b2"])

    loss, dscores = softmax_loss(scores, y)
    for name in ("W1", "W2"):
        loss += 0.5 * reg * np.sum(params[name] * params[name])

    grads = {}
    dh, grads["W2"], grads["b2"] = affine_backward(dscores, fc2_cache)
    da = relu_backward(dh, relu_cache)
    _, grads["W1"], grads["b1"] = affine_backward(da, fc1_cache)
    grads["W1"] += reg * params["W1"]
    grads["W2"] += reg * params["W2"]
    return loss, grads
