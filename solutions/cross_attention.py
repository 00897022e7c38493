"""Multi-head cross-attention of an encoder-decoder model, forward.

Conventions: queries from x (N, T, D), keys and values from the context (N, S, D), all weights (D, D), no
biases; head h owns the columns h·Dh … (h+1)·Dh − 1; scores divided by √Dh. The key mask (N, S) is
boolean, True on real positions of the context, at least one in each row.
"""

import numpy as np


def _split(a: np.ndarray, num_heads: int) -> np.ndarray:
    """(N, T, D) to (N, heads, T, Dh)."""
    n, steps, width = a.shape
    return a.reshape(n, steps, num_heads, width // num_heads).transpose(0, 2, 1, 3)
    # mistake heads-reshaped-not-split: return a.reshape(n, num_heads, steps, width // num_heads)


def cross_attention(
    x: np.ndarray,
    context: np.ndarray,
    Wq: np.ndarray,
    Wk: np.ndarray,
    Wv: np.ndarray,
    Wo: np.ndarray,
    num_heads: int,
    key_mask: np.ndarray | None = None,
) -> np.ndarray:
    """The decoder asks, the encoder answers: queries from x, keys and values from the context.

    q = x·Wq,  k, v = context·Wk, context·Wv, split into heads of Dh columns;
    head = softmax(q·kᵀ / √Dh)·v over the real positions of the context;  out = [heads]·Wo

    x: (N, T, D); context: (N, S, D); Wq, Wk, Wv, Wo: (D, D); num_heads: divides D; key_mask: boolean
    (N, S), True on real positions, or None. Returns out (N, T, D).

    >>> x, context, w = np.zeros((1, 1, 1)), np.array([[[2.0], [4.0], [9.0]]]), np.ones((1, 1))
    >>> key_mask = np.array([[True, True, False]])
    >>> cross_attention(x, context, w, w, w, w, 1, key_mask).tolist()
    [[[3.0]]]
    """
    n, steps, width = x.shape
    q = _split(x @ Wq, num_heads)
    # mistake streams-swapped/all: q = _split(context @ Wq, num_heads)
    k, v = _split(context @ Wk, num_heads), _split(context @ Wv, num_heads)
    # mistake streams-swapped/all: k, v = _split(x @ Wk, num_heads), _split(x @ Wv, num_heads)
    # mistake keys-from-query-stream: k, v = _split(x @ Wk, num_heads), _split(x @ Wv, num_heads)
    # mistake keys-from-query-stream: k, v = _split(x @ Wk, num_heads), _split(context @ Wv, num_heads)
    # mistake keys-from-query-stream: k, v = _split(context @ Wk, num_heads), _split(x @ Wv, num_heads)
    # mistake keys-for-values: k, v = _split(context @ Wk, num_heads), _split(context @ Wk, num_heads)
    # mistake values-not-projected: k, v = _split(context @ Wk, num_heads), _split(1.0 * context, num_heads)
    # mistake transpose-added: k, v = _split(context @ Wk.T, num_heads), _split(context @ Wv.T, num_heads)
    scores = q @ np.swapaxes(k, 2, 3) / np.sqrt(width // num_heads)
    # mistake scaled-by-model-width: scores = q @ np.swapaxes(k, 2, 3) / np.sqrt(width)
    # mistake head-scale-missing: scores = q @ np.swapaxes(k, 2, 3)
    # mistake root-missing: scores = q @ np.swapaxes(k, 2, 3) / (width // num_heads)
    # mistake scaled-by-head-count: scores = q @ np.swapaxes(k, 2, 3) / np.sqrt(num_heads)
    if key_mask is not None:
        scores = np.where(key_mask[:, np.newaxis, np.newaxis, :], scores, -np.inf)
    # mistake mask-ignored: pass
    # mistake key-mask-on-queries:
    #     if key_mask is not None:
    #         scores = np.where(key_mask[:, np.newaxis, :, np.newaxis], scores, -1e9)
    # mistake key-mask-of-wrong-sample:
    #     if key_mask is not None:
    #         scores = np.where(key_mask[np.newaxis, np.newaxis, :, :], scores, -np.inf)
    # mistake key-mask-of-wrong-sample:
    #     if key_mask is not None:
    #         scores = np.where(key_mask[0], scores, -np.inf)
    # mistake key-mask-by-head:
    #     if key_mask is not None:
    #         scores = np.where(key_mask[np.newaxis, :, np.newaxis, :], scores, -np.inf)
    # mistake mask-with-zero:
    #     if key_mask is not None:
    #         scores = np.where(key_mask[:, np.newaxis, np.newaxis, :], scores, 0.0)
    # convention mask-true-hides instead of mask-true-allows:
    #     if key_mask is not None:
    #         scores = np.where(key_mask[:, np.newaxis, np.newaxis, :], -np.inf, scores)
    weights = np.exp(scores - scores.max(axis=3, keepdims=True))  # exp cannot overflow
    # mistake max-not-subtracted: weights = np.exp(scores)
    attn = weights / np.sum(weights, axis=3, keepdims=True)
    # mistake softmax-over-queries: attn = weights / np.sum(weights, axis=2, keepdims=True)
    # mistake softmax-over-heads: attn = weights / np.sum(weights, axis=1, keepdims=True)
    # mistake normalisation-missing: attn = weights
    heads = attn @ v
    merged = heads.transpose(0, 2, 1, 3).reshape(n, steps, width)
    # mistake heads-merged-without-transpose: merged = heads.reshape(n, steps, width)
    # mistake heads-averaged: merged = np.tile(heads.mean(axis=1), num_heads)
    out = merged @ Wo
    # mistake output-projection-missing: out = merged
    # mistake residual-added: out = merged @ Wo + x
    # mistake transpose-added: out = merged @ Wo.T
    return out
