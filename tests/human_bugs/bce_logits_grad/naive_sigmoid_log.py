# bug: The sigmoid is formed first and its logarithm taken, which overflows and gives NaN or infinity for large logits.
# output: loss
# line: 10
# accept: log-of-zero
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    p = 1 / (1 + np.exp(-z))
    loss = -np.mean(pos_weight * y * np.log(p) + (1 - y) * np.log(1 - p))
    dz = ((1 - y) * p - pos_weight * y * (1 - p)) / len(z)
    return loss, dz
