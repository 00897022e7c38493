# bug: The gradient lacks the 1/N of the mean.
# output: dz
# line: 13
# accept: mean-missing
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    sp_neg = np.logaddexp(0, -z)
    sp_pos = np.logaddexp(0, z)
    loss = np.mean(pos_weight * y * sp_neg + (1 - y) * sp_pos)
    p = np.exp(-sp_neg)
    dz = p * (pos_weight * y + 1 - y) - pos_weight * y
    return loss, dz
