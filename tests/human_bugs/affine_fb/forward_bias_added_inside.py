# bug: Forward: the bias is added inside the sum over d, so D times.
# output: out
# line: 18
# accept: bias-inside-sum
import numpy as np

def affine_forward(x, w, b):
    N = len(x)
    D, M = w.shape
    out = np.zeros((N, M))
    rows = []
    for n in range(N):
        row = x[n].flatten()
        rows.append(row)
        for j in range(M):
            total = 0.0
            for d in range(D):
                total += row[d] * w[d, j] + b[j]
            out[n, j] = total
    return out, (x.shape, rows, w)

def affine_backward(dout, cache):
    shape, rows, w = cache
    dx = np.zeros(shape)
    dw = np.zeros_like(w)
    db = np.zeros(w.shape[1])
    for n in range(len(rows)):
        dx[n] = (w @ dout[n]).reshape(shape[1:])
        dw += np.outer(rows[n], dout[n])
        db += dout[n]
    return dx, dw, db
