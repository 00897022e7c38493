# bug: The logarithm of a saturated sigmoid is taken and gives infinity or NaN.
# bug: The gradient lacks 1/N.
# output: loss, dz
# line: 11; 12
# accept: log-of-zero; mean-missing
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    a = 1.0 / (1.0 + np.exp(-z))
    loss = -(pos_weight * y * np.log(a) + (1 - y) * np.log(1 - a)).mean()
    dz = a * (1 - y) - pos_weight * y * (1 - a)
    return loss, dz
