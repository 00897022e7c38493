import numpy as np


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    gates = {}
    for name, wx, wh, bias in zip("ifog", np.split(Wx, 4, 1), np.split(Wh, 4, 1), np.split(b, 4)):
        pre = np.einsum("nd,dh->nh", x, wx) + np.einsum("nk,kh->nh", prev_h, wh) + bias
        gates[name] = np.tanh(pre) if name == "g" else np.exp(-np.logaddexp(0, -pre))
    next_c = gates["f"] * prev_c + gates["i"] * gates["g"]
    next_h = gates["o"] * np.tanh(next_c)
    return next_h, next_c, (x, prev_h, prev_c, Wx, Wh, gates, next_c)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, gates, next_c = cache
    t = np.tanh(next_c)
    dc = dnext_c + dnext_h * gates["o"] * (1 - t * t)
    upstream = {"i": dc * gates["g"], "f": dc * prev_c, "o": dnext_h * t, "g": dc * gates["i"]}
    dx, dprev_h = np.zeros(x.shape), np.zeros(prev_h.shape)
    dWx, dWh, db = [], [], []
    for name, wx, wh in zip("ifog", np.split(Wx, 4, axis=1), np.split(Wh, 4, axis=1)):
        value = gates[name]
        slope = 1 - value**2 if name == "g" else value * (1 - value)
        dpre = upstream[name] * slope
        dx += dpre @ wx.T
        dprev_h += dpre @ wh.T
        dWx.append(x.T @ dpre)
        dWh.append(prev_h.T @ dpre)
        db.append(dpre.sum(axis=0))
    return dx, dprev_h, dc * gates["f"], np.hstack(dWx), np.hstack(dWh), np.concatenate(db)
