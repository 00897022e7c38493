"""Temperature, top-k and nucleus (top-p) sampling of the next token.

Conventions: temperature first, then top-k, then top-p on what top-k has left, normalised; the nucleus
is the smallest set of likeliest tokens whose probabilities reach top_p, the token that crosses it
included; of equal logits the smaller index comes first; temperature 0 is the likeliest token for sure.
"""

import numpy as np


def next_token_probs(
    logits: np.ndarray,
    temperature: float = 1.0,
    top_k: int | None = None,
    top_p: float | None = None,
) -> np.ndarray:
    """The distribution that the next token is drawn from.

    p = softmax(logits / T), cut to the k likeliest, cut to the nucleus, normalised after each cut

    logits: (V,); temperature: T ≥ 0; top_k: how many tokens stay, None for all, may exceed V;
    top_p: in (0, 1], None for no nucleus. Returns probabilities (V,) that sum to 1.

    >>> next_token_probs(np.log([0.5, 0.3, 0.2]), top_k=2).round(4).tolist()
    [0.625, 0.375, 0.0]
    >>> next_token_probs(np.log([0.2, 0.5, 0.3]), top_p=0.6).round(4).tolist()
    [0.0, 0.625, 0.375]
    """
    if temperature == 0:
        # mistake zero-temperature-not-handled: if temperature < 0:
        greedy = np.zeros(len(logits))
        greedy[np.argmax(logits)] = 1.0
        return greedy
    scaled = logits / temperature
    # mistake temperature-multiplied: scaled = logits * temperature
    # mistake temperature-ignored: scaled = 1.0 * logits
    # mistake root-of-temperature: scaled = logits / np.sqrt(temperature)
    p = np.exp(scaled - scaled.max())
    # mistake max-not-subtracted: p = np.exp(scaled)
    p = p / p.sum()
    # mistake temperature-after-softmax: p = np.exp(logits - logits.max()) / np.exp(logits - logits.max()).sum() / temperature
    order = np.argsort(-scaled, kind="stable")
    # mistake least-likely-first: order = np.argsort(scaled, kind="stable")
    if top_k is not None:
        # mistake top-k-ignored: if False:
        p[order[top_k:]] = 0.0
        # mistake top-k-one-more: p[order[top_k + 1 :]] = 0.0
        # mistake top-k-one-short: p[order[max(top_k - 1, 0) :]] = 0.0
        # mistake least-likely-kept: p[order[: len(p) - top_k]] = 0.0
        # mistake mask-with-zero: p[order[top_k:]] = np.exp(-scaled.max()) / np.exp(scaled - scaled.max()).sum()
        # mistake ties-all-kept: p[p < np.sort(p)[::-1][min(top_k, len(p)) - 1]] = 0.0
        p = p / p.sum()
        # mistake nucleus-not-renormalised: pass
    if top_p is not None:
        # mistake top-p-ignored: if False:
        # mistake only-one-filter: if top_p is not None and top_k is None:
        reached_before = np.cumsum(p[order]) - p[order]
        # mistake nucleus-one-short: reached_before = np.cumsum(p[order]) + 1e-12
        # mistake nucleus-one-more: reached_before = np.cumsum(p[order]) - p[order] - np.append(0.0, p[order][:-1])
        # mistake mass-before-normalising: reached_before = np.cumsum(np.exp(scaled - scaled.max())[order]) - np.exp(scaled - scaled.max())[order]
        # mistake mass-of-all-tokens: reached_before = np.cumsum((np.exp(scaled - scaled.max()) / np.exp(scaled - scaled.max()).sum())[order]) - (np.exp(scaled - scaled.max()) / np.exp(scaled - scaled.max()).sum())[order]
        p[order[reached_before >= top_p]] = 0.0
        # mistake nucleus-one-short: p[order[np.cumsum(p[order]) > top_p]] = 0.0
        # mistake order-not-undone: p[reached_before >= top_p] = 0.0
        # mistake nucleus-inverted: p[order[reached_before < top_p]] = 0.0
        # mistake threshold-for-nucleus: p[p < top_p * p.max()] = 0.0
        # mistake threshold-for-nucleus: p[p < 1.0 - top_p] = 0.0
        # mistake tail-for-nucleus: p[order[reached_before >= 1.0 - top_p]] = 0.0
        p = p / p.sum()
        # mistake nucleus-not-renormalised: pass
        # mistake divided-by-threshold: p = p / top_p
        # mistake softmax-again: p = np.where(p > 0, np.exp(p), 0.0) / np.where(p > 0, np.exp(p), 0.0).sum()
    return p


def sample_tokens(
    logits: np.ndarray,
    size: int,
    temperature: float = 1.0,
    top_k: int | None = None,
    top_p: float | None = None,
) -> np.ndarray:
    """Independent draws from the distribution of `next_token_probs`.

    logits: (V,); size: how many tokens are drawn. Returns token numbers from 0 (size,), other ones in
    every call.

    >>> sample_tokens(np.array([0.0, 9.0, 1.0]), 4, top_k=1).tolist()
    [1, 1, 1, 1]
    """
    p = next_token_probs(logits, temperature, top_k, top_p)
    # mistake filters-ignored: p = next_token_probs(logits, temperature)
    # mistake temperature-ignored: p = next_token_probs(logits, 1.0, top_k, top_p)
    # mistake uniform-over-kept: p = 1.0 * (next_token_probs(logits, temperature, top_k, top_p) > 0) / np.count_nonzero(next_token_probs(logits, temperature, top_k, top_p))
    tokens = np.random.choice(len(p), size=size, p=p)
    # mistake greedy-for-sampling: tokens = np.full(size, np.argmax(p))
    # mistake one-draw-repeated: tokens = np.full(size, np.random.choice(len(p), p=p))
    # mistake draws-the-same-each-time: tokens = np.random.RandomState(0).choice(len(p), size=size, p=p)
    # mistake probabilities-not-used: tokens = np.random.choice(len(p), size=size)
    # mistake tokens-from-one: tokens = 1 + np.random.choice(len(p), size=size, p=p)
    # mistake inverse-cdf-off-by-one: tokens = np.minimum(np.searchsorted(np.cumsum(p), np.random.rand(size)) + 1, len(p) - 1)
    return tokens
