"""Sample by sample and head by head, with the whole Jacobian of each softmax row."""

import numpy as np


def mha_forward(x, Wq, Wk, Wv, Wo, num_heads):
    N, T, D = x.shape
    d = D // num_heads
    concat = np.zeros((N, T, D), dtype=np.result_type(x, Wo))
    maps = {}
    for n in range(N):
        for h in range(num_heads):
            cols = slice(h * d, (h + 1) * d)
            q, k, v = x[n] @ Wq[:, cols], x[n] @ Wk[:, cols], x[n] @ Wv[:, cols]
            s = q @ k.T / d**0.5
            e = np.exp(s - np.max(s, axis=1, keepdims=True))
            a = e / np.sum(e, axis=1, keepdims=True)
            maps[n, h] = q, k, v, a
            concat[n][:, cols] = a @ v
    return concat @ Wo, (x, Wq, Wk, Wv, Wo, num_heads, maps, concat)


def mha_backward(dout, cache):
    x, Wq, Wk, Wv, Wo, num_heads, maps, concat = cache
    N, T, D = x.shape
    d = D // num_heads
    dx, dWq, dWk, dWv = np.zeros_like(concat), np.zeros_like(Wq), np.zeros_like(Wk), np.zeros_like(Wv)
    dWo = sum(concat[n].T @ dout[n] for n in range(N))
    for (n, h), (q, k, v, a) in maps.items():
        cols = slice(h * d, (h + 1) * d)
        up = dout[n] @ Wo.T[:, cols]
        da = up @ v.T
        ds = np.stack([(np.diag(row) - np.outer(row, row)) @ g for row, g in zip(a, da)]) / d**0.5
        dq, dk, dv = ds @ k, ds.T @ q, a.T @ up
        for grad, W, inner in ((dWq, Wq, dq), (dWk, Wk, dk), (dWv, Wv, dv)):
            grad[:, cols] += x[n].T @ inner
            dx[n] += inner @ W[:, cols].T
    return dx, dWq, dWk, dWv, dWo
