# bug: pos_weight is not used at all, neither in the loss nor in the gradient.
# output: loss, dz
# line: 9, 11
# accept: pos-weight-ignored
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    loss = np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
    p = np.exp(-np.logaddexp(0, -z))
    dz = p - y
    return loss.mean(), dz / len(z)
