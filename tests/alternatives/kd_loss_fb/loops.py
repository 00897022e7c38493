"""Sample by sample with the math module."""

import math

import numpy as np


def _log_probs(row, T):
    row = [float(v) / T for v in row]
    top = max(row)
    lse = top + math.log(math.fsum(math.exp(v - top) for v in row))
    return [v - lse for v in row]


def distillation_loss(zs, zt, y, T, alpha):
    N, C = zs.shape
    loss, dzs = 0.0, np.zeros((N, C))
    for n in range(N):
        s, t, hard = _log_probs(zs[n], T), _log_probs(zt[n], T), _log_probs(zs[n], 1)
        loss -= (1 - alpha) * hard[y[n]] / N
        for k in range(C):
            ps, pt = math.exp(s[k]), math.exp(t[k])
            loss += alpha * T * T * pt * (t[k] - s[k]) / N
            error = math.exp(hard[k]) - (1 if k == y[n] else 0)
            dzs[n, k] = (alpha * T * (ps - pt) + (1 - alpha) * error) / N
    return loss, dzs
