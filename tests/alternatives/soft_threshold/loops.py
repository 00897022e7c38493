"""Entry by entry, one branch for each case of the derivation."""

import numpy as np


def _shrunk(v, t):
    if v > t:
        return v - t
    if v < -t:
        return v + t
    return 0.0


def prox_l1(v, t):
    return np.array([_shrunk(float(each), t) for each in v.ravel()]).reshape(v.shape)


def ista_step(w, dw, lr, lam):
    out = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        out[place] = _shrunk(float(w[place]) - lr * float(dw[place]), lr * lam)
    return out
