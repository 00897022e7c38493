"""Every positive beside every negative; a threshold at every distinct score."""

import numpy as np


def roc_auc_score(y, scores):
    gap = scores[y == 1][:, None] - scores[y == 0][None, :]
    return np.mean(np.where(gap > 0, 1.0, np.where(gap == 0, 0.5, 0.0)))


def average_precision_score(y, scores):
    thresholds = np.unique(scores)[::-1]
    called = scores[None, :] >= thresholds[:, None]
    tp = (called & (y == 1)).sum(axis=1)
    precision = tp / called.sum(axis=1)
    gained = np.diff(np.concatenate(([0], tp)))
    return gained @ precision / np.sum(y == 1)
