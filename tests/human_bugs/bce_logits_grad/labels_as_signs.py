# bug: The labels are read as -1 and +1 (a logistic loss log(1 + exp(-y z))), although the targets are in [0, 1].
# output: loss, dz
# line: 10
# accept: none
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    w = np.where(y > 0, pos_weight, 1.0)
    margin = y * z
    loss = np.mean(w * np.logaddexp(0, -margin))
    dz = -w * y * np.exp(-np.logaddexp(0, margin)) / len(z)
    return loss, dz
