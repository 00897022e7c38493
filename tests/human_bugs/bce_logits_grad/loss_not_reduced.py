# bug: The loss of each sample is returned: the mean is forgotten.
# output: loss
# line: 11
# accept: batch-sum-missing
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    a = np.logaddexp(0, -z)
    b = np.logaddexp(0, z)
    loss = pos_weight * y * a + (1 - y) * b
    dz = -pos_weight * y * np.exp(-b) + (1 - y) * np.exp(-a)
    return loss, dz / len(z)
