import math

import numpy as np


def log_sigmoid(v):
    return -math.log1p(math.exp(-v)) if v >= 0 else v - math.log1p(math.exp(v))


def bce_with_logits(z, y, pos_weight=1.0):
    N = len(z)
    loss = 0.0
    dz = np.zeros(N)
    for n in range(N):
        zn, yn = float(z[n]), float(y[n])
        loss -= pos_weight * yn * log_sigmoid(zn) + (1 - yn) * log_sigmoid(-zn)
        p = math.exp(log_sigmoid(zn))
        q = math.exp(log_sigmoid(-zn))
        dz[n] = -pos_weight * yn * q + (1 - yn) * p
    return loss / N, dz / N
