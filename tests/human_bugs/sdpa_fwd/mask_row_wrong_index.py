# bug: Mask row of the wrong index: mask[0] for each query.
# output: out, attn
# line: 20
# accept: none
import numpy as np

def attention_forward(q, k, v, mask=None):
    lead = q.shape[:-2]
    T, Dk = q.shape[-2:]
    S, Dv = v.shape[-2:]
    qs, ks, vs = q.reshape(-1, T, Dk), k.reshape(-1, S, Dk), v.reshape(-1, S, Dv)
    B = qs.shape[0]
    attn = np.zeros((B, T, S))
    out = np.zeros((B, T, Dv))
    for b in range(B):
        for t in range(T):
            s = np.array([np.dot(qs[b, t], ks[b, j]) for j in range(S)]) / Dk ** 0.5
            e = np.exp(s - s.max())
            if mask is not None:
                e[~mask[0]] = 0
            attn[b, t] = e / e.sum()
            for j in range(S):
                out[b, t] += attn[b, t, j] * vs[b, j]
    return out.reshape(*lead, T, Dv), attn.reshape(*lead, T, S)
