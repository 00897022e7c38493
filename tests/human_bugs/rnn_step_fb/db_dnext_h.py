# bug: Db from dnext_h.
# output: db
# line: 20
# accept: activation-slope-missing
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    stacked = np.concatenate([x, prev_h], axis=1)
    W = np.concatenate([Wx, Wh], axis=0)
    next_h = np.tanh(stacked @ W + b)
    return next_h, (stacked, W, next_h, x.shape[1])


def rnn_step_backward(dnext_h, cache):
    stacked, W, next_h, D = cache
    da = dnext_h - dnext_h * next_h * next_h
    dstacked = da @ W.T
    dW = stacked.T @ da
    db = np.ones(len(da)) @ dnext_h
    return dstacked[:, :D], dstacked[:, D:], dW[:D], dW[D:], db
