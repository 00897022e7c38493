# bug: The gradient forgets pos_weight.
# bug: The gradient has the wrong sign.
# output: dz
# line: 13; 13
# accept: pos-weight-ignored; sign-flipped
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    N = z.shape[0]
    loss = (pos_weight * y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z)).sum() / N
    p = np.exp(-np.logaddexp(0, -z))
    dz = (y - p) / N
    return loss, dz
