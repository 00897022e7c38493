"""Token by token with outer products."""

import numpy as np


def sigma(a):
    return (np.tanh(a / 2) + 1) / 2


def swiglu_forward(x, Wg, Wu, Wd):
    out = np.zeros(x.shape)
    for n in range(x.shape[0]):
        for t in range(x.shape[1]):
            a, u = x[n, t] @ Wg, x[n, t] @ Wu
            out[n, t] = (a * sigma(a) * u) @ Wd
    return out, (x, Wg, Wu, Wd)


def swiglu_backward(dout, cache):
    x, Wg, Wu, Wd = cache
    dx = np.zeros(x.shape)
    dWg, dWu, dWd = np.zeros(Wg.shape), np.zeros(Wu.shape), np.zeros(Wd.shape)
    for n in range(x.shape[0]):
        for t in range(x.shape[1]):
            a, u = x[n, t] @ Wg, x[n, t] @ Wu
            s = sigma(a)
            dWd += np.outer(a * s * u, dout[n, t])
            dh = Wd @ dout[n, t]
            du = dh * a * s
            da = dh * u * s + du * u * (1 - s)
            dWg += np.outer(x[n, t], da)
            dWu += np.outer(x[n, t], du)
            dx[n, t] = Wg @ da + Wu @ du
    return dx, dWg, dWu, dWd
