"""A recurrent state, one position after another."""

import numpy as np


def linear_attn(q, k, v, causal=False):
    N, T, D = q.shape
    out = np.zeros((N, T, v.shape[2]))

    def phi(row):
        return np.array([a + 1 if a > 0 else np.exp(a) for a in row])

    for n in range(N):
        S, z = np.zeros((D, v.shape[2])), np.zeros(D)
        for t in range(T):
            f = phi(k[n, t])
            S += np.outer(f, v[n, t])
            z += f
            if causal:
                g = phi(q[n, t])
                out[n, t] = g @ S / (g @ z)
        if not causal:
            for t in range(T):
                g = phi(q[n, t])
                out[n, t] = g @ S / (g @ z)
    return out
