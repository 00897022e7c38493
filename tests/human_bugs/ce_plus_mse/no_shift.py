# bug: The softmax is computed without subtracting the maximum, so large logits overflow to NaN.
# output: loss, dz
# line: 10
# accept: max-not-subtracted, exp-overflows, log-of-zero
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    loss = -np.log(p[np.arange(N), y]).mean() + lam * np.mean((p - t) ** 2)
    dp = 2 * lam * (p - t) / (N * C)
    dp[np.arange(N), y] -= 1 / (N * p[np.arange(N), y])
    dz = p * (dp - (dp * p).sum(axis=1, keepdims=True))
    return loss, dz
