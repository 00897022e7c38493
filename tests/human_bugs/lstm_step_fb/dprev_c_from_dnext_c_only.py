# bug: Dprev_c from dnext_c only.
# output: dprev_c
# line: 29
# accept: cell-gradient-from-hidden-missing
import numpy as np


def _sig(u):
    return 0.5 * (1.0 + np.tanh(0.5 * u))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    pre = x.dot(Wx) + prev_h.dot(Wh) + b
    ai, af, ao, ag = np.split(pre, 4, axis=1)
    i, f, o = _sig(ai), _sig(af), _sig(ao)
    g = np.tanh(ag)
    next_c = f * prev_c + i * g
    tc = np.tanh(next_c)
    next_h = o * tc
    cache = (x, prev_h, prev_c, Wx, Wh, i, f, o, g, tc)
    return next_h, next_c, cache


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, tc = cache
    do = dnext_h * tc
    dc = dnext_c + dnext_h * o * (1 - tc * tc)
    di, df, dg = dc * g, dc * prev_c, dc * i
    dprev_c = dnext_c * f
    dai = di * i * (1 - i)
    daf = df * f * (1 - f)
    dao = do * o * (1 - o)
    dag = dg * (1 - g * g)
    dpre = np.concatenate([dai, daf, dao, dag], axis=1)
    dx = dpre.dot(Wx.T)
    dprev_h = dpre.dot(Wh.T)
    return dx, dprev_h, dprev_c, x.T.dot(dpre), prev_h.T.dot(dpre), dpre.sum(axis=0)
