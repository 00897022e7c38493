# bug: Dq and dk returned the other way round.
# output: dk, dq
# line: 30
# accept: none
# edit: behaves as if `dq` and `dk` had changed places
import numpy as np


def _t(a):
    return np.swapaxes(a, -1, -2)


def sdpa_forward(q, k, v, mask=None):
    scale = q.shape[-1] ** -0.5
    s = scale * (q @ _t(k))
    if mask is not None:
        s = np.where(mask, s, -1e30)
    e = np.exp(s - s.max(-1, keepdims=True))
    a = e / e.sum(-1, keepdims=True)
    return a @ v, (q, k, v, a, scale)


def sdpa_backward(dout, cache):
    q, k, v, a, scale = cache
    dv = _t(a) @ dout
    da = dout @ _t(v)
    ds = a * (da - (a * da).sum(-1, keepdims=True))
    dq = scale * (ds @ k)
    dk = scale * (_t(ds) @ q)
    return dk, dq, dv
