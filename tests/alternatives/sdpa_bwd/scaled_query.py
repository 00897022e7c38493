"""The query is scaled first; matmul with transpose; the mask is kept and used again."""

import numpy as np


def transposed(a):
    return np.moveaxis(a, -1, -2)


def sdpa_forward(q, k, v, mask=None):
    small = q / np.sqrt(k.shape[-1])
    logits = np.matmul(small, transposed(k))
    allowed = np.ones(logits.shape[-2:], bool) if mask is None else mask
    top = np.where(allowed, logits, -np.inf).max(axis=-1, keepdims=True)
    e = np.where(allowed, np.exp(np.minimum(logits - top, 0)), 0.0)
    total = e.sum(axis=-1, keepdims=True)
    return np.matmul(e, v) / total, {"q": small, "k": k, "v": v, "p": e / total, "on": allowed}


def sdpa_backward(dout, cache):
    p = cache["p"]
    dp = np.matmul(dout, transposed(cache["v"])) * cache["on"]
    weighted = dp * p
    dlogits = weighted - p * weighted.sum(axis=-1, keepdims=True)
    dsmall = np.matmul(dlogits, cache["k"])
    dk = np.matmul(transposed(dlogits), cache["q"])
    return dsmall / np.sqrt(dsmall.shape[-1]), dk, np.matmul(transposed(p), dout)
