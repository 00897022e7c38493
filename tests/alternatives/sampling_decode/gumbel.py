"""Ranks say who stays; draws are the largest of perturbed log-probabilities."""

import numpy as np


def filtered_probs(logits, temperature=1.0, top_k=None, top_p=None):
    V = logits.shape[0]
    if temperature == 0:
        return (np.arange(V) == logits.argmax()).astype(float)
    order = np.lexsort((np.arange(V), -logits))
    rank = np.empty(V, dtype=int)
    rank[order] = np.arange(V)
    p = np.exp((logits - logits.max()) / temperature)
    p = np.where(rank < (V if top_k is None else top_k), p, 0)
    p /= p.sum()
    if top_p is not None:
        before = np.array([p[rank < r].sum() for r in rank])
        p = p * (before < top_p)
        p /= p.sum()
    return p


def sample_tokens(logits, size, temperature=1.0, top_k=None, top_p=None):
    p = filtered_probs(logits, temperature, top_k, top_p)
    with np.errstate(divide="ignore"):
        noise = -np.log(-np.log(np.random.random_sample((size, len(p)))))
        return np.argmax(np.log(p) + noise, axis=1)
