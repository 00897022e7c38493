# bug: The loop over the samples assigns dw instead of adding, so only the last sample counts.
# output: dw
# line: 17
# accept: last-sample-only
import numpy as np


def single_layer_loss(x, y, w, b):
    N, D = x.shape
    loss = 0.0
    dw = np.zeros(D)
    db = 0.0
    for n in range(N):
        a = 0.5 * (1 + np.tanh((x[n].dot(w) + b) / 2))
        loss += (a - y[n]) ** 2 / N
        dz = 2 * (a - y[n]) / N * a * (1 - a)
        dw = dz * x[n]
        db += dz
    return loss, dw, db
