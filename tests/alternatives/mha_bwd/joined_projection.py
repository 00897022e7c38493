"""One projection for queries, keys and values together; heads by split and concatenate."""

import numpy as np


def mha_forward(x, Wq, Wk, Wv, Wo, num_heads):
    joined = np.concatenate([Wq, Wk, Wv], axis=1)
    parts = np.split(x @ joined, 3 * num_heads, axis=-1)
    q, k, v = parts[:num_heads], parts[num_heads : 2 * num_heads], parts[2 * num_heads :]
    scale = np.sqrt(q[0].shape[-1])
    maps = []
    for each_q, each_k in zip(q, k):
        scores = np.matmul(each_q, each_k.transpose(0, 2, 1)) / scale
        scores -= scores.max(axis=2)[:, :, None]
        weights = np.exp(scores)
        maps.append(weights / weights.sum(axis=2)[:, :, None])
    together = np.concatenate([a @ each for a, each in zip(maps, v)], axis=-1)
    return together @ Wo, dict(x=x, joined=joined, Wo=Wo, q=q, k=k, v=v, maps=maps, together=together)


def mha_backward(dout, cache):
    x, maps, scale = cache["x"], cache["maps"], np.sqrt(cache["q"][0].shape[-1])
    dWo = np.tensordot(cache["together"], dout, axes=([0, 1], [0, 1]))
    ups = np.split(dout @ cache["Wo"].T, len(maps), axis=-1)
    dq, dk, dv = [], [], []
    for up, a, q, k, v in zip(ups, maps, cache["q"], cache["k"], cache["v"]):
        da = up @ v.transpose(0, 2, 1)
        ds = (da * a - a * (da * a).sum(-1)[..., None]) / scale
        dq.append(ds @ k)
        dk.append(ds.transpose(0, 2, 1) @ q)
        dv.append(a.transpose(0, 2, 1) @ up)
    dprojected = np.concatenate(dq + dk + dv, axis=-1)
    djoined = np.tensordot(x, dprojected, axes=([0, 1], [0, 1]))
    return dprojected @ cache["joined"].T, *np.split(djoined, 3, axis=1), dWo
