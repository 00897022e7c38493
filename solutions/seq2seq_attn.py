"""Additive attention (Bahdanau) with a mask, forward and backward.

Conventions: decoder state s (N, H), encoder states enc (N, T, E), Wa (H, A), Ua (E, A), va (A,), no
biases; the mask (N, T) is boolean, True on real positions, at least one in each row. The upstream
gradient of the weights is zero; that of the context already carries any 1/N of the loss.
"""

import numpy as np

Cache = tuple[np.ndarray, ...]


def bahdanau_forward(
    s: np.ndarray,
    enc: np.ndarray,
    Wa: np.ndarray,
    Ua: np.ndarray,
    va: np.ndarray,
    mask: np.ndarray,
) -> tuple[np.ndarray, np.ndarray, Cache]:
    """The decoder state scores every encoder state; the context is their weighted mean.

    e[n, t] = va · tanh(s[n]·Wa + enc[n, t]·Ua)
    attn[n] = softmax of e[n] over the positions that the mask allows
    ctx[n] = Σ_t attn[n, t]·enc[n, t]

    s: (N, H); enc: (N, T, E); Wa: (H, A); Ua: (E, A); va: (A,); mask: boolean (N, T), True where a
    position may be looked at. Returns ctx (N, E), attn (N, T) and a cache.

    >>> s, enc, w = np.zeros((1, 1)), np.array([[[2.0], [4.0], [9.0]]]), np.zeros((1, 1))
    >>> mask = np.array([[True, True, False]])
    >>> ctx, attn, _ = bahdanau_forward(s, enc, w, w, np.ones(1), mask)
    >>> ctx.tolist(), attn.tolist()
    ([[3.0]], [[0.5, 0.5, 0.0]])
    """
    hidden = np.tanh((s @ Wa)[:, np.newaxis, :] + enc @ Ua)
    # mistake activation-missing: hidden = (s @ Wa)[:, np.newaxis, :] + enc @ Ua
    # mistake sigmoid-for-tanh: hidden = 1.0 / (1.0 + np.exp(-(s @ Wa)[:, np.newaxis, :] - enc @ Ua))
    # mistake decoder-state-ignored: hidden = np.tanh(enc @ Ua)
    # mistake sum-for-product: hidden = np.tanh((s @ Wa)[:, np.newaxis, :] * (enc @ Ua))
    # mistake decoder-state-ignored: hidden = np.tanh(s @ Wa)[:, np.newaxis, :] + np.tanh(enc @ Ua)
    # mistake other-activation: hidden = np.maximum((s @ Wa)[:, np.newaxis, :] + enc @ Ua, 0.0)
    scores = hidden @ va
    # mistake score-vector-missing: scores = np.sum(hidden, axis=2)
    # mistake attention-scaled: scores = hidden @ va / np.sqrt(va.shape[0])
    masked = np.where(mask, scores, -np.inf)
    # mistake mask-ignored: masked = scores
    # mistake mask-with-zero: masked = np.where(mask, scores, 0.0)
    # mistake mask-too-weak: masked = np.where(mask, scores, -10.0)
    # mistake mask-added: masked = scores + mask
    # convention mask-true-hides instead of mask-true-allows: masked = np.where(mask, -np.inf, scores)
    weights = np.exp(masked - masked.max(axis=1, keepdims=True))  # exp cannot overflow
    # mistake max-not-subtracted: weights = np.exp(masked)
    attn = weights / np.sum(weights, axis=1, keepdims=True)
    # mistake mask-after-softmax:
    #     weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    #     attn = mask * weights / np.sum(weights, axis=1, keepdims=True)
    # mistake softmax-axis: attn = weights / np.sum(weights, axis=0, keepdims=True)
    # mistake normalisation-missing: attn = weights
    # mistake normaliser-whole-batch: attn = weights / np.sum(weights)
    ctx = np.sum(attn[:, :, np.newaxis] * enc, axis=1)
    # mistake mean-for-sum: ctx = np.mean(attn[:, :, np.newaxis] * enc, axis=1)
    # mistake best-position-only: ctx = enc[np.arange(s.shape[0]), np.argmax(masked, axis=1)]
    # mistake residual-added: ctx = np.sum(attn[:, :, np.newaxis] * enc, axis=1) + s
    return ctx, attn, (s, enc, Wa, Ua, va, hidden, attn)


def bahdanau_backward(
    dctx: np.ndarray, cache: Cache
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of additive attention.

    An encoder state acts on the context twice: as what is averaged, and through its score.

    dctx: upstream gradient (N, E); cache: what `bahdanau_forward` stored.
    Returns ds (N, H), denc (N, T, E), dWa (H, A), dUa (E, A) and dva (A,).

    >>> s, enc, w = np.zeros((1, 1)), np.array([[[2.0], [4.0]]]), np.ones((1, 1))
    >>> _, _, cache = bahdanau_forward(s, enc, w, 0.0 * w, np.ones(1), np.ones((1, 2), dtype=bool))
    >>> ds, denc, dWa, dUa, dva = bahdanau_backward(np.ones((1, 1)), cache)
    >>> denc.tolist(), dUa.tolist()
    ([[[0.5], [0.5]]], [[1.0]])
    """
    s, enc, Wa, Ua, va, hidden, attn = cache
    dattn = np.sum(dctx[:, np.newaxis, :] * enc, axis=2)
    dscores = attn * (dattn - np.sum(dattn * attn, axis=1, keepdims=True))
    # mistake softmax-jacobian-missing: dscores = dattn
    # mistake jacobian-diagonal-only: dscores = attn * (1.0 - attn) * dattn
    # mistake softmax-centring-missing: dscores = attn * dattn
    # mistake softmax-weight-missing: dscores = dattn - np.sum(dattn * attn, axis=1, keepdims=True)
    # mistake sign-flipped: dscores = attn * (np.sum(dattn * attn, axis=1, keepdims=True) - dattn)
    da = dscores[:, :, np.newaxis] * va * (1.0 - hidden**2)
    # mistake activation-slope-missing: da = dscores[:, :, np.newaxis] * va
    # mistake derivative-incomplete: da = dscores[:, :, np.newaxis] * va * (1.0 - hidden)
    # mistake score-vector-missing: da = dscores[:, :, np.newaxis] * (1.0 - hidden**2)
    # mistake sigmoid-for-tanh: da = dscores[:, :, np.newaxis] * va * hidden * (1.0 - hidden)
    dva = np.sum(dscores[:, :, np.newaxis] * hidden, axis=(0, 1))
    # mistake mean-twice: dva = np.sum(dscores[:, :, np.newaxis] * hidden, axis=(0, 1)) / s.shape[0]
    # mistake last-sample-only: dva = np.sum(dscores[-1][:, np.newaxis] * hidden[-1], axis=0)
    # mistake derivative-of-preactivation: dva = np.sum(dscores[:, :, np.newaxis] * np.arctanh(hidden), axis=(0, 1))

    # One decoder state stands in the score of every position.
    da_s = np.sum(da, axis=1)
    # mistake mean-for-sum: da_s = np.mean(da, axis=1)
    # mistake last-step-only: da_s = da[:, -1]
    ds, dWa = da_s @ Wa.T, s.T @ da_s
    # mistake wrong-weight-matrix: ds, dWa = da_s @ Ua.T, s.T @ da_s
    # mistake mean-twice: ds, dWa = da_s @ Wa.T, s.T @ da_s / s.shape[0]
    dUa = np.sum(np.swapaxes(enc, 1, 2) @ da, axis=0)
    # mistake mean-twice: dUa = np.sum(np.swapaxes(enc, 1, 2) @ da, axis=0) / s.shape[0]
    # mistake last-sample-only: dUa = enc[-1].T @ da[-1]
    denc = attn[:, :, np.newaxis] * dctx[:, np.newaxis, :] + da @ Ua.T
    # mistake score-path-missing: denc = attn[:, :, np.newaxis] * dctx[:, np.newaxis, :]
    # mistake averaging-path-missing: denc = da @ Ua.T
    # mistake weights-missing-in-gradient: denc = dctx[:, np.newaxis, :] + da @ Ua.T
    # mistake wrong-weight-matrix: denc = attn[:, :, np.newaxis] * dctx[:, np.newaxis, :] + da @ Wa.T
    return ds, denc, dWa, dUa, dva
