"""Scaled dot-product attention, forward and backward.

Conventions: queries (…, T, Dk), keys (…, S, Dk), values (…, S, Dv) with any leading axes. The mask is
boolean, True where a query may look; every query may look at one key at least. The upstream
gradient already carries any 1/N of the loss.
"""

import numpy as np

Cache = tuple[np.ndarray, ...]


def sdpa_forward(
    q: np.ndarray, k: np.ndarray, v: np.ndarray, mask: np.ndarray | None = None
) -> tuple[np.ndarray, Cache]:
    """Every query takes a weighted mean of the values.

    A = softmax over the keys of q·kᵀ / √Dk, where the mask allows,  out = A·v

    q: (…, T, Dk); k: (…, S, Dk); v: (…, S, Dv); mask: boolean (T, S), True where query t may look at
    key s, or None. Returns out (…, T, Dv) and a cache for the backward pass.

    >>> q, k, v = np.zeros((1, 1, 3)), np.zeros((1, 2, 3)), np.array([[[2.0], [4.0]]])
    >>> out, _ = sdpa_forward(q, k, v)
    >>> out.tolist()
    [[[3.0]]]
    """
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    # mistake attention-scale-missing: scores = q @ np.swapaxes(k, -1, -2)
    # mistake root-missing: scores = q @ np.swapaxes(k, -1, -2) / q.shape[-1]
    # mistake attention-scale-wrong-axis: scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(v.shape[-1])
    # mistake attention-scale-wrong-axis: scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(k.shape[-2])
    # mistake queries-keys-swapped: scores = k @ np.swapaxes(q, -1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    # mistake mask-ignored: pass
    # mistake mask-with-zero:
    #     if mask is not None:
    #         scores = np.where(mask, scores, 0.0)
    # convention mask-true-hides instead of mask-true-allows:
    #     if mask is not None:
    #         scores = np.where(mask, -np.inf, scores)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))  # exp cannot overflow
    # mistake max-not-subtracted: weights = np.exp(scores)
    attn = weights / np.sum(weights, axis=-1, keepdims=True)
    # mistake softmax-over-queries: attn = weights / np.sum(weights, axis=-2, keepdims=True)
    # mistake normalisation-missing: attn = weights
    out = attn @ v
    # mistake residual-added: out = attn @ v + q
    return out, (q, k, v, attn)


def sdpa_backward(dout: np.ndarray, cache: Cache) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of scaled dot-product attention.

    dv = Aᵀ·dout,  dA = dout·vᵀ,  dS = A ⊙ (dA − rowsum(dA ⊙ A)),  dq = dS·k / √Dk,  dk = dSᵀ·q / √Dk

    dout: upstream gradient (…, T, Dv); cache: what `sdpa_forward` stored.
    Returns dq (…, T, Dk), dk (…, S, Dk) and dv (…, S, Dv).

    >>> q, k, v = np.ones((1, 1, 1)), np.zeros((1, 2, 1)), np.array([[[2.0], [4.0]]])
    >>> _, cache = sdpa_forward(q, k, v)
    >>> dq, dk, dv = sdpa_backward(np.ones((1, 1, 1)), cache)
    >>> dq.tolist(), dk.tolist(), dv.tolist()
    ([[[0.0]]], [[[-0.5], [0.5]]], [[[0.5], [0.5]]])
    """
    q, k, v, attn = cache
    root = np.sqrt(q.shape[-1])
    # mistake attention-scale-missing: root = 1.0
    # mistake root-missing: root = q.shape[-1]
    # mistake attention-scale-wrong-axis: root = np.sqrt(v.shape[-1])
    # mistake attention-scale-inverted: root = 1.0 / np.sqrt(q.shape[-1])
    # mistake attention-scale-wrong-axis: root = np.sqrt(k.shape[-2])
    dv = np.swapaxes(attn, -1, -2) @ dout
    # mistake transpose-missing: dv = attn @ dout
    # mistake attention-scale-missing: dv = np.swapaxes(attn, -1, -2) @ dout / root
    dattn = dout @ np.swapaxes(v, -1, -2)
    # mistake keys-for-values: dattn = dout @ np.swapaxes(k, -1, -2)
    # mistake transpose-missing: dattn = dout @ v

    # A row of weights sums to 1, so only what differs from the row's mean gradient moves it.
    dscores = attn * (dattn - np.sum(dattn * attn, axis=-1, keepdims=True))
    # mistake softmax-jacobian-missing: dscores = dattn
    # mistake jacobian-diagonal-only: dscores = attn * (1.0 - attn) * dattn
    # mistake softmax-centring-missing: dscores = attn * dattn
    # mistake softmax-weight-missing: dscores = dattn - np.sum(dattn * attn, axis=-1, keepdims=True)
    # mistake softmax-jacobian-axis: dscores = attn * (dattn - np.sum(dattn * attn, axis=-2, keepdims=True))
    # mistake softmax-weight-missing: dscores = attn * (dattn - np.sum(dattn, axis=-1, keepdims=True))
    # mistake sign-flipped: dscores = attn * (np.sum(dattn * attn, axis=-1, keepdims=True) - dattn)
    # mistake mean-for-sum: dscores = attn * (dattn - np.mean(dattn * attn, axis=-1, keepdims=True))
    # mistake sign-flipped: dscores = attn * (dattn + np.sum(dattn * attn, axis=-1, keepdims=True))
    # mistake normaliser-whole-batch: dscores = attn * (dattn - np.sum(dattn * attn))
    dq = dscores @ k / root
    # mistake attention-scale-missing: dq = dscores @ k
    # mistake transpose-missing: dq = np.swapaxes(dscores, -1, -2) @ k / root
    # mistake queries-keys-swapped: dq = dscores @ q / root
    # mistake attention-scale-twice: dq = dscores @ k / root**2
    dk = np.swapaxes(dscores, -1, -2) @ q / root
    # mistake attention-scale-missing: dk = np.swapaxes(dscores, -1, -2) @ q
    # mistake transpose-missing: dk = dscores @ q / root
    # mistake queries-keys-swapped: dk = np.swapaxes(dscores, -1, -2) @ k / root
    # mistake attention-scale-twice: dk = np.swapaxes(dscores, -1, -2) @ q / root**2
    return dq, dk, dv
