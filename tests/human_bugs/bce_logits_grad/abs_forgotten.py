# bug: The stable formula is used without the absolute value in exp, so very negative logits overflow and negative ones are counted twice.
# output: loss
# line: 10
# accept: abs-forgotten
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    N = len(z)
    softplus = np.maximum(-z, 0) + np.log1p(np.exp(-z))
    loss = np.sum((1 - y) * z + (1 + (pos_weight - 1) * y) * softplus) / N
    p = np.exp(-np.logaddexp(0, -z))
    dz = (1 - y) * p - pos_weight * y * (1 - p)
    return loss, dz / N
