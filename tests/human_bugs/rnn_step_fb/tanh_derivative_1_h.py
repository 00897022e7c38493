# bug: Tanh derivative 1 - h.
# output: dWh, dWx, db, dprev_h, dx
# line: 17
# accept: derivative-incomplete
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    stacked = np.concatenate([x, prev_h], axis=1)
    W = np.concatenate([Wx, Wh], axis=0)
    next_h = np.tanh(stacked @ W + b)
    return next_h, (stacked, W, next_h, x.shape[1])


def rnn_step_backward(dnext_h, cache):
    stacked, W, next_h, D = cache
    da = dnext_h - dnext_h * next_h
    dstacked = da @ W.T
    dW = stacked.T @ da
    db = np.ones(len(da)) @ da
    return dstacked[:, :D], dstacked[:, D:], dW[:D], dW[D:], db
