"""Sums by einsum; the prefix by a triangle of ones over time."""

import numpy as np


def kernel_attention(q, k, v, causal=False):
    a, b = (np.maximum(x, 0) + np.exp(np.minimum(x, 0)) for x in (q, k))
    T = q.shape[1]
    reach = np.tri(T) if causal else np.ones((T, T))
    S = np.einsum("ts,nsd,nsm->ntdm", reach, b, v, optimize=True)
    z = np.einsum("ts,nsd->ntd", reach, b)
    return np.einsum("ntd,ntdm->ntm", a, S) / np.einsum("ntd,ntd->nt", a, z)[:, :, None]
