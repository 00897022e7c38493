"""Gate and up in one matrix, tokens as rows."""

import numpy as np


def silu(a):
    e = np.exp(-np.abs(a))
    s = np.where(a >= 0, 1, e) / (1 + e)
    return a * s, s * (1 + a * (1 - s))


def swiglu_ffn_forward(x, Wg, Wu, Wd):
    rows = x.reshape(-1, x.shape[-1])
    both = rows @ np.hstack([Wg, Wu])
    a, u = np.split(both, 2, axis=1)
    g, slope = silu(a)
    out = (g * u) @ Wd
    return out.reshape(x.shape), dict(rows=rows, W=np.hstack([Wg, Wu]), Wd=Wd, u=u, g=g, slope=slope)


def swiglu_ffn_backward(dout, c):
    d = dout.reshape(-1, dout.shape[-1])
    dh = d @ c["Wd"].T
    dboth = np.hstack([dh * c["u"] * c["slope"], dh * c["g"]])
    dW = c["rows"].T @ dboth
    F = dh.shape[1]
    return (dboth @ c["W"].T).reshape(dout.shape), dW[:, :F], dW[:, F:], (c["g"] * c["u"]).T @ d
