"""Every gate owns its slice of the weights and its own affine backward; plain sigmoid."""

import numpy as np


def logistic(z):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-z))


def gate_slice(name, H):
    start = "ifog".index(name) * H
    return slice(start, start + H)


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    H = prev_h.shape[1]
    gate = {}
    for name in "ifog":
        s = gate_slice(name, H)
        net = np.dot(x, Wx[:, s]) + np.dot(prev_h, Wh[:, s]) + b[s]
        gate[name] = np.tanh(net) if name == "g" else logistic(net)
    next_c = gate["f"] * prev_c + gate["i"] * gate["g"]
    next_h = gate["o"] * np.tanh(next_c)
    return next_h, next_c, dict(x=x, h=prev_h, c=prev_c, Wx=Wx, Wh=Wh, gate=gate, next_c=next_c)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, h, c, Wx, Wh = (cache[key] for key in ("x", "h", "c", "Wx", "Wh"))
    gate = cache["gate"]
    H = h.shape[1]
    tanh_c = np.tanh(cache["next_c"])

    dgate = {"o": dnext_h * tanh_c}
    dcell = dnext_h * gate["o"] * (1 - tanh_c * tanh_c) + dnext_c
    dgate["i"] = dcell * gate["g"]
    dgate["g"] = dcell * gate["i"]
    dgate["f"] = dcell * c
    dprev_c = dcell * gate["f"]

    dx, dprev_h = np.zeros(x.shape), np.zeros(h.shape)
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(Wx.shape[1])
    for name, value in gate.items():
        slope = 1 - value**2 if name == "g" else value - value**2
        dnet = dgate[name] * slope
        s = gate_slice(name, H)
        dx += dnet.dot(Wx[:, s].T)
        dprev_h += dnet.dot(Wh[:, s].T)
        dWx[:, s] = x.T.dot(dnet)
        dWh[:, s] = h.T.dot(dnet)
        db[s] = dnet.sum(axis=0)
    return dx, dprev_h, dprev_c, dWx, dWh, db
