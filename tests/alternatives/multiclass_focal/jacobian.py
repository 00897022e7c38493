"""The derivative by the probabilities, carried through the whole Jacobian of each softmax."""

import numpy as np


def focal_ce(z, y, gamma=2.0):
    N, C = z.shape
    total, dz = 0.0, np.zeros((N, C))
    for n in range(N):
        e = np.exp(z[n] - max(z[n]))
        p = e / sum(e)
        t = p[y[n]]
        log_t = z[n, y[n]] - max(z[n]) - np.log(sum(e))
        total -= (1 - t) ** gamma * log_t
        inner = 0 if gamma == 0 else gamma * (1 - t) ** (gamma - 1) * log_t
        # t·∂L/∂t, so that a probability of zero is no divisor
        scaled = t * inner - (1 - t) ** gamma
        jacobian_over_t = np.eye(C)[y[n]] - p
        dz[n] = scaled * jacobian_over_t
    return total / N, dz / N
