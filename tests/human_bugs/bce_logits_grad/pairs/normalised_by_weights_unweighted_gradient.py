# bug: The loss is divided by the sum of the weights.
# bug: The gradient forgets the weight.
# output: loss, dz
# line: 12; 14
# accept: divided-by-weights; pos-weight-ignored
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    w = 1 + (pos_weight - 1) * y
    per_sample = (1 - y) * z + w * np.logaddexp(0, -z)
    loss = per_sample.sum() / w.sum()
    p = np.exp(-np.logaddexp(0, -z))
    return loss, (p - y) / len(z)
