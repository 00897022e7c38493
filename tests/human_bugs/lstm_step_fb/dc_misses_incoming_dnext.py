# bug: Dc misses the incoming dnext_c: only the path through h.
# output: dx, dprev_h, dprev_c, dWx, dWh, db
# line: 32
# accept: cell-gradient-from-next-missing
import numpy as np

class LSTMCell:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.hidden = Wh.shape[0]

    def gates(self, x, h):
        n = self.hidden
        a = x @ self.Wx + h @ self.Wh + self.b
        act = np.empty_like(a)
        act[:, :3 * n] = 1.0 / (1.0 + np.exp(-a[:, :3 * n]))
        act[:, 3 * n:] = np.tanh(a[:, 3 * n:])
        return act

    def forward(self, x, h, c):
        n = self.hidden
        self.x, self.h, self.c = x, h, c
        self.act = self.gates(x, h)
        i, f, o, g = (self.act[:, k * n:(k + 1) * n] for k in range(4))
        self.new_c = f * c + i * g
        return o * np.tanh(self.new_c), self.new_c

    def backward(self, dh, dc):
        n = self.hidden
        i, f, o, g = (self.act[:, k * n:(k + 1) * n] for k in range(4))
        th = np.tanh(self.new_c)
        dct = dh * o * (1 - th ** 2)
        dact = np.zeros_like(self.act)
        dact[:, 0:n] = dct * g
        dact[:, n:2 * n] = dct * self.c
        dact[:, 2 * n:3 * n] = dh * th
        dact[:, 3 * n:] = dct * i
        da = dact * self.act * (1 - self.act)
        da[:, 3 * n:] = dact[:, 3 * n:] * (1 - g ** 2)
        dWx = self.x.T @ da
        dWh = self.h.T @ da
        db = da.sum(axis=0)
        dx = da @ self.Wx.T
        dprev_h = da @ self.Wh.T
        return dx, dprev_h, dct * f, dWx, dWh, db

def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    cell = LSTMCell(Wx, Wh, b)
    h, c = cell.forward(x, prev_h, prev_c)
    return h, c, cell

def lstm_step_backward(dnext_h, dnext_c, cell):
    return cell.backward(dnext_h, dnext_c)
