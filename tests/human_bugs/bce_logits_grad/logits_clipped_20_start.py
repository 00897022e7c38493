# bug: Logits clipped to +-20 at the start, so the loss saturates at large |z|.
# output: loss, dz
# line: 16
# accept: none
import numpy as np

def sigmoid(z):
    out = np.empty_like(z, dtype=float)
    pos = z >= 0
    out[pos] = 1.0 / (1.0 + np.exp(-z[pos]))
    ez = np.exp(z[~pos])
    out[~pos] = ez / (1.0 + ez)
    return out

def bce_logits(z, y, pos_weight=1.0):
    z = np.clip(z, -20, 20)
    log_p = -np.logaddexp(0, -z)
    log_q = -np.logaddexp(0, z)
    per_sample = pos_weight * y * log_p + (1 - y) * log_q
    loss = -per_sample.mean()
    p = sigmoid(z)
    dz = ((1 - y) * p - pos_weight * y * (1 - p)) / len(z)
    return loss, dz
