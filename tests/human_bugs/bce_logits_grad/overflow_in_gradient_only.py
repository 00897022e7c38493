# bug: The loss is stable, but the sigmoid of the gradient is exp(z)/(1 + exp(z)), which is NaN for large positive logits.
# output: dz
# line: 11
# accept: exp-overflows
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    lw = 1 + (pos_weight - 1) * y
    loss = (1 - y) * z + lw * (np.log1p(np.exp(-np.abs(z))) + np.maximum(-z, 0))
    p = np.exp(z) / (1 + np.exp(z))
    dz = lw * p - pos_weight * y
    return loss.mean(), dz / z.shape[0]
