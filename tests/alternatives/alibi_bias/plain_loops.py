"""Entry by entry; each slope is the one before times the ratio."""

import math

import numpy as np


def alibi_scores(q, k):
    N, H, T, D = q.shape
    S = k.shape[2]
    out = np.full((N, H, T, S), -math.inf)
    slope = 1.0
    for h in range(H):
        slope *= math.pow(2, -8 / H)
        for n in range(N):
            for t in range(T):
                here = S - T + t
                for j in range(here + 1):
                    out[n, h, t, j] = np.dot(q[n, h, t], k[n, h, j]) / math.sqrt(D) - slope * (here - j)
    return out
