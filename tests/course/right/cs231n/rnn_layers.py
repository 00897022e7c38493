"""Recurrent layers and the head of a captioning model."""

import numpy as np

from .layers import affine_backward, affine_forward


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = np.tanh(x @ Wx + prev_h @ Wh + b)
    return next_h, (x, prev_h, Wx, Wh, next_h)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, next_h = cache
    da = dnext_h * (1 - next_h**2)
    return da @ Wx.T, da @ Wh.T, x.T @ da, prev_h.T @ da, da.sum(axis=0)


def rnn_forward(x, h0, Wx, Wh, b):
    states, caches, prev = [], [], h0
    for t in range(x.shape[1]):
        prev, cache = rnn_step_forward(x[:, t], prev, Wx, Wh, b)
        states.append(prev)
        caches.append(cache)
    return np.stack(states, axis=1), caches


def rnn_backward(dh, cache):
    x, _, Wx, Wh, _ = cache[0]
    dx = np.zeros((*dh.shape[:2], x.shape[1]))
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(len(Wh))
    carried = 0
    for t in reversed(range(dh.shape[1])):
        dx[:, t], carried, *parts = rnn_step_backward(dh[:, t] + carried, cache[t])
        for total, part in zip((dWx, dWh, db), parts):
            total += part
    return dx, carried, dWx, dWh, db


def word_embedding_forward(x, W):
    return W[x], (x, W)


def word_embedding_backward(dout, cache):
    x, W = cache
    dW = np.zeros_like(W)
    np.add.at(dW, x, dout)
    return dW


def sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    ai, af, ao, ag = np.split(x @ Wx + prev_h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid(ai), sigmoid(af), sigmoid(ao), np.tanh(ag)
    next_c = f * prev_c + i * g
    squashed = np.tanh(next_c)
    return o * squashed, next_c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, squashed)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, squashed = cache
    dc = dnext_c + dnext_h * o * (1 - squashed**2)
    parts = (
        dc * g * i * (1 - i),
        dc * prev_c * f * (1 - f),
        dnext_h * squashed * o * (1 - o),
        dc * i * (1 - g**2),
    )
    da = np.concatenate(parts, axis=1)
    return da @ Wx.T, da @ Wh.T, dc * f, x.T @ da, prev_h.T @ da, da.sum(axis=0)


def lstm_forward(x, h0, Wx, Wh, b):
    h = np.zeros((*x.shape[:2], h0.shape[1]))
    c, caches, prev = np.zeros_like(h0), [], h0
    for t in range(x.shape[1]):
        prev, c, cache = lstm_step_forward(x[:, t], prev, c, Wx, Wh, b)
        h[:, t] = prev
        caches.append(cache)
    return h, caches


def lstm_backward(dh, cache):
    x, h0, _, Wx, Wh = cache[0][:5]
    dx = np.zeros((*dh.shape[:2], x.shape[1]))
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(Wx.shape[1])
    carried_h, carried_c = np.zeros_like(h0), np.zeros_like(h0)
    for t in range(dh.shape[1] - 1, -1, -1):
        grads = lstm_step_backward(dh[:, t] + carried_h, carried_c, cache[t])
        dx[:, t], carried_h, carried_c = grads[:3]
        dWx += grads[3]
        dWh += grads[4]
        db += grads[5]
    return dx, carried_h, dWx, dWh, db


def temporal_affine_forward(x, w, b):
    n, t, d = x.shape
    out, cache = affine_forward(x.reshape(n * t, d), w, b)
    return out.reshape(n, t, -1), (cache, x.shape)


def temporal_affine_backward(dout, cache):
    inner, shape = cache
    dx, dw, db = affine_backward(dout.reshape(-1, dout.shape[2]), inner)
    return dx.reshape(shape), dw, db


def temporal_softmax_loss(x, y, mask, verbose=False):
    n, t, v = x.shape
    flat = x.reshape(n * t, v)
    p = np.exp(flat - flat.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    rows, weights = np.arange(n * t), mask.reshape(-1)
    shifted = flat - flat.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -(weights * log_p[rows, y.reshape(-1)]).sum() / n
    p[rows, y.reshape(-1)] -= 1
    dx = p / n * weights[:, None]
    if verbose:
        print("dx:", dx.shape)
    return loss, dx.reshape(n, t, v)
