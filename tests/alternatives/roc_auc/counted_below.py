"""Ranks as counts of smaller and equal scores; precision seen from each positive sample."""

import numpy as np


def auc_score(y, scores):
    y = np.asarray(y).astype(bool)
    ordered = np.sort(scores)
    below = np.searchsorted(ordered, scores, side="left")
    upto = np.searchsorted(ordered, scores, side="right")
    rank = (below + upto + 1) / 2
    p = y.sum()
    return (rank[y].mean() - (p + 1) / 2) / (len(y) - p)


def average_precision_score(y, scores):
    positive = scores[np.asarray(y) == 1]
    above = [np.sum(positive >= s) / np.sum(scores >= s) for s in positive]
    return float(np.mean(above))
