"""Forward and backward functions for each kind of layer, chained over a list of caches."""

import numpy as np


def affine_forward(x, w, b):
    return x.dot(w) + b, (x, w)


def affine_backward(dout, cache):
    x, w = cache
    return dout.dot(w.T), x.T.dot(dout), dout.sum(0)


def activate(a, kind):
    out = np.where(a > 0, a, 0) if kind == "relu" else np.tanh(a)
    return out, (out, kind)


def activate_backward(dout, cache):
    out, kind = cache
    if kind == "relu":
        return np.where(out > 0, dout, 0)
    return dout - dout * out * out


def softmax_loss(x, y):
    n = x.shape[0]
    p = np.exp(x - x.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    top = x.max(1)
    loss = np.mean(np.log(np.exp(x - top[:, None]).sum(1)) + top - x[range(n), y])
    p[range(n), y] -= 1
    return loss, p / n


def mlp_loss_grad(X, y, weights, biases, activation="relu"):
    h, caches = X, []
    last = len(weights) - 1
    for i, (w, b) in enumerate(zip(weights, biases)):
        h, affine = affine_forward(h, w, b)
        act = None
        if i < last:
            h, act = activate(h, activation)
        caches.append((affine, act))
    loss, dout = softmax_loss(h, y)
    dW, dB = [None] * len(weights), [None] * len(weights)
    for i in range(last, -1, -1):
        affine, act = caches[i]
        if act is not None:
            dout = activate_backward(dout, act)
        dout, dW[i], dB[i] = affine_backward(dout, affine)
    return loss, dW, dB
