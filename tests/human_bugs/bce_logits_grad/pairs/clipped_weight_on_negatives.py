# bug: The probabilities are clipped before the logarithm.
# bug: The weight is put on the negative class.
# output: loss, dz
# line: 12; 13, 14
# accept: none; pos-weight-on-negatives
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    p = np.exp(-np.logaddexp(0, -z))
    eps = 1e-7
    q = np.clip(p, eps, 1 - eps)
    loss = -np.mean(y * np.log(q) + pos_weight * (1 - y) * np.log(1 - q))
    dz = (pos_weight * (1 - y) * p - y * (1 - p)) / z.size
    return loss, dz
