"""Query by query; only the keys it may look at take part; a full Jacobian per row."""

import numpy as np


def flat(a):
    return a.reshape(-1, *a.shape[-2:])


def attention_forward(q, k, v, mask=None):
    T, S = q.shape[-2], k.shape[-2]
    seen = np.ones((T, S), dtype=bool) if mask is None else mask
    out = np.zeros((*q.shape[:-1], v.shape[-1]))
    rows = flat(out)
    weights = []
    for b, (qs, ks, vs) in enumerate(zip(flat(q), flat(k), flat(v))):
        for t in range(T):
            keys = np.flatnonzero(seen[t])
            match = ks[keys] @ qs[t] / np.sqrt(q.shape[-1])
            a = np.exp(match - np.max(match))
            a = a / a.sum()
            rows[b, t] = a @ vs[keys]
            weights.append((b, t, keys, a))
    return rows.reshape(out.shape), (q, k, v, weights)


def attention_backward(dout, cache):
    q, k, v, weights = cache
    dq, dk, dv = (np.zeros(flat(a).shape) for a in (q, k, v))
    qs, ks, vs, up = flat(q), flat(k), flat(v), flat(dout)
    for b, t, keys, a in weights:
        jacobian = np.diag(a) - np.outer(a, a)
        ds = jacobian @ (vs[b][keys] @ up[b, t]) / np.sqrt(q.shape[-1])
        dq[b, t] = ds @ ks[b][keys]
        for place, s in enumerate(keys):
            dk[b, s] += ds[place] * qs[b, t]
            dv[b, s] += a[place] * up[b, t]
    return dq.reshape(q.shape), dk.reshape(k.shape), dv.reshape(v.shape)
