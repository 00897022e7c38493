"""All in einsum, weights seen as (D, heads, Dh) and (heads, Dh, D)."""

import numpy as np


def multi_head_attention_forward(x, Wq, Wk, Wv, Wo, num_heads):
    D = x.shape[2]
    q, k, v = (np.einsum("ntd,dhe->nhte", x, W.reshape(D, num_heads, -1)) for W in (Wq, Wk, Wv))
    s = np.einsum("nhte,nhse->nhts", q, k) * q.shape[3] ** -0.5
    s = s - s.max(-1, keepdims=True)
    a = np.exp(s) / np.exp(s).sum(-1, keepdims=True)
    o = np.einsum("nhts,nhse->nhte", a, v)
    out = np.einsum("nhte,hed->ntd", o, Wo.reshape(num_heads, -1, D))
    return out, (x, (Wq, Wk, Wv), Wo, (q, k, v), a, o)


def multi_head_attention_backward(dout, cache):
    x, weights, Wo, (q, k, v), a, o = cache
    heads, D = q.shape[1], x.shape[2]
    dWo = np.einsum("nhte,ntd->hed", o, dout).reshape(D, D)
    do = np.einsum("ntd,hed->nhte", dout, Wo.reshape(heads, -1, D))
    inner = np.einsum("nhte,nhte->nht", do, o)  # the row sum of dA ⊙ A, as FlashAttention has it
    ds = a * (np.einsum("nhte,nhse->nhts", do, v) - inner[..., None]) * q.shape[3] ** -0.5
    grads = (
        np.einsum("nhts,nhse->nhte", ds, k),
        np.einsum("nhts,nhte->nhse", ds, q),
        np.einsum("nhts,nhte->nhse", a, do),
    )
    dx = sum(
        np.einsum("nhte,dhe->ntd", g, W.reshape(D, heads, -1))
        for g, W in zip(grads, weights, strict=True)
    )
    dWq, dWk, dWv = (np.einsum("ntd,nhte->dhe", x, g).reshape(D, D) for g in grads)
    return dx, dWq, dWk, dWv, dWo
