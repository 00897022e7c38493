"""A Transformer block, pre-norm or post-norm, forward.

Conventions: x (N, T, D); multi-head self-attention without mask and biases, head h in the columns
h·Dh … (h+1)·Dh − 1, scores divided by √Dh; feed-forward layer ReLU(x·W1 + b1)·W2 + b2; layer norm over
the features with the biased variance and eps = 1e-5 inside the root. No dropout.
"""

import numpy as np


def _layer_norm(x: np.ndarray, gamma: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """Every position is normalised over its own features."""
    mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True)
    # mistake norm-over-positions: mean, var = x.mean(axis=1, keepdims=True), x.var(axis=1, keepdims=True)
    # mistake norm-over-batch: mean, var = x.mean(axis=0, keepdims=True), x.var(axis=0, keepdims=True)
    # mistake variance-unbiased: mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, ddof=1, keepdims=True)
    # mistake mean-not-subtracted: mean, var = 0.0, x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + 1e-5) + beta
    # mistake eps-outside-root: return gamma * (x - mean) / (np.sqrt(var) + 1e-5) + beta
    # mistake root-missing: return gamma * (x - mean) / (var + 1e-5) + beta
    # mistake gamma-missing: return (x - mean) / np.sqrt(var + 1e-5) + beta
    # mistake beta-missing: return gamma * (x - mean) / np.sqrt(var + 1e-5)
    # mistake gamma-beta-swapped: return beta * (x - mean) / np.sqrt(var + 1e-5) + gamma


def _attention(x: np.ndarray, params: dict, num_heads: int) -> np.ndarray:
    """Multi-head self-attention."""
    n, steps, width = x.shape
    head = width // num_heads
    q, k, v = (
        (x @ params[name]).reshape(n, steps, num_heads, head).transpose(0, 2, 1, 3)
        for name in ("Wq", "Wk", "Wv")
    )
    # mistake heads-reshaped-not-split: q, k, v = ((x @ params[name]).reshape(n, num_heads, steps, head) for name in ("Wq", "Wk", "Wv"))
    scores = q @ np.swapaxes(k, 2, 3) / np.sqrt(head)
    # mistake scaled-by-model-width: scores = q @ np.swapaxes(k, 2, 3) / np.sqrt(width)
    # mistake head-scale-missing: scores = q @ np.swapaxes(k, 2, 3)
    weights = np.exp(scores - scores.max(axis=3, keepdims=True))
    attn = weights / np.sum(weights, axis=3, keepdims=True)
    # mistake softmax-over-queries: attn = weights / np.sum(weights, axis=2, keepdims=True)
    merged = (attn @ v).transpose(0, 2, 1, 3).reshape(n, steps, width)
    # mistake heads-merged-without-transpose: merged = (attn @ v).reshape(n, steps, width)
    return merged @ params["Wo"]
    # mistake output-projection-missing: return merged


def _feed_forward(x: np.ndarray, params: dict) -> np.ndarray:
    """Two affine layers at every position, with ReLU between them."""
    hidden = np.maximum(x @ params["W1"] + params["b1"], 0.0)
    # mistake activation-missing: hidden = x @ params["W1"] + params["b1"]
    # mistake bias-missing: hidden = np.maximum(x @ params["W1"], 0.0)
    # mistake other-activation: hidden = np.tanh(x @ params["W1"] + params["b1"])
    # mistake bias-after-activation: hidden = np.maximum(x @ params["W1"], 0.0) + params["b1"]
    out = hidden @ params["W2"] + params["b2"]
    # mistake bias-missing: out = hidden @ params["W2"]
    # mistake output-activated: out = np.maximum(hidden @ params["W2"] + params["b2"], 0.0)
    return out


def transformer_block(
    x: np.ndarray, params: dict, num_heads: int, pre_norm: bool = True
) -> np.ndarray:
    """Self-attention and a feed-forward layer, each with a residual connection and a layer norm.

    pre-norm:  x ← x + Attention(LN1(x)),  x ← x + FFN(LN2(x))
    post-norm: x ← LN1(x + Attention(x)),  x ← LN2(x + FFN(x))
    LN(x) = γ·(x − mean) / √(var + 1e-5) + β over the features of each position

    x: (N, T, D); params: "Wq", "Wk", "Wv", "Wo" (D, D), "W1" (D, F), "b1" (F,), "W2" (F, D), "b2" (D,),
    "gamma1", "beta1", "gamma2", "beta2" (D,); num_heads divides D. Returns out (N, T, D).

    >>> zero, one = np.zeros((2, 2)), np.ones(2)
    >>> params = {name: zero for name in ("Wq", "Wk", "Wv", "Wo", "W1", "W2")}
    >>> params |= {"b1": 0 * one, "b2": one, "gamma1": one, "beta1": one, "gamma2": one, "beta2": one}
    >>> transformer_block(np.array([[[1.0, 3.0]]]), params, num_heads=1).tolist()
    [[[2.0, 4.0]]]
    """
    first = (params["gamma1"], params["beta1"])
    second = (params["gamma2"], params["beta2"])
    # mistake norms-share-weights: second = (params["gamma1"], params["beta1"])
    # mistake norms-swapped: first, second = (params["gamma2"], params["beta2"]), (params["gamma1"], params["beta1"])
    if pre_norm:
        # mistake norm-placement-inverted: if not pre_norm:
        # mistake norm-placement-ignored: if True:
        # mistake norm-placement-ignored: if False:
        x = x + _attention(_layer_norm(x, *first), params, num_heads)
        # mistake residual-after-norm/both: x = _layer_norm(x, *first) + _attention(_layer_norm(x, *first), params, num_heads)
        # mistake norm-on-branch-output/both: x = x + _layer_norm(_attention(x, params, num_heads), *first)
        # mistake residual-after-norm: x = _layer_norm(x, *first) + _attention(_layer_norm(x, *first), params, num_heads)
        # mistake first-residual-missing: x = _attention(_layer_norm(x, *first), params, num_heads)
        # mistake norm-missing: x = x + _attention(x, params, num_heads)
        # mistake norm-on-branch-output: x = x + _layer_norm(_attention(x, params, num_heads), *first)
        # mistake attention-missing: pass
        out = x + _feed_forward(_layer_norm(x, *second), params)
        # mistake residual-after-norm/both: out = _layer_norm(x, *second) + _feed_forward(_layer_norm(x, *second), params)
        # mistake norm-on-branch-output/both: out = x + _layer_norm(_feed_forward(x, params), *second)
        # mistake residual-after-norm: out = _layer_norm(x, *second) + _feed_forward(_layer_norm(x, *second), params)
        # mistake second-residual-missing: out = _feed_forward(_layer_norm(x, *second), params)
        # mistake norm-missing: out = x + _feed_forward(x, params)
        # mistake norm-on-branch-output: out = x + _layer_norm(_feed_forward(x, params), *second)
        # mistake extra-final-norm: out = _layer_norm(x + _feed_forward(_layer_norm(x, *second), params), *second)
        # mistake feed-forward-missing: out = x
    else:
        x = _layer_norm(x + _attention(x, params, num_heads), *first)
        # mistake norm-on-branch-output/post: x = x + _layer_norm(_attention(x, params, num_heads), *first)
        # mistake norm-missing/post: x = x + _attention(x, params, num_heads)
        # mistake first-residual-missing: x = _layer_norm(_attention(x, params, num_heads), *first)
        # mistake norm-on-branch-output: x = x + _layer_norm(_attention(x, params, num_heads), *first)
        # mistake norm-missing: x = x + _attention(x, params, num_heads)
        out = _layer_norm(x + _feed_forward(x, params), *second)
        # mistake norm-on-branch-output/post: out = x + _layer_norm(_feed_forward(x, params), *second)
        # mistake norm-missing/post: out = x + _feed_forward(x, params)
        # mistake second-residual-missing: out = _layer_norm(_feed_forward(x, params), *second)
        # mistake norm-on-branch-output: out = x + _layer_norm(_feed_forward(x, params), *second)
        # mistake norm-missing: out = x + _feed_forward(x, params)
    return out
