"""Causal attention with a KV cache: what was computed for earlier positions is kept.

Conventions: x (N, T, D) holds the new positions only, one or several; weights (D, Dk) and (D, Dv), one
head, no biases; scores divided by √Dk. The content of the cache is up to its author.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray]


def decode_step(
    x: np.ndarray, Wq: np.ndarray, Wk: np.ndarray, Wv: np.ndarray, cache: Cache | None = None
) -> tuple[np.ndarray, Cache]:
    """Causal self-attention of new positions, which see all earlier ones through the cache.

    After P cached positions, new position t (the (P + t)-th) sees the keys 0 … P + t. Called chunk
    by chunk it gives what causal attention over the whole sequence gives.

    x: new inputs (N, T, D); Wq, Wk: (D, Dk); Wv: (D, Dv); cache: what the last call returned, or
    None at the start. Returns out (N, T, Dv) and the cache for the next call.

    >>> w, one = np.zeros((1, 1)), np.ones((1, 1))
    >>> out, cache = decode_step(np.array([[[1.0], [3.0]]]), w, w, one)
    >>> next_out, _ = decode_step(np.array([[[8.0]]]), w, w, one, cache)
    >>> out.tolist(), next_out.tolist()
    ([[[1.0], [2.0]]], [[[4.0]]])
    """
    q, k, v = x @ Wq, x @ Wk, x @ Wv
    # mistake queries-keys-swapped: q, k, v = x @ Wk, x @ Wq, x @ Wv
    # mistake queries-keys-swapped: q, k, v = x @ Wq, x @ Wq, x @ Wv
    # mistake queries-keys-swapped: q, k, v = x @ Wk, x @ Wk, x @ Wv
    # mistake keys-for-values: q, k, v = x @ Wq, x @ Wk, x @ Wk
    if cache is not None:
        past_k, past_v = cache
        # mistake cached-keys-for-values: past_k, past_v = cache[0], cache[0]
        k, v = np.concatenate([past_k, k], axis=1), np.concatenate([past_v, v], axis=1)
        # mistake queries-cached: k, v = np.concatenate([past_k, q], axis=1), np.concatenate([past_v, v], axis=1)
        # mistake cache-prepended: k, v = np.concatenate([k, past_k], axis=1), np.concatenate([v, past_v], axis=1)
        # mistake keys-values-misaligned: k, v = np.concatenate([past_k, k], axis=1), np.concatenate([v, past_v], axis=1)
        # mistake new-position-left-out: k, v = past_k, past_v
        # mistake cache-not-used: pass
    new, seen = x.shape[1], k.shape[1]
    visible = np.tri(new, seen, k=seen - new, dtype=bool)  # the last row sees all
    # mistake mask-offset-forgotten: visible = np.tri(new, seen, dtype=bool)
    # mistake causal-mask-missing: visible = np.ones((new, seen), dtype=bool)
    # mistake new-position-left-out: visible = np.tri(new, seen, k=seen - new - 1, dtype=bool) | (np.arange(seen) == 0)
    # mistake causal-mask-sees-next: visible = np.tri(new, seen, k=seen - new + 1, dtype=bool)
    scores = np.where(visible, q @ np.swapaxes(k, 1, 2) / np.sqrt(q.shape[2]), -np.inf)
    # mistake attention-scale-missing: scores = np.where(visible, q @ np.swapaxes(k, 1, 2), -np.inf)
    # mistake root-missing: scores = np.where(visible, q @ np.swapaxes(k, 1, 2) / q.shape[2], -np.inf)
    # mistake attention-scale-wrong-axis: scores = np.where(visible, q @ np.swapaxes(k, 1, 2) / np.sqrt(v.shape[2]), -np.inf)
    # mistake attention-scale-wrong-axis: scores = np.where(visible, q @ np.swapaxes(k, 1, 2) / np.sqrt(seen), -np.inf)
    # mistake mask-with-zero: scores = np.where(visible, q @ np.swapaxes(k, 1, 2) / np.sqrt(q.shape[2]), 0.0)
    weights = np.exp(scores - scores.max(axis=2, keepdims=True))  # exp cannot overflow
    # mistake max-not-subtracted: weights = np.exp(scores)
    attn = weights / np.sum(weights, axis=2, keepdims=True)
    # mistake softmax-over-queries: attn = weights / np.sum(weights, axis=1, keepdims=True)
    # mistake normalisation-missing: attn = weights
    out = attn @ v
    # mistake residual-added: out = attn @ v + x
    return out, (k, v)
    # mistake cache-overwritten: return out, (k[:, -new:], v[:, -new:])
    # mistake cache-not-extended: return out, (k, v) if cache is None else cache
    # mistake cache-window-of-one-chunk: return out, (k[:, 1:], v[:, 1:])
