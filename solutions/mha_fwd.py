"""Multi-head self-attention, forward.

Conventions: x (N, T, D), all four weights (D, D), no biases; head h owns the columns h·Dh … (h+1)·Dh − 1
of Wq, Wk and Wv, with Dh = D / heads; scores divided by √Dh. The mask is boolean, True where a
query may look; every query may look at one key at least.
"""

import numpy as np


def multi_head_attention(
    x: np.ndarray,
    Wq: np.ndarray,
    Wk: np.ndarray,
    Wv: np.ndarray,
    Wo: np.ndarray,
    num_heads: int,
    mask: np.ndarray | None = None,
) -> np.ndarray:
    """Several attentions side by side, each on its own slice of the features.

    q, k, v = x·Wq, x·Wk, x·Wv, split into heads of Dh columns;
    head = softmax(q·kᵀ / √Dh)·v;  out = [head_1, …, head_H]·Wo

    x: (N, T, D); Wq, Wk, Wv, Wo: (D, D); num_heads: divides D; mask: boolean (T, T), True where query
    t may look at key s, or None. Returns out (N, T, D).

    >>> x, w = np.array([[[1.0, 2.0], [3.0, 6.0]]]), np.zeros((2, 2))
    >>> multi_head_attention(x, w, w, np.eye(2), np.eye(2), num_heads=2).tolist()
    [[[2.0, 4.0], [2.0, 4.0]]]
    """
    n, steps, width = x.shape
    head = width // num_heads

    def split(a: np.ndarray) -> np.ndarray:
        """(N, T, D) to (N, heads, T, Dh): cut the features first, then bring the heads forward."""
        parts = a.reshape(n, steps, num_heads, head).transpose(0, 2, 1, 3)
        # mistake heads-reshaped-not-split: parts = a.reshape(n, num_heads, steps, head)
        # mistake heads-interleaved: parts = a.reshape(n, steps, head, num_heads).transpose(0, 3, 1, 2)
        return parts

    q, k, v = split(x @ Wq), split(x @ Wk), split(x @ Wv)
    # mistake queries-keys-swapped: q, k, v = split(x @ Wk), split(x @ Wq), split(x @ Wv)
    # mistake keys-for-values: q, k, v = split(x @ Wq), split(x @ Wk), split(x @ Wk)
    # mistake transpose-added: q, k, v = split(x @ Wq.T), split(x @ Wk.T), split(x @ Wv.T)
    # mistake values-not-projected: q, k, v = split(x @ Wq), split(x @ Wk), split(1.0 * x)
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(head)
    # mistake scaled-by-model-width: scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(width)
    # mistake head-scale-missing: scores = q @ np.swapaxes(k, -1, -2)
    # mistake root-missing: scores = q @ np.swapaxes(k, -1, -2) / head
    # mistake scaled-by-head-count: scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(num_heads)
    # mistake attention-scale-wrong-axis: scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(steps)
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    # mistake mask-ignored: pass
    # convention mask-true-hides instead of mask-true-allows:
    #     if mask is not None:
    #         scores = np.where(mask, -np.inf, scores)
    # mistake mask-with-zero:
    #     if mask is not None:
    #         scores = np.where(mask, scores, 0.0)
    # mistake mask-added:
    #     if mask is not None:
    #         scores = scores + mask
    # mistake mask-transposed:
    #     if mask is not None:
    #         scores = np.where(mask.T, scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))  # exp cannot overflow
    # mistake max-not-subtracted: weights = np.exp(scores)
    attn = weights / np.sum(weights, axis=-1, keepdims=True)
    # mistake softmax-over-queries: attn = weights / np.sum(weights, axis=-2, keepdims=True)
    # mistake softmax-over-heads: attn = weights / np.sum(weights, axis=1, keepdims=True)
    # mistake normalisation-missing: attn = weights
    heads = attn @ v
    # mistake attention-transposed: heads = np.swapaxes(attn, -1, -2) @ v
    merged = heads.transpose(0, 2, 1, 3).reshape(n, steps, width)
    # mistake heads-merged-without-transpose: merged = heads.reshape(n, steps, width)
    # mistake heads-averaged: merged = np.tile(heads.mean(axis=1), num_heads)
    # mistake heads-interleaved: merged = heads.transpose(0, 2, 3, 1).reshape(n, steps, width)
    out = merged @ Wo
    # mistake output-projection-missing: out = merged
    # mistake transpose-added: out = merged @ Wo.T
    # mistake residual-added: out = merged @ Wo + x
    return out
