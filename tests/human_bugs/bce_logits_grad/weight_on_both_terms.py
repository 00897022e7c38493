# bug: The weight multiplies the whole loss instead of the term of the positive class.
# output: loss, dz
# line: 14, 16
# accept: pos-weight-on-all
import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    n = len(z)
    loss = 0.0
    dz = np.zeros(n)
    for i in range(n):
        l = max(z[i], 0) - z[i] * y[i] + np.log1p(np.exp(-abs(z[i])))
        loss += pos_weight * l
        p = 1 / (1 + np.exp(-z[i])) if z[i] > 0 else np.exp(z[i]) / (1 + np.exp(z[i]))
        dz[i] = pos_weight * (p - y[i])
    return loss / n, dz / n
