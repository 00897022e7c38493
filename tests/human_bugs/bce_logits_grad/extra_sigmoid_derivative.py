# bug: The fused gradient p - y is multiplied once more by the sigmoid derivative p(1 - p).
# output: dz
# line: 13
# accept: activation-slope-kept
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    N = z.shape[0]
    p = np.exp(-np.logaddexp(0, -z))
    loss = np.sum(pos_weight * y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z)) / N
    da = (1 - y) * p - pos_weight * y * (1 - p)
    dz = da * p * (1 - p) / N
    return loss, dz
