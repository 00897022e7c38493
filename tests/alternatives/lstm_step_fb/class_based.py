"""A cell class with stacked [x, h, 1] input; its instance is the cache."""

import numpy as np


class LSTMStep:
    def __init__(self, Wx, Wh, b):
        self.D, self.H = Wx.shape[0], Wh.shape[0]
        self.W = np.vstack((Wx, Wh, b))

    @staticmethod
    def squash(a):
        return 1 / (1 + np.exp(-np.clip(a, -700, 700)))

    def forward(self, x, h, c):
        self.c = c
        self.xh1 = np.column_stack((x, h, np.ones(len(x))))
        a = self.xh1 @ self.W
        H = self.H
        self.i = self.squash(a[:, :H])
        self.f = self.squash(a[:, H : 2 * H])
        self.o = self.squash(a[:, 2 * H : 3 * H])
        self.g = np.tanh(a[:, 3 * H :])
        new_c = self.f * c + self.i * self.g
        self.t = np.tanh(new_c)
        return self.o * self.t, new_c

    def backward(self, dh, dc):
        dc = dc + dh * self.o * (1 - self.t * self.t)
        da = np.empty((len(dh), 4 * self.H))
        blocks = np.split(da, 4, axis=1)  # views: filled in place
        blocks[0][:] = self.i * (1 - self.i) * self.g * dc
        blocks[1][:] = self.f * (1 - self.f) * self.c * dc
        blocks[2][:] = self.o * (1 - self.o) * self.t * dh
        blocks[3][:] = (1 - self.g * self.g) * self.i * dc
        dW = self.xh1.T @ da
        dxh1 = da @ self.W.T
        D, H = self.D, self.H
        return dxh1[:, :D], dxh1[:, D : D + H], dc * self.f, dW[:D], dW[D : D + H], dW[-1]


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    cell = LSTMStep(Wx, Wh, b)
    next_h, next_c = cell.forward(x, prev_h, prev_c)
    return next_h, next_c, cell


def lstm_step_backward(dnext_h, dnext_c, cache):
    return cache.backward(dnext_h, dnext_c)
