"""Step by step back through W = (g·v)·r with r = (Σ v²)^(−1/2)."""

import numpy as np


def wn_forward(v, g):
    squares = (v * v).sum(0)
    r = squares**-0.5
    gv = g[None, :] * v
    W = gv * r
    return W, (v, g, squares, r, gv)


def wn_backward(dW, cache):
    v, g, squares, r, gv = cache
    dgv = dW * r
    dr = (dW * gv).sum(0)
    dsquares = -0.5 * squares**-1.5 * dr
    dv = dgv * g + 2 * v * dsquares
    dg = (dgv * v).sum(0)
    return dv, dg
