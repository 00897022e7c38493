# bug: The loss is summed instead of averaged.
# bug: The gradient is multiplied by the sigmoid derivative again.
# output: loss, dz
# line: 12; 14
# accept: loss-mean-missing; activation-slope-kept
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    N = len(z)
    sp = np.logaddexp(0, -z)
    loss = np.sum(pos_weight * y * sp + (1 - y) * (sp + z))
    s = np.exp(-sp)
    dz = (s * (1 - y) - pos_weight * y * (1 - s)) * s * (1 - s) / N
    return loss, dz
