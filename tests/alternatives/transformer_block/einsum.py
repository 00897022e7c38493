"""einsum for all products; x named anew at each step."""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    mu = np.einsum("ntd->nt", x)[..., None] / x.shape[-1]
    sq = np.einsum("ntd,ntd->nt", x, x)[..., None] / x.shape[-1]
    return gamma * ((x - mu) * (np.maximum(sq - mu**2, 0) + eps) ** -0.5) + beta


def self_attention(x, p, H):
    D = x.shape[2]
    q, k, v = (np.einsum("ntd,dhe->nhte", x, p[w].reshape(D, H, D // H)) for w in ("Wq", "Wk", "Wv"))
    s = np.einsum("nhte,nhse->nhts", q, k) / (D // H) ** 0.5
    s = np.exp(s - s.max(axis=-1)[..., None])
    o = np.einsum("nhts,nhse->nthe", s / s.sum(axis=-1)[..., None], v)
    return np.einsum("ntd,de->nte", o.reshape(x.shape), p["Wo"])


def mlp(x, p):
    h = np.einsum("ntd,df->ntf", x, p["W1"]) + p["b1"]
    return np.einsum("ntf,fd->ntd", np.where(h > 0, h, 0), p["W2"]) + p["b2"]


def encoder_block(x, params, num_heads, pre_norm=True):
    one, two = ((params[f"gamma{i}"], params[f"beta{i}"]) for i in (1, 2))
    if not pre_norm:
        y = layer_norm(self_attention(x, params, num_heads) + x, *one)
        return layer_norm(mlp(y, params) + y, *two)
    y = self_attention(layer_norm(x, *one), params, num_heads) + x
    return mlp(layer_norm(y, *two), params) + y
