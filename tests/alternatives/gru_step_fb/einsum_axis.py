"""Gates on an axis of their own; one einsum a product; bias as a row of ones."""

import numpy as np


def gru_cell_forward(x, prev_h, Wx, Wh, bx, bh):
    N, H = prev_h.shape
    x1, h1 = np.column_stack([x, np.ones(N)]), np.column_stack([prev_h, np.ones(N)])
    U = np.vstack([Wx, bx]).reshape(-1, 3, H)
    V = np.vstack([Wh, bh]).reshape(-1, 3, H)
    p, q = np.einsum("nd,dgh->gnh", x1, U), np.einsum("nk,kgh->gnh", h1, V)
    gates = (np.tanh((p[:2] + q[:2]) / 2) + 1) / 2
    n = np.tanh(p[2] + gates[0] * q[2])
    next_h = (1 - gates[1]) * n + gates[1] * prev_h
    return next_h, (x1, h1, U, V, gates, n, q[2], prev_h)


def gru_cell_backward(dnext_h, cache):
    x1, h1, U, V, (r, z), n, recurrent, prev_h = cache
    dn = dnext_h * (1 - z) * (1 - n) * (1 + n)
    dp = np.stack([dn * recurrent * (r - r**2), dnext_h * (prev_h - n) * (z - z**2), dn])
    dq = np.stack([dp[0], dp[1], dp[2] * r])
    dU, dV = np.einsum("nd,gnh->dgh", x1, dp), np.einsum("nk,gnh->kgh", h1, dq)
    dx = np.einsum("gnh,dgh->nd", dp, U[:-1])
    dprev_h = np.einsum("gnh,kgh->nk", dq, V[:-1]) + dnext_h * z
    flat = lambda w: w.reshape(w.shape[0], -1)
    return dx, dprev_h, flat(dU[:-1]), flat(dV[:-1]), dU[-1].ravel(), dV[-1].ravel()
