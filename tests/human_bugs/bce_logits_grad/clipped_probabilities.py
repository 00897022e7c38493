# bug: The probabilities are clipped to [1e-12, 1 - 1e-12] before the logarithm, which caps the loss of large logits at about 27.6.
# output: loss
# line: 19
# accept: none
import numpy as np


def sigmoid(z):
    out = np.empty(z.shape)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    ez = np.exp(z[~pos])
    out[~pos] = ez / (1 + ez)
    return out


def bce_with_logits(z, y, pos_weight=1.0):
    p = sigmoid(z)
    pc = np.clip(p, 1e-12, 1 - 1e-12)
    loss = -(pos_weight * y * np.log(pc) + (1 - y) * np.log(1 - pc)).mean()
    dz = (p * (1 - y) - pos_weight * y * (1 - p)) / z.shape[0]
    return loss, dz
