"""Linear attention: a feature map in place of the softmax, and sums over keys first.

Conventions: queries and keys (N, T, D), values (N, T, M); φ(x) = elu(x) + 1 entry by entry; no scale.
"""

import numpy as np


def _features(x: np.ndarray) -> np.ndarray:
    """φ(x) = x + 1 where x > 0, else exp(x): positive everywhere."""
    phi = np.where(x > 0, x + 1.0, np.exp(np.minimum(x, 0.0)))
    # mistake elu-without-one: phi = np.where(x > 0, x, np.exp(np.minimum(x, 0.0)) - 1.0)
    # mistake features-of-relu: phi = np.maximum(x, 0.0) + 1e-3
    # mistake features-of-relu: phi = np.maximum(x, 0.0)
    # mistake features-exponential: phi = np.exp(x)
    # mistake features-left-out: phi = 1.0 * x
    return phi


def linear_attention(
    q: np.ndarray, k: np.ndarray, v: np.ndarray, causal: bool = False
) -> np.ndarray:
    """Attention whose cost is linear in the length.

    out_t = φ(q_t)ᵀ·S_t / (φ(q_t)·z_t),  S_t = Σ_s φ(k_s)·v_sᵀ,  z_t = Σ_s φ(k_s)

    q, k: (N, T, D); v: (N, T, M); causal: the sums run over s ≤ t, else over all s.
    Returns (N, T, M).

    >>> q, v = np.zeros((1, 2, 1)), np.array([[[2.0], [4.0]]])
    >>> linear_attention(q, q, v).tolist(), linear_attention(q, q, v, causal=True).tolist()
    ([[[3.0], [3.0]]], [[[2.0], [3.0]]])
    """
    fq, fk = _features(q), _features(k)
    # mistake features-of-keys-only: fq, fk = 1.0 * q, _features(k)
    # mistake features-of-queries-only: fq, fk = _features(q), 1.0 * k
    # mistake queries-keys-swapped: fq, fk = _features(k), _features(q)
    # mistake attention-scaled: fq, fk = _features(q / np.sqrt(q.shape[-1])), _features(k)
    products, keys = fk[..., None] * v[:, :, None], fk
    if causal:
        state, total = np.cumsum(products, axis=1), np.cumsum(keys, axis=1)
        # mistake causal-mask-hides-itself: state, total = np.cumsum(products, axis=1) - products, np.cumsum(keys, axis=1) - keys + 1e-9
        # mistake normaliser-not-causal: state, total = np.cumsum(products, axis=1), keys.sum(axis=1, keepdims=True)
        # mistake causal-mask-shows-future: state, total = np.cumsum(products[:, ::-1], axis=1)[:, ::-1], np.cumsum(keys[:, ::-1], axis=1)[:, ::-1]
        # mistake state-not-accumulated: state, total = products, keys
    else:
        state, total = products.sum(axis=1, keepdims=True), keys.sum(axis=1, keepdims=True)
    # mistake causal-ignored: state, total = products.sum(axis=1, keepdims=True), keys.sum(axis=1, keepdims=True)
    # mistake causal-always: state, total = np.cumsum(products, axis=1), np.cumsum(keys, axis=1)
    weighted = np.sum(fq[..., None] * state, axis=2)
    out = weighted / np.sum(fq * total, axis=2, keepdims=True)
    # mistake normalisation-missing: out = weighted
    # mistake averaged-over-positions: out = weighted / q.shape[1]
    # mistake normaliser-without-query: out = weighted / total.sum(axis=2, keepdims=True)
    return out
