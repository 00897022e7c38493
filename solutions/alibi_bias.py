"""Weights of causal attention with the linear position bias of ALiBi.

Conventions: queries (N, H, T, D), keys (N, H, S, D); the queries are the last T of S positions; heads
count from 1 in the slopes m_h = 2^(−8h/H), for every number H; keys after the query have −∞.
"""

import numpy as np


def alibi_weights(q: np.ndarray, k: np.ndarray) -> np.ndarray:
    """Softmax over the keys of scaled products, less the slope times the distance.

    scores[h, i, j] = q_i·k_j / √D − m_h·(i − j) for j ≤ i, −∞ for j > i,  m_h = 2^(−8h/H)

    q: (N, H, T, D), at positions S − T … S − 1; k: (N, H, S, D), at 0 … S − 1. Returns weights (N, H, T, S).

    >>> alibi_weights(np.zeros((1, 8, 2, 1)), np.zeros((1, 8, 3, 1)))[0, 0].round(2).tolist()
    [[0.38, 0.62, 0.0], [0.19, 0.31, 0.51]]
    """
    num_heads, T, width = q.shape[1:]
    S = k.shape[2]
    distance = np.arange(S - T, S)[:, None] - np.arange(S)
    # mistake offset-of-cache-missing: distance = np.arange(T)[:, None] - np.arange(S)
    # mistake own-place-counted: distance = np.arange(S - T, S)[:, None] - np.arange(S) + 1
    slopes = 2.0 ** (-8.0 * np.arange(1, num_heads + 1) / num_heads)
    # mistake slopes-from-one: slopes = 2.0 ** (-8.0 * np.arange(num_heads) / num_heads)
    # mistake slopes-without-heads: slopes = 2.0 ** -np.arange(1.0, num_heads + 1)
    # mistake slopes-without-eight: slopes = 2.0 ** (-np.arange(1, num_heads + 1) / num_heads)
    # mistake slopes-even: slopes = np.arange(1, num_heads + 1) / num_heads
    # mistake slopes-of-e: slopes = np.exp(-8.0 * np.arange(1, num_heads + 1) / num_heads)
    # mistake slopes-reversed: slopes = 2.0 ** (-8.0 * np.arange(num_heads, 0, -1) / num_heads)
    # mistake one-slope-for-all: slopes = np.full(num_heads, 2.0 ** (-8.0 / num_heads))
    # mistake exponent-sign: slopes = 2.0 ** (8.0 * np.arange(1, num_heads + 1) / num_heads)
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(width)
    # mistake attention-scale-missing: scores = q @ np.swapaxes(k, -1, -2)
    # mistake root-missing: scores = q @ np.swapaxes(k, -1, -2) / width
    biased = scores - slopes[:, None, None] * distance
    # mistake sign-flipped: biased = scores + slopes[:, None, None] * distance
    # mistake scaled-after-bias: biased = scores - slopes[:, None, None] * distance / np.sqrt(width)
    # mistake multiplied-not-subtracted: biased = scores * slopes[:, None, None] * distance
    # mistake position-bias-missing: biased = 1.0 * scores
    masked = np.where(distance >= 0, biased, -np.inf)
    # mistake causal-mask-missing: masked = 1.0 * biased
    # mistake distances-on-both-sides: masked = scores - slopes[:, None, None] * np.abs(distance)
    # mistake mask-with-zero: masked = np.where(distance >= 0, biased, 0.0)
    # mistake causal-mask-hides-itself: masked = np.where(distance > 0, biased, -np.inf)
    weights = np.exp(masked - masked.max(axis=-1, keepdims=True))  # exp cannot overflow
    weights /= weights.sum(axis=-1, keepdims=True)
    # mistake softmax-over-queries: weights /= weights.sum(axis=-2, keepdims=True)
    return weights
