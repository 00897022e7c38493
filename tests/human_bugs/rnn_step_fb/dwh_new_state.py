# bug: DWh with the new state.
# output: dWh
# line: 27
# accept: wrong-time-step
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    N, H = prev_h.shape
    next_h = np.zeros((N, H))
    for n in range(N):
        next_h[n] = np.tanh(Wx.T @ x[n] + Wh.T @ prev_h[n] + b)
    return next_h, {"x": x, "h0": prev_h, "h1": next_h, "Wx": Wx, "Wh": Wh}


def rnn_step_backward(dnext_h, cache):
    x, h0, h1 = cache["x"], cache["h0"], cache["h1"]
    Wx, Wh = cache["Wx"], cache["Wh"]
    dx, dprev_h = np.zeros(x.shape), np.zeros(h0.shape)
    dWx, dWh = np.zeros(Wx.shape), np.zeros(Wh.shape)
    db = np.zeros(Wh.shape[1])
    for n in range(len(x)):
        da = (1.0 - h1[n] ** 2) * dnext_h[n]
        dx[n] = Wx @ da
        dprev_h[n] = Wh @ da
        dWx += np.outer(x[n], da)
        dWh += np.outer(h1[n], da)
        db += da
    return dx, dprev_h, dWx, dWh, db
