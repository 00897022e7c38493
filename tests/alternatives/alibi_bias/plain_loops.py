"""Entry by entry; each slope is the one before times the ratio."""

import math

import numpy as np


def alibi_weights(q, k):
    N, H, T, D = q.shape
    S = k.shape[2]
    out = np.zeros((N, H, T, S))
    slope = 1.0
    for h in range(H):
        slope *= math.pow(2, -8 / H)
        for n in range(N):
            for t in range(T):
                here = S - T + t
                for j in range(here + 1):
                    out[n, h, t, j] = np.dot(q[n, h, t], k[n, h, j]) / math.sqrt(D) - slope * (here - j)
                out[n, h, t, : here + 1] = np.exp(out[n, h, t, : here + 1] - max(out[n, h, t, : here + 1]))
                out[n, h, t] /= sum(out[n, h, t])
    return out
