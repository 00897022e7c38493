"""Cuts on the logits with minus infinity, a softmax after each, as libraries do it."""

import numpy as np


def softmax(z):
    e = np.exp(z - np.max(z))
    return e / e.sum()


def next_token_probs(logits, temperature=1.0, top_k=None, top_p=None):
    if temperature == 0:
        return np.eye(len(logits))[np.argmax(logits)]
    z = np.asarray(logits, dtype=float) / temperature
    if top_k is not None and top_k < len(z):
        cut = np.argsort(-z, kind="stable")[top_k:]
        z[cut] = -np.inf
    if top_p is not None:
        order = np.argsort(-z, kind="stable")
        mass = np.cumsum(softmax(z[order]))
        remove = np.concatenate(([False], mass[:-1] >= top_p))
        z[order[remove]] = -np.inf
    return softmax(z)


def sample_tokens(logits, size, temperature=1.0, top_k=None, top_p=None):
    p = next_token_probs(logits, temperature, top_k, top_p)
    return np.array([np.random.choice(len(p), p=p) for _ in range(size)])
