"""Pair by pair, with the gradient of each cosine similarity written out."""

import math

import numpy as np


def symmetric_infonce(I, T, logit_scale):
    I, T = np.asarray(I, dtype=float), np.asarray(T, dtype=float)
    N = len(I)
    a = [math.sqrt(math.fsum(v * v for v in row)) for row in I]
    b = [math.sqrt(math.fsum(v * v for v in row)) for row in T]
    cos = np.array([[I[i] @ T[j] / (a[i] * b[j]) for j in range(N)] for i in range(N)])
    z = logit_scale * cos
    loss, dz = 0.0, np.zeros((N, N))
    for n in range(N):
        for line, place in ((z[n], lambda k, n=n: (n, k)), (z[:, n], lambda k, n=n: (k, n))):
            top = max(line)
            weights = [math.exp(v - top) for v in line]
            total = sum(weights)
            loss += (top + math.log(total) - line[n]) / (2 * N)
            for k in range(N):
                dz[place(k)] += (weights[k] / total - (k == n)) / (2 * N)
    dI, dT = np.zeros(I.shape), np.zeros(T.shape)
    for i in range(N):
        for j in range(N):
            g = logit_scale * dz[i, j]
            dI[i] += g * (T[j] / (a[i] * b[j]) - cos[i, j] * I[i] / a[i] ** 2)
            dT[j] += g * (I[i] / (a[i] * b[j]) - cos[i, j] * T[j] / b[j] ** 2)
    return loss, dI, dT
