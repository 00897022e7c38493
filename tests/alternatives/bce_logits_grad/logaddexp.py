"""Both logarithms are log-add-exp, and the sigmoids are their exponentials."""

import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    log_p = -np.logaddexp(0, -z)
    log_q = -np.logaddexp(0, z)
    loss = -(pos_weight * y * log_p + (1 - y) * log_q).mean()
    dz = ((1 - y) * np.exp(log_p) - pos_weight * y * np.exp(log_q)) / len(z)
    return loss, dz
