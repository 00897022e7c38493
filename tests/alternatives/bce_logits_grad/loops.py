"""One logit at a time with the math module and a branch on its sign."""

import math

import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    N = len(z)
    loss = 0.0
    dz = np.zeros(N)
    for n in range(N):
        zn = float(z[n])
        yn = float(y[n])
        if zn >= 0:
            small = math.exp(-zn)
            p = 1 / (1 + small)
            log_p = -math.log1p(small)
            log_not_p = -zn - math.log1p(small)
        else:
            small = math.exp(zn)
            p = small / (1 + small)
            log_p = zn - math.log1p(small)
            log_not_p = -math.log1p(small)
        loss -= pos_weight * yn * log_p + (1 - yn) * log_not_p
        dz[n] = (1 - yn) * p - pos_weight * yn * (1 - p)
    return loss / N, dz / N
