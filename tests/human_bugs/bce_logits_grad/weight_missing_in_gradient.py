# bug: The gradient is the unweighted (p - y)/N: pos_weight is forgotten.
# output: dz
# line: 13
# accept: pos-weight-ignored
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    N = z.size
    w = (pos_weight - 1) * y + 1
    loss = ((1 - y) * z + w * (np.log1p(np.exp(-np.abs(z))) + np.maximum(-z, 0))).sum() / N
    p = 0.5 * (1 + np.tanh(0.5 * z))
    dz = (p - y) / N
    return loss, dz
