# bug: The gradient has the wrong sign: y - p.
# output: dz
# line: 12
# accept: sign-flipped
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    m = len(y)
    p = np.exp(-np.logaddexp(0.0, -z))
    loss = -np.mean(-pos_weight * y * np.logaddexp(0.0, -z) - (1 - y) * np.logaddexp(0.0, z))
    dz = (pos_weight * y * (1 - p) - (1 - y) * p) / m
    return loss, dz
