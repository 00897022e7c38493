"""Logits of a prototypical network from embeddings of support and query samples.

Conventions: the prototype of a class is the mean of its support embeddings; a logit is minus the
squared Euclidean distance to it, so that a softmax over the classes gives probabilities.
"""

import numpy as np


def prototypical_logits(support: np.ndarray, query: np.ndarray) -> np.ndarray:
    """Logits of each query for each class of an episode.

    logits[q, c] = −‖query_q − p_c‖²,  p_c = 1/K Σ_k support[c, k]

    support: embeddings (C, K, D) of K shots of each of C classes; query: embeddings (Q, D).
    Returns the logits (Q, C).

    >>> support = np.array([[[0.0, 0.0], [2.0, 0.0]], [[0.0, 3.0], [0.0, 5.0]]])
    >>> prototypical_logits(support, np.array([[1.0, 1.0]])).tolist()
    [[-1.0, -10.0]]
    """
    prototypes = support.mean(axis=1)
    # mistake prototype-over-classes: prototypes = support.mean(axis=0)
    # mistake sum-for-mean: prototypes = support.sum(axis=1)
    # mistake first-shot-only: prototypes = support[:, 0]
    # mistake last-shot-only: prototypes = support[:, -1]
    # mistake median-prototype: prototypes = np.median(support, axis=1)
    # mistake maximum-for-average: prototypes = support.max(axis=1)
    # mistake shots-regrouped: prototypes = support.reshape(support.shape[1], support.shape[0], -1).mean(axis=0)
    # mistake prototype-normalised: prototypes = support.mean(axis=1) / np.linalg.norm(support.mean(axis=1), axis=1, keepdims=True)
    difference = query[:, None, :] - prototypes[None, :, :]
    # mistake sign-flipped: difference = query[:, None, :] + prototypes[None, :, :]
    logits = -np.sum(difference**2, axis=2)
    # mistake distance-for-logit: logits = np.sum(difference**2, axis=2)
    # mistake root-taken: logits = -np.sqrt(np.sum(difference**2, axis=2))
    # mistake mean-for-sum: logits = -np.mean(difference**2, axis=2)
    # mistake absolute-for-squared: logits = -np.sum(np.abs(difference), axis=2)
    # mistake square-missing: logits = -np.sum(difference, axis=2)
    # mistake product-for-distance: logits = query @ prototypes.T
    # mistake cosine-for-distance: logits = query @ prototypes.T / (np.linalg.norm(query, axis=1)[:, None] * np.linalg.norm(prototypes, axis=1))
    # mistake inverse-for-negative: logits = 1.0 / np.sum(difference**2, axis=2)
    # mistake cross-term-halved: logits = -(np.sum(query**2, axis=1)[:, None] + np.sum(prototypes**2, axis=1) - query @ prototypes.T)
    # mistake square-of-prototype-missing: logits = -(np.sum(query**2, axis=1)[:, None] - 2.0 * query @ prototypes.T)
    # mistake distances-averaged: logits = -np.mean(np.sum((query[:, None, None, :] - support[None]) ** 2, axis=3), axis=2)
    # mistake nearest-shot-taken: logits = -np.min(np.sum((query[:, None, None, :] - support[None]) ** 2, axis=3), axis=2)
    # mistake exponential-taken: logits = np.exp(-np.sum(difference**2, axis=2))
    # mistake softmax-in-network: logits = np.exp(-np.sum(difference**2, axis=2)) / np.exp(-np.sum(difference**2, axis=2)).sum(axis=1, keepdims=True)
    # mistake transposed-product: logits = -np.sum(difference**2, axis=2).T
    return logits
