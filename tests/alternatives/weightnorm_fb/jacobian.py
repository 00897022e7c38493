"""The Jacobian of every column, (I − u·uᵀ)·g/‖v‖, applied to its upstream gradient."""

import numpy as np


def weight_norm_forward(v, g):
    length = np.linalg.norm(v, axis=0)
    W = v * (g / length)
    return W, {"v": v, "g": g, "length": length}


def weight_norm_backward(dW, cache):
    v, g, length = cache["v"], cache["g"], cache["length"]
    D, M = v.shape
    dv, dg = np.zeros((D, M)), np.zeros(M)
    for m in range(M):
        unit = v[:, m] / length[m]
        jacobian = (np.eye(D) - np.outer(unit, unit)) * g[m] / length[m]
        dv[:, m] = jacobian.T @ dW[:, m]
        dg[m] = unit @ dW[:, m]
    return dv, dg
