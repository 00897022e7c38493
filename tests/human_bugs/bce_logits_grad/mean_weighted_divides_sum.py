# bug: The mean is weighted: divides by the sum of the weights instead of N.
# output: loss
# line: 19
# accept: divided-by-weights
import numpy as np

def sigmoid(z):
    out = np.empty_like(z, dtype=float)
    pos = z >= 0
    out[pos] = 1.0 / (1.0 + np.exp(-z[pos]))
    ez = np.exp(z[~pos])
    out[~pos] = ez / (1.0 + ez)
    return out

def bce_logits(z, y, pos_weight=1.0):
    log_p = -np.logaddexp(0, -z)
    log_q = -np.logaddexp(0, z)
    per_sample = pos_weight * y * log_p + (1 - y) * log_q
    loss = -per_sample.sum() / (pos_weight * y + (1 - y)).sum()
    p = sigmoid(z)
    dz = ((1 - y) * p - pos_weight * y * (1 - p)) / len(z)
    return loss, dz
