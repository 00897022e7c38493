# bug: The class weight grows with 1-y: pos_weight is put on the negative class (weight built from 1 - y).
# output: loss, dz
# line: 9
# accept: none
import numpy as np

def bce_with_logits(z, y, pos_weight=1.0):
    N = z.shape[0]
    weight = 1 + (pos_weight - 1) * (1 - y)
    softplus_neg = np.log1p(np.exp(-np.abs(z))) + np.maximum(-z, 0)
    loss = np.sum((1 - y) * z + weight * softplus_neg) / N

    e = np.exp(-np.abs(z))
    sig_neg = np.where(z >= 0, e / (1 + e), 1 / (1 + e))
    dz = ((1 - y) - weight * sig_neg) / N
    return loss, dz
