"""Scalar loops; the softmax Jacobian is an if between p(1-p) and -p p'."""

import math

import numpy as np


def softmax_row(row):
    high = max(float(v) for v in row)
    exps = [math.exp(float(v) - high) for v in row]
    s = sum(exps)
    return [e / s for e in exps], high + math.log(s)


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    ce = 0.0
    mse = 0.0
    dz = np.zeros((N, C))
    for n in range(N):
        p, logsum = softmax_row(z[n])
        ce += logsum - float(z[n, y[n]])
        for c in range(C):
            mse += (p[c] - t[n, c]) ** 2
        for k in range(C):
            grad = p[k] / N
            if k == y[n]:
                grad -= 1.0 / N
            for c in range(C):
                dp = p[c] * (1 - p[c]) if c == k else -p[c] * p[k]
                grad += lam * 2 * (p[c] - t[n, c]) * dp / (N * C)
            dz[n, k] = grad
    return ce / N + lam * mse / (N * C), dz
