"""Sample by sample and position by position; padding is skipped."""

import numpy as np


def additive_attention_forward(s, enc, Wa, Ua, va, mask):
    N, T, E = enc.shape
    attn, ctx = np.zeros((N, T)), np.zeros((N, E))
    tanh = np.zeros((N, T, len(va)))
    for n in range(N):
        real = [t for t in range(T) if mask[n, t]]
        for t in real:
            tanh[n, t] = np.tanh(s[n] @ Wa + enc[n, t] @ Ua)
        scores = np.array([tanh[n, t] @ va for t in real])
        e = np.exp(scores - scores.max())
        for place, t in enumerate(real):
            attn[n, t] = e[place] / e.sum()
            ctx[n] += attn[n, t] * enc[n, t]
    return ctx, attn, (s, enc, Wa, Ua, va, attn, tanh)


def additive_attention_backward(dctx, cache):
    s, enc, Wa, Ua, va, attn, tanh = cache
    ds, denc = np.zeros(s.shape), np.zeros(enc.shape)
    dWa, dUa, dva = np.zeros(Wa.shape), np.zeros(Ua.shape), np.zeros(va.shape)
    for n in range(s.shape[0]):
        ctx = attn[n] @ enc[n]
        for t in range(enc.shape[1]):
            de = attn[n, t] * (dctx[n] @ (enc[n, t] - ctx))
            dnet = de * va * (1 - tanh[n, t] ** 2)
            dva += de * tanh[n, t]
            ds[n] += Wa @ dnet
            denc[n, t] = attn[n, t] * dctx[n] + Ua @ dnet
            dWa += np.outer(s[n], dnet)
            dUa += np.outer(enc[n, t], dnet)
    return ds, denc, dWa, dUa, dva
