"""State and encoder state side by side with one weight matrix; masked exponentials."""

import numpy as np


def bahdanau_attention(s, enc, Wa, Ua, va, mask):
    N, T, _ = enc.shape
    both = np.concatenate([np.repeat(s[:, None, :], T, axis=1), enc], axis=2)
    W = np.concatenate([Wa, Ua], axis=0)
    u = np.tanh(np.matmul(both, W))
    e = np.matmul(u, va)
    top = np.where(mask, e, e.min() - 1).max(axis=1, keepdims=True)
    x = np.where(mask, np.exp(np.minimum(e - top, 0)), 0)
    a = x / x.sum(axis=1, keepdims=True)
    return np.matmul(a[:, None, :], enc)[:, 0], a, (both, W, u, va, a, s.shape[1])


def bahdanau_attention_backward(dctx, cache):
    both, W, u, va, a, H = cache
    enc = both[:, :, H:]
    da = np.matmul(enc, dctx[:, :, None])[:, :, 0]
    de = a * (da - (a * da).sum(axis=1, keepdims=True))
    dpre = (1 - u) * (1 + u) * de[:, :, None] * va
    flat, flat_in = dpre.reshape(-1, dpre.shape[2]), both.reshape(-1, both.shape[2])
    dW = flat_in.T @ flat
    dboth = dpre @ W.T
    denc = dboth[:, :, H:] + a[:, :, None] * dctx[:, None, :]
    dva = u.reshape(flat.shape).T @ de.reshape(-1)
    return dboth[:, :, :H].sum(axis=1), denc, dW[:H], dW[H:], dva
