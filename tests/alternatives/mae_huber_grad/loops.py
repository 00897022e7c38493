"""Sample by sample."""

import numpy as np


def mean_absolute_error(yhat, y):
    N, loss, d = len(y), 0.0, np.zeros(len(y))
    for i in range(N):
        r = float(yhat[i]) - float(y[i])
        loss += abs(r) / N
        if r != 0:
            d[i] = (1 if r > 0 else -1) / N
    return loss, d


def huber(yhat, y, delta):
    N, loss, d = len(y), 0.0, np.zeros(len(y))
    for i in range(N):
        r = float(yhat[i]) - float(y[i])
        if abs(r) <= delta:
            loss += r * r / 2
            d[i] = r / N
        else:
            loss += delta * abs(r) - delta * delta / 2
            d[i] = delta / N if r > 0 else -delta / N
    return loss / N, d
