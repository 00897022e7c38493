"""One word after another."""

import numpy as np


def word_embedding_forward(x, W):
    N, T = x.shape
    V, D = W.shape
    out = np.empty((N, T, D))
    for n in range(N):
        for t in range(T):
            out[n, t] = W[x[n, t]]
    return out, {"ids": x, "rows": V}


def word_embedding_backward(dout, cache):
    ids = cache["ids"]
    rows = [np.zeros(dout.shape[2]) for _ in range(cache["rows"])]
    for n in range(ids.shape[0]):
        for t in range(ids.shape[1]):
            rows[int(ids[n, t])] = rows[int(ids[n, t])] + dout[n, t]
    return np.array(rows)
