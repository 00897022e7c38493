"""Replacements by the Gumbel trick, acceptance by comparing u·q with p."""

import numpy as np


def accept_probability(p, q, x):
    chosen = np.take_along_axis(np.minimum(p, q) / q, x[:, None], axis=1)
    return chosen[:, 0]


def residual_distribution(p, q):
    rest = (p - q).clip(min=0)
    rest = rest + p * (rest.sum(axis=1) == 0)[:, None]
    return rest / rest.sum(axis=1)[:, None]


def speculative_sample(p, q, x):
    rng = np.random.default_rng()
    picked = np.eye(p.shape[1])[x]
    accepted = rng.random(len(x)) * (q * picked).sum(1) < (p * picked).sum(1)
    with np.errstate(divide="ignore"):
        scores = np.log(residual_distribution(p, q)) + rng.gumbel(size=p.shape)
    tokens = x.copy()
    tokens[~accepted] = scores[~accepted].argmax(axis=1)
    return tokens, accepted
