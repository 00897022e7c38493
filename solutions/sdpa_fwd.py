"""Scaled dot-product attention, forward.

Conventions: queries (…, T, Dk), keys (…, S, Dk), values (…, S, Dv) with any leading axes, such as
batch (N, T, D) or batch and heads (N, H, T, D). The mask is boolean, True where a query may look;
every query may look at one key at least.
"""

import numpy as np


def scaled_dot_product_attention(
    q: np.ndarray, k: np.ndarray, v: np.ndarray, mask: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Every query takes a weighted mean of the values; the weights come from its match with the keys.

    attn = softmax over the keys of q·kᵀ / √Dk, where the mask allows,  out = attn·v

    q: (…, T, Dk); k: (…, S, Dk); v: (…, S, Dv); mask: boolean (T, S), True where query t may look at
    key s, or None. Returns out (…, T, Dv) and the weights attn (…, T, S), whose rows sum to 1.

    >>> q, k, v = np.zeros((1, 2, 3)), np.zeros((1, 2, 3)), np.array([[[2.0], [4.0]]])
    >>> out, attn = scaled_dot_product_attention(q, k, v, np.array([[True, False], [True, True]]))
    >>> out.tolist(), attn.tolist()
    ([[[2.0], [3.0]]], [[[1.0, 0.0], [0.5, 0.5]]])
    """
    # A dot product of Dk independent terms of variance 1 has variance Dk; the root brings it back to 1.
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    # mistake attention-scale-missing: scores = q @ np.swapaxes(k, -1, -2)
    # mistake attention-scale-after-softmax/weights: scores = q @ np.swapaxes(k, -1, -2)
    # mistake attention-scale-after-softmax/output: scores = q @ np.swapaxes(k, -1, -2)
    # mistake root-missing: scores = q @ np.swapaxes(k, -1, -2) / q.shape[-1]
    # mistake attention-scale-wrong-axis: scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(v.shape[-1])
    # mistake attention-scale-wrong-axis: scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(k.shape[-2])
    # mistake attention-scale-inverted: scores = q @ np.swapaxes(k, -1, -2) * np.sqrt(q.shape[-1])
    # mistake transpose-missing: scores = q @ k / np.sqrt(q.shape[-1])
    # mistake queries-keys-swapped: scores = k @ np.swapaxes(q, -1, -2) / np.sqrt(q.shape[-1])
    # mistake attention-scale-wrong-axis: scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-2])
    # mistake attention-scale-wrong-axis: scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[0])
    # mistake root-taken: scores = q @ np.swapaxes(k, -1, -2) / q.shape[-1] ** 0.25
    # mistake sign-flipped: scores = -q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    # mistake attention-scale-inverted: scores = q @ np.swapaxes(k, -1, -2) * q.shape[-1]
    # mistake queries-keys-swapped: scores = q @ np.swapaxes(q, -1, -2) / np.sqrt(q.shape[-1])
    # mistake queries-keys-swapped: scores = k @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    allowed = True if mask is None else mask
    # mistake mask-ignored: allowed = True
    # convention mask-true-hides instead of mask-true-allows: allowed = True if mask is None else ~mask
    masked = np.where(allowed, scores, -np.inf)
    # mistake first-keys-for-visible: masked = np.where(allowed, np.take_along_axis(scores, np.maximum(np.cumsum(np.broadcast_to(allowed, scores.shape), axis=-1) - 1, 0), axis=-1), -np.inf)
    # mistake mask-with-zero: masked = np.where(allowed, scores, 0.0)
    # mistake mask-added: masked = scores + allowed
    # mistake mask-too-weak: masked = np.where(allowed, scores, -1.0)
    # mistake mask-too-weak: masked = np.where(allowed, scores, -10.0)
    # mistake mask-transposed: masked = np.where(np.swapaxes(np.atleast_2d(allowed), -1, -2), scores, -np.inf)

    weights = np.exp(masked - masked.max(axis=-1, keepdims=True))  # exp cannot overflow
    # mistake max-not-subtracted: weights = np.exp(masked)
    # mistake softmax-missing: weights = np.where(allowed, scores, 0.0)
    attn = weights / np.sum(weights, axis=-1, keepdims=True)
    # mistake softmax-over-queries:
    #     weights = np.exp(masked - masked.max(axis=-2, keepdims=True))
    #     attn = weights / np.sum(weights, axis=-2, keepdims=True)
    # mistake mask-after-softmax:
    #     weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    #     attn = allowed * weights / np.sum(weights, axis=-1, keepdims=True)
    # mistake softmax-missing: attn = np.where(allowed, scores, 0.0)
    # mistake attention-scale-after-softmax/weights: attn = weights / np.sum(weights, axis=-1, keepdims=True) / np.sqrt(q.shape[-1])
    # mistake normalisation-missing: attn = weights
    # mistake normaliser-whole-batch: attn = weights / np.sum(weights)
    # mistake normaliser-whole-batch: attn = weights / np.sum(weights, axis=(-2, -1), keepdims=True)
    # mistake softmax-over-queries: attn = weights / np.sum(weights, axis=-2, keepdims=True)
    # mistake softmax-over-queries:
    #     masked = np.where(allowed, scores, -1e9)
    #     weights = np.exp(masked - masked.max(axis=-2, keepdims=True))
    #     attn = weights / np.sum(weights, axis=-2, keepdims=True)
    # mistake softmax-axis: attn = weights / np.sum(weights, axis=0, keepdims=True)
    # mistake mean-for-sum: attn = weights / np.mean(weights, axis=-1, keepdims=True)
    out = attn @ v
    # mistake attention-transposed: out = np.swapaxes(attn, -1, -2) @ v
    # mistake attention-scale-twice: out = attn @ v / np.sqrt(q.shape[-1])
    # mistake attention-scale-after-softmax/output: out = attn @ v / np.sqrt(q.shape[-1])
    # mistake scores-for-weights: out = np.where(allowed, scores, 0.0) @ v
    # mistake residual-added: out = attn @ v + q
    # mistake keys-for-values: out = attn @ k
    return out, attn
