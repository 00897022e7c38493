# bug: Divided by Dk, not its root.
# bug: Mask applied after normalising (rows do not sum to 1).
# output: out, attn
# line: 18; 20
# accept: root-missing; mask-after-softmax
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
            s = np.array([np.dot(qs[b, t], ks[b, j]) for j in range(S)]) / Dk
            e = np.exp(s - s.max())
            attn[b, t] = e / e.sum()
            if mask is not None:
                attn[b, t, ~mask[t]] = 0
            for j in range(S):
                out[b, t] += attn[b, t, j] * vs[b, j]
    return out.reshape(*lead, T, Dv), attn.reshape(*lead, T, S)
