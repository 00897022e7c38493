"""Lists and loops; lengths by `math.hypot`."""

import math

import numpy as np


def times(rows, vector):
    return [sum(a * b for a, b in zip(row, vector)) for row in rows]


def unit(vector):
    length = math.hypot(*vector)
    return [each / length for each in vector]


def power_iteration(A, v, iters):
    rows, v = A.tolist(), v.tolist()
    while iters > 0:
        v = unit(times(rows, v))
        iters -= 1
    return sum(a * b for a, b in zip(v, times(rows, v))), np.array(v)


def spectral_norm(W, u, iters):
    rows, columns, u = W.tolist(), W.T.tolist(), u.tolist()
    for _ in range(iters):
        v = unit(times(columns, u))
        u = unit(times(rows, v))
    sigma = sum(a * b for a, b in zip(u, times(rows, v)))
    return sigma, np.array(u), np.array(v)
