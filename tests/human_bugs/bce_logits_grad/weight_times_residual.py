# bug: The weight multiplies the whole residual of a sample, w*(p - y), which is wrong for soft targets.
# output: dz
# line: 11, 13
# accept: none
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    N = len(z)
    loss = (pos_weight * y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z)).mean()
    w = np.where(y > 0, pos_weight, 1.0)
    p = np.exp(-np.logaddexp(0, -z))
    dz = w * (p - y) / N
    return loss, dz
