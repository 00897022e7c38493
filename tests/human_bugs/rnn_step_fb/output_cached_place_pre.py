# bug: The output is cached in place of the pre-activation, so the slope is evaluated at next_h.
# output: dx, dprev_h, dWx, dWh, db
# line: 12
# accept: activation-twice
import numpy as np

def rnn_cell_forward(x, prev_h, Wx, Wh, b):
    joint = np.concatenate([x, prev_h], axis=1)
    W = np.vstack([Wx, Wh])
    pre = joint @ W + b
    next_h = np.tanh(pre)
    return next_h, {"joint": joint, "W": W, "pre": next_h, "D": x.shape[1]}

def rnn_cell_backward(dnext_h, cache):
    D = cache["D"]
    slope = 1.0 / np.cosh(cache["pre"]) ** 2
    dpre = slope * dnext_h
    djoint = dpre @ cache["W"].T
    dW = cache["joint"].T @ dpre
    dx, dprev_h = djoint[:, :D], djoint[:, D:]
    dWx, dWh = dW[:D], dW[D:]
    return dx, dprev_h, dWx, dWh, dpre.sum(0)
