# bug: The weight multiplies the term of the negative class (1 - y) instead of the positive one.
# output: loss, dz
# line: 12, 14
# accept: pos-weight-on-negatives
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    n = z.shape[0]
    log_p = -np.logaddexp(0, -z)
    log_q = -np.logaddexp(0, z)
    loss = -np.sum(y * log_p + pos_weight * (1 - y) * log_q) / n
    p = np.exp(log_p)
    dz = (pos_weight * (1 - y) * p - y * (1 - p)) / n
    return loss, dz
