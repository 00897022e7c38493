"""einsum throughout; padding by adding minus infinity."""

import numpy as np


def bahdanau_forward(s, enc, Wa, Ua, va, mask):
    t = np.tanh(np.einsum("nh,ha->na", s, Wa)[:, None] + np.einsum("nte,ea->nta", enc, Ua))
    e = np.einsum("nta,a->nt", t, va) + np.where(mask, 0.0, -np.inf)
    p = np.exp(e - e.max(axis=1)[:, None])
    p /= p.sum(axis=1)[:, None]
    return np.einsum("nt,nte->ne", p, enc), p, dict(s=s, enc=enc, Wa=Wa, Ua=Ua, va=va, t=t, p=p)


def bahdanau_backward(dctx, c):
    g = np.einsum("ne,nte->nt", dctx, c["enc"])
    de = c["p"] * g
    de = de - c["p"] * de.sum(axis=1)[:, None]
    dnet = np.einsum("nt,a,nta->nta", de, c["va"], 1 - c["t"] ** 2)
    ds = np.einsum("nta,ha->nh", dnet, c["Wa"])
    denc = np.einsum("nta,ea->nte", dnet, c["Ua"]) + np.einsum("nt,ne->nte", c["p"], dctx)
    dWa = np.einsum("nh,nta->ha", c["s"], dnet)
    dUa = np.einsum("nte,nta->ea", c["enc"], dnet)
    return ds, denc, dWa, dUa, np.einsum("nt,nta->a", de, c["t"])
