# bug: Loss summed, not averaged.
# bug: Dz: pos_weight applied to the whole of p - y.
# output: loss, dz
# line: 20; 22
# accept: loss-mean-missing; pos-weight-on-all
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
    loss = -per_sample.sum()
    p = sigmoid(z)
    dz = pos_weight * (p - y) / len(z)
    return loss, dz
