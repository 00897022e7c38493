# bug: The softmax does not subtract the maximum.
# bug: The MSE gradient is not multiplied by lam.
# output: loss, dz
# line: 11; 15, 16
# accept: max-not-subtracted, exp-overflows, log-of-zero; lambda-missing, weight-forgotten
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    e = np.exp(z)
    p = e / e.sum(axis=1, keepdims=True)
    hot = np.eye(C)[y]
    loss = -np.sum(hot * np.log(p)) / N + lam * np.mean((p - t) ** 2)
    r = 2 * (p - t) / (N * C)
    dz = (p - hot) / N + p * (r - (r * p).sum(axis=1, keepdims=True))
    return loss, dz
