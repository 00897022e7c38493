"""Area under the ROC curve from ranks, and average precision, for scores that may tie.

Conventions: labels y are 1 (positive) and 0 (negative), and both occur; a higher score means more
likely positive; samples of equal score are one point of either curve; average precision is the sum
over steps, without an envelope and without the trapezoidal rule.
"""

import numpy as np


def roc_auc_score(y: np.ndarray, scores: np.ndarray) -> float:
    """The probability that a positive sample has a higher score than a negative one.

    AUC = P(s⁺ > s⁻) + ½·P(s⁺ = s⁻) = (R − P·(P + 1)/2) / (P·Q)

    R is the sum of the ranks of the positive samples, counted from 1 at the lowest score, where equal
    scores share the mean of their ranks; P and Q are the numbers of positive and negative samples.

    y: labels 0 or 1 (N,), both present; scores: (N,). Returns a number from 0 to 1.

    >>> roc_auc_score(np.array([0, 1, 0, 1]), np.array([0.1, 0.4, 0.4, 0.9]))
    0.875
    """
    _, group, sizes = np.unique(scores, return_inverse=True, return_counts=True)
    # A group of equal scores fills the ranks up to `last`; each of its members gets their mean.
    last = np.cumsum(sizes)
    shared_rank = last - (sizes - 1) / 2.0
    # mistake ties-not-halved: shared_rank = last - (sizes - 1.0)
    # mistake ties-counted-fully: shared_rank = 1.0 * last
    # mistake ranks-from-zero: shared_rank = last - (sizes - 1) / 2.0 - 1.0
    # mistake dense-ranks: shared_rank = 1.0 + np.arange(len(sizes))
    # mistake order-reversed: shared_rank = (last - (sizes - 1) / 2.0)[::-1]
    ranks = shared_rank[group]
    # mistake ties-by-order: ranks = 1.0 + np.argsort(np.argsort(scores, kind="stable"), kind="stable")
    # mistake ties-by-order: ranks = 1.0 + np.argsort(np.argsort(scores))
    # mistake argsort-for-ranks: ranks = 1.0 + np.argsort(scores, kind="stable")
    # mistake scores-for-ranks: ranks = 1.0 * scores
    positive = y == 1
    # mistake positive-class-exchanged: positive = y == 0
    p, q = int(positive.sum()), int((~positive).sum())
    auc = float((ranks[positive].sum() - p * (p + 1) / 2.0) / (p * q))
    # mistake ties-not-halved: auc = float(np.mean(scores[positive][:, None] > scores[~positive]))
    # mistake ties-counted-fully: auc = float(np.mean(scores[positive][:, None] >= scores[~positive]))
    # mistake rank-offset-missing: auc = float(ranks[positive].sum() / (p * q))
    # mistake ranks-from-zero: auc = float((ranks[positive].sum() - p * (p - 1) / 2.0) / (p * q))
    # mistake pairs-miscounted: auc = float((ranks[positive].sum() - p * (p + 1) / 2.0) / len(y) ** 2)
    # mistake pairs-miscounted: auc = float((ranks[positive].sum() - p * (p + 1) / 2.0) / (len(y) * (len(y) - 1) / 2.0))
    # mistake pairs-not-divided: auc = float(ranks[positive].sum() - p * (p + 1) / 2.0)
    # mistake gini-for-auc: auc = 2.0 * float((ranks[positive].sum() - p * (p + 1) / 2.0) / (p * q)) - 1.0
    # mistake scores-thresholded-first: auc = float((np.mean(scores[positive] > 0.5) + np.mean(scores[~positive] <= 0.5)) / 2.0)
    return auc


def average_precision_score(y: np.ndarray, scores: np.ndarray) -> float:
    """The area under the precision-recall curve, as a sum over its steps.

    AP = Σ_k (R_k − R_{k−1})·P_k,  R_0 = 0

    k runs over the distinct scores from the highest down; P_k and R_k are precision and recall when
    all samples with at least that score are called positive.

    y: labels 0 or 1 (N,), at least one 1; scores: (N,). Returns a number from 0 to 1.

    >>> round(average_precision_score(np.array([1, 0, 1]), np.array([0.9, 0.8, 0.7])), 4)
    0.8333
    """
    order = np.argsort(-scores, kind="stable")
    # mistake order-upwards: order = np.argsort(scores, kind="stable")
    # mistake ties-by-order/fast: order = np.argsort(-scores)
    # mistake samples-not-sorted: order = np.arange(len(scores))
    hits = np.cumsum(y[order] == 1)
    # mistake positive-class-exchanged: hits = np.cumsum(y[order] == 0)
    called = np.arange(1, len(y) + 1)
    # A threshold lies behind the last sample of each group of equal scores.
    ends = np.flatnonzero(np.append(np.diff(scores[order]) != 0, True))
    # mistake ties-by-order: ends = np.arange(len(scores))
    # mistake ties-by-order/fast: ends = np.arange(len(scores))
    # mistake loop-one-short: ends = np.flatnonzero(np.diff(scores[order]) != 0)
    precision = hits[ends] / called[ends]
    # mistake precision-of-all-samples: precision = hits[ends] / len(y)
    recall = hits[ends] / hits[-1]
    # mistake recall-over-all-samples: recall = hits[ends] / len(y)
    ap = float(np.sum(np.diff(recall, prepend=0.0) * precision))
    # mistake trapezoid-for-steps: ap = float(np.trapezoid(np.append(1.0, precision), np.append(0.0, recall)))
    # mistake trapezoid-for-steps: ap = float(np.trapezoid(np.append(precision[0], precision), np.append(0.0, recall)))
    # mistake trapezoid-for-steps: ap = float(np.trapezoid(precision, recall))
    # mistake trapezoid-for-steps: ap = float(np.trapezoid(np.cumsum(y[np.argsort(-scores)]) / called, np.cumsum(y[np.argsort(-scores)]) / hits[-1]))
    # mistake recall-starts-late: ap = float(np.sum(np.diff(recall) * precision[1:]))
    # mistake left-end-of-step: ap = float(np.sum(np.diff(recall, prepend=0.0) * np.append(1.0, precision[:-1])))
    # mistake precision-averaged: ap = float(np.mean(precision))
    # convention ap-all-points instead of ap-step-sum: ap = float(np.sum(np.diff(recall, prepend=0.0) * np.maximum.accumulate(precision[::-1])[::-1]))
    # convention ap-eleven-points instead of ap-step-sum: ap = float(np.mean([np.max(precision, where=recall >= r, initial=0.0) for r in np.linspace(0, 1, 11)]))
    return ap
