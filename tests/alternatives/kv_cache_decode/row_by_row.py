"""A cache of lists of rows; each new position looks at a plain prefix."""

import numpy as np


def decode_step(x, Wq, Wk, Wv, cache=None):
    N, T, _ = x.shape
    keys, values = ([], []) if cache is None else (list(cache["k"]), list(cache["v"]))
    rows = []
    for t in range(T):
        keys.append(x[:, t] @ Wk)
        values.append(x[:, t] @ Wv)
        k, v = np.stack(keys, axis=1), np.stack(values, axis=1)
        s = np.einsum("nd,nsd->ns", x[:, t] @ Wq, k) / np.sqrt(k.shape[2])
        e = np.exp(s - s.max(axis=1, keepdims=True))
        rows.append(np.einsum("ns,nsv->nv", e, v) / e.sum(axis=1, keepdims=True))
    return np.stack(rows, axis=1), {"k": keys, "v": values}
