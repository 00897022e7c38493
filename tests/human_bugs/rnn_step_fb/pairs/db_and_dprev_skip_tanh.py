# bug: The bias gradient sums dnext_h without the tanh derivative.
# bug: dprev_h is dnext_h handed on unchanged.
# output: dprev_h, db
# line: 20; 21
# accept: activation-slope-missing; none
# edit of the second: behaves as if `dnext_h` stood where `dprev_h` belongs
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    ht = np.tanh(x @ Wx + prev_h @ Wh + b)
    return ht, (x, prev_h, Wx, Wh, ht)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, ht = cache
    grad_a = dnext_h * (1 - ht**2)
    dx = grad_a @ Wx.T
    dWx = x.T @ grad_a
    dWh = prev_h.T @ grad_a
    db = dnext_h.sum(axis=0)
    dprev_h = dnext_h
    return dx, dprev_h, dWx, dWh, db
