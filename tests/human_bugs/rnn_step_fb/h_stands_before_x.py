# bug: H stands before x in the stacked input and weights; the backward slices still take x first.
# output: dWh, dWx, dprev_h, dx
# line: 9, 10
# accept: none
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    stacked = np.concatenate([prev_h, x], axis=1)
    W = np.concatenate([Wh, Wx], axis=0)
    next_h = np.tanh(stacked @ W + b)
    return next_h, (stacked, W, next_h, x.shape[1])


def rnn_step_backward(dnext_h, cache):
    stacked, W, next_h, D = cache
    da = dnext_h - dnext_h * next_h * next_h
    dstacked = da @ W.T
    dW = stacked.T @ da
    db = np.ones(len(da)) @ da
    return dstacked[:, :D], dstacked[:, D:], dW[:D], dW[D:], db
