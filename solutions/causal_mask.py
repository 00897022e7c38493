"""Causal self-attention of one head: a decoder looks at the past and at itself.

Conventions: x (N, T, D), weights (D, Dk) and (D, Dv), no biases; scores divided by √Dk;
position t sees the positions 0 … t.
"""

import numpy as np


def causal_attention(x: np.ndarray, Wq: np.ndarray, Wk: np.ndarray, Wv: np.ndarray) -> np.ndarray:
    """Self-attention in which no position sees a later one.

    q, k, v = x·Wq, x·Wk, x·Wv;  out[t] = Σ_{s ≤ t} a[t, s]·v[s],
    a[t] = softmax over s ≤ t of q[t]·k[s] / √Dk

    x: (N, T, D); Wq, Wk: (D, Dk); Wv: (D, Dv). Returns out (N, T, Dv).

    >>> x, w = np.array([[[1.0], [3.0], [8.0]]]), np.zeros((1, 1))
    >>> causal_attention(x, w, w, np.ones((1, 1))).tolist()
    [[[1.0], [2.0], [4.0]]]
    """
    steps = x.shape[1]
    q, k, v = x @ Wq, x @ Wk, x @ Wv
    # mistake queries-keys-swapped: q, k, v = x @ Wk, x @ Wq, x @ Wv
    # mistake queries-keys-swapped: q, k, v = x @ Wq, x @ Wq, x @ Wv
    # mistake queries-keys-swapped: q, k, v = x @ Wk, x @ Wk, x @ Wv
    # mistake keys-for-values: q, k, v = x @ Wq, x @ Wk, x @ Wk
    # mistake values-not-projected: q, k, v = x @ Wq, x @ Wk, x
    # mistake transpose-added: q, k, v = x @ Wq.T, x @ Wk.T, x @ Wv.T
    scores = q @ np.swapaxes(k, 1, 2) / np.sqrt(q.shape[2])
    # mistake attention-scale-missing: scores = q @ np.swapaxes(k, 1, 2)
    # mistake root-missing: scores = q @ np.swapaxes(k, 1, 2) / q.shape[2]
    # mistake attention-scale-wrong-axis: scores = q @ np.swapaxes(k, 1, 2) / np.sqrt(x.shape[2])
    # mistake attention-scale-wrong-axis: scores = q @ np.swapaxes(k, 1, 2) / np.sqrt(steps)
    # mistake attention-scale-inverted: scores = q @ np.swapaxes(k, 1, 2) * np.sqrt(q.shape[2])
    # mistake attention-scale-wrong-axis: scores = q @ np.swapaxes(k, 1, 2) / np.sqrt(v.shape[2])
    visible = np.tri(steps, dtype=bool)  # row t is True up to and including column t
    # mistake causal-mask-missing: visible = np.ones((steps, steps), dtype=bool)
    # mistake causal-mask-hides-itself: visible = np.tri(steps, k=-1, dtype=bool) | (np.arange(steps)[:, np.newaxis] == 0)
    # mistake causal-mask-hides-itself: visible = np.tri(steps, k=-1, dtype=bool)
    # mistake causal-mask-sees-next: visible = np.tri(steps, k=1, dtype=bool)
    # mistake causal-mask-shows-future: visible = ~np.tri(steps, k=-1, dtype=bool)
    scores = np.where(visible, scores, -np.inf)
    # mistake mask-with-zero: scores = np.where(visible, scores, 0.0)
    # mistake mask-with-zero: scores = scores * visible
    # mistake mask-too-weak: scores = np.where(visible, scores, -1.0)
    # mistake mask-too-weak: scores = np.where(visible, scores, -10.0)
    # mistake mask-added: scores = scores + visible
    # mistake causal-mask-hides-itself: scores = np.where(np.tri(steps, k=-1, dtype=bool), scores, -1e9)
    weights = np.exp(scores - scores.max(axis=2, keepdims=True))  # exp cannot overflow
    # mistake max-not-subtracted: weights = np.exp(scores)
    attn = weights / np.sum(weights, axis=2, keepdims=True)
    # mistake softmax-over-queries: attn = weights / np.sum(weights, axis=1, keepdims=True)
    # mistake normalisation-missing: attn = weights
    # mistake normaliser-whole-batch: attn = weights / np.sum(weights, axis=(1, 2), keepdims=True)
    # mistake mask-after-softmax:
    #     scores = q @ np.swapaxes(k, 1, 2) / np.sqrt(q.shape[2])
    #     weights = np.exp(scores - scores.max(axis=2, keepdims=True))
    #     attn = visible * weights / np.sum(weights, axis=2, keepdims=True)
    # mistake mean-for-sum: attn = weights / np.mean(weights, axis=2, keepdims=True)
    out = attn @ v
    # mistake attention-transposed: out = np.swapaxes(attn, 1, 2) @ v
    # mistake residual-added: out = attn @ v + x
    return out
