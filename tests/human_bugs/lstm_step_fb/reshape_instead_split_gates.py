# bug: Reshape instead of split: gates interleaved.
# output: dWh, dWx, db, dprev_c, dprev_h, dx, next_c, next_h
# line: 22
# accept: none
import numpy as np


def sig(z):
    return 0.5 * (1 + np.tanh(z / 2))


def dsig(s):
    return s * (1 - s)


def dtanh(t):
    return 1 - t**2


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    pre = x @ Wx + prev_h @ Wh + b
    zi, zf, zo, zg = np.moveaxis(pre.reshape(len(x), -1, 4), 2, 0)
    i, f, o, g = sig(zi), sig(zf), sig(zo), np.tanh(zg)
    next_c = f * prev_c + i * g
    tc = np.tanh(next_c)
    next_h = o * tc
    cache = dict(x=x, h=prev_h, c=prev_c, Wx=Wx, Wh=Wh, i=i, f=f, o=o, g=g, tc=tc)
    return next_h, next_c, cache


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, h, c, Wx, Wh, i, f, o, g, tc = cache.values()
    do = dnext_h * tc
    dc = dnext_c + dnext_h * o * dtanh(tc)
    di = dc * g
    df = dc * c
    dg = dc * i
    dprev_c = dc * f
    dpre = np.hstack([di * dsig(i), df * dsig(f), do * dsig(o), dg * dtanh(g)])
    dx = dpre @ Wx.T
    dprev_h = dpre @ Wh.T
    dWx = x.T @ dpre
    dWh = h.T @ dpre
    db = dpre.sum(axis=0)
    return dx, dprev_h, dprev_c, dWx, dWh, db
