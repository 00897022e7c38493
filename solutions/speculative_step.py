"""One step of speculative decoding: accept a draft token, or draw another from the residual.

Conventions: p and q (N, V), a row is the distribution of the target and of the draft model at one
place; draft tokens (N,) were drawn from the rows of q. What comes out has the distribution p.
"""

import numpy as np


def speculative_step(p: np.ndarray, q: np.ndarray, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Keep each draft token with probability min(1, p(x) / q(x)), else draw from the residual.

    p, q: (N, V); x: draft tokens (N,) drawn from q. Returns tokens (N,) and whether each is the
    accepted draft (N,).

    >>> p = np.array([[0.0, 1.0], [0.5, 0.5]])
    >>> tokens, accepted = speculative_step(p, np.array([[1.0, 0.0], [0.5, 0.5]]), np.array([0, 1]))
    >>> tokens.tolist(), accepted.tolist()
    ([1, 1], [False, True])
    """
    n = len(x)
    accepted = np.random.random(n) < accept_probability(p, q, x)
    # mistake condition-inverted: accepted = np.random.random(n) > accept_probability(p, q, x)
    # mistake always-accepted: accepted = np.ones(n, dtype=bool)
    # mistake accepted-where-target-larger: accepted = accept_probability(p, q, x) >= 1.0
    rest = residual_distribution(p, q)
    # mistake replaced-from-target: rest = 1.0 * p
    # mistake replaced-from-draft: rest = 1.0 * q
    u = np.random.random((n, 1))
    # mistake draws-the-same-each-time:
    #     accepted = np.random.RandomState(0).random_sample(n) < accept_probability(p, q, x)
    #     u = np.random.RandomState(1).random_sample((n, 1))
    drawn = (np.cumsum(rest, axis=1)[:, :-1] <= u).sum(axis=1)
    # mistake greedy-for-sampling: drawn = rest.argmax(axis=1)
    tokens = np.where(accepted, x, drawn)
    # mistake branches-swapped: tokens = np.where(accepted, drawn, x)
    return tokens, accepted


def accept_probability(p: np.ndarray, q: np.ndarray, x: np.ndarray) -> np.ndarray:
    """How likely the draft tokens are accepted, min(1, p(x) / q(x)).

    p, q: (N, V); x: draft tokens (N,), with q(x) > 0. Returns probabilities (N,).

    >>> accept_probability(np.array([[0.2, 0.8]] * 2), np.array([[0.8, 0.2]] * 2), np.array([0, 1])).tolist()
    [0.25, 1.0]
    """
    rows = np.arange(len(x))
    ratio = p[rows, x] / q[rows, x]
    # mistake ratio-inverted: ratio = q[rows, x] / np.maximum(p[rows, x], 1e-300)
    # mistake probability-of-target-alone: ratio = 1.0 * p[rows, x]
    # mistake likeliest-token-taken: ratio = p.max(axis=1) / q.max(axis=1)
    # mistake place-of-first-row: ratio = p[0, x] / q[0, x]
    accept = np.minimum(ratio, 1.0)
    # mistake ratio-not-capped: accept = 1.0 * ratio
    # mistake complement-taken: accept = 1.0 - np.minimum(ratio, 1.0)
    # mistake maximum-for-minimum: accept = np.maximum(ratio, 1.0)
    return accept


def residual_distribution(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    """What the target has beyond the draft, normalised: max(p − q, 0) / Σ_v max(p − q, 0).

    p, q: (N, V). Returns distributions (N, V); a row with p = q gives p.

    >>> residual_distribution(np.array([[0.2, 0.3, 0.5]]), np.array([[0.6, 0.2, 0.2]])).round(2).tolist()
    [[0.0, 0.25, 0.75]]
    """
    rest = np.maximum(p - q, 0.0)
    # mistake absolute-difference: rest = np.abs(p - q)
    # mistake difference-reversed: rest = np.maximum(q - p, 0.0)
    # mistake residual-is-target: rest = 1.0 * p
    # mistake overlap-taken: rest = np.minimum(p, q)
    mass = rest.sum(axis=1, keepdims=True)
    # mistake sum-over-all-rows: mass = rest.sum()
    # mistake sum-axis: mass = rest.sum(axis=0)
    residual = np.where(mass > 0, rest / np.where(mass > 0, mass, 1.0), p)
    # mistake normalisation-missing: residual = np.where(mass > 0, rest, p)
    # mistake normalisation-missing: residual = 1.0 * rest
    # mistake zero-residual-nan: residual = rest / mass
    # mistake zero-residual-left: residual = rest / np.where(mass > 0, mass, 1.0)
    # mistake softmax-of-difference: residual = np.exp(p - q) / np.exp(p - q).sum(axis=1, keepdims=True)
    return residual
