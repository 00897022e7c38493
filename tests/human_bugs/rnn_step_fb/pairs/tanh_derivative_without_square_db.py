# bug: Tanh derivative without the square.
# bug: Db: = instead of +=.
# output: dx, dprev_h, dWx, dWh, db
# line: 29; 30
# accept: derivative-incomplete; last-sample-only
import numpy as np

def rnn_step_forward(x, prev_h, Wx, Wh, b):
    N, D = x.shape
    H = prev_h.shape[1]
    next_h = np.zeros((N, H))
    for n in range(N):
        for j in range(H):
            s = b[j]
            for d in range(D):
                s += x[n, d] * Wx[d, j]
            for k in range(H):
                s += prev_h[n, k] * Wh[k, j]
            next_h[n, j] = np.tanh(s)
    return next_h, (x, prev_h, Wx, Wh, next_h)

def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, next_h = cache
    dx, dprev_h = np.zeros(x.shape), np.zeros(prev_h.shape)
    dWx, dWh = np.zeros(Wx.shape), np.zeros(Wh.shape)
    db = np.zeros(Wh.shape[1])
    for n in range(len(x)):
        for j in range(len(db)):
            delta = dnext_h[n, j] * (1 - next_h[n, j])
            db[j] = delta
            dx[n] += delta * Wx[:, j]
            dprev_h[n] += delta * Wh[:, j]
            dWx[:, j] += delta * x[n]
            dWh[:, j] += delta * prev_h[n]
    return dx, dprev_h, dWx, dWh, db
