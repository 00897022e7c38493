# bug: The sum is divided by the sum of the weights instead of N.
# output: loss, dz
# line: 12, 13
# accept: divided-by-weights, convention
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    weights = pos_weight * y + (1 - y)
    per = pos_weight * y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z)
    p = np.exp(-np.logaddexp(0, -z))
    loss = per.sum() / weights.sum()
    dz = (weights * p - pos_weight * y) / weights.sum()
    return loss, dz
