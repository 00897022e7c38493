"""Row by row and class by class with the math module."""

import math

import numpy as np


def softmax_loss(z, y):
    N, C = z.shape
    loss = 0.0
    dz = np.zeros((N, C))
    for n in range(N):
        biggest = float(z[n, 0])
        for c in range(1, C):
            if z[n, c] > biggest:
                biggest = float(z[n, c])
        denominator = 0.0
        for c in range(C):
            denominator += math.exp(float(z[n, c]) - biggest)
        loss += math.log(denominator) + biggest - float(z[n, y[n]])
        for c in range(C):
            p = math.exp(float(z[n, c]) - biggest) / denominator
            if c == y[n]:
                dz[n, c] = (p - 1) / N
            else:
                dz[n, c] = p / N
    return loss / N, dz
