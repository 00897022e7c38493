"""Accuracy, confusion matrix, precision, recall and F1 of a classifier with several classes.

Conventions: integer labels 0 … C−1, one a sample; rows of the confusion matrix are true classes,
columns are predicted ones; a ratio whose denominator is 0 is 0.
"""

import numpy as np


def accuracy(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    """The share of samples whose predicted class is the true one.

    y_true, y_pred: integer labels (N,). Returns a number from 0 to 1.

    >>> accuracy(np.array([0, 1, 2, 2]), np.array([0, 2, 2, 2]))
    0.75
    """
    share = float(np.mean(y_true == y_pred))
    # mistake complement-taken: share = float(np.mean(y_true != y_pred))
    # mistake mean-missing: share = float(np.sum(y_true == y_pred))
    # mistake last-sample-only: share = float(y_true[-1] == y_pred[-1])
    return share


def confusion_matrix(y_true: np.ndarray, y_pred: np.ndarray, num_classes: int) -> np.ndarray:
    """How often each true class was predicted as each class.

    counts[i, j] = number of samples of true class i that were predicted as class j

    y_true, y_pred: integer labels (N,). Returns integers (C, C).

    >>> confusion_matrix(np.array([0, 1, 1]), np.array([0, 0, 1]), 2).tolist()
    [[1, 0], [1, 1]]
    """
    counts = np.zeros((num_classes, num_classes), dtype=np.int64)
    # A pair may occur many times, and `counts[i, j] += 1` with arrays would count it once.
    np.add.at(counts, (y_true, y_pred), 1)
    # mistake confusion-transposed: np.add.at(counts, (y_pred, y_true), 1)
    # mistake duplicates-lost: counts[y_true, y_pred] += 1
    # mistake confusion-normalised: counts = counts + np.histogram2d(y_true, y_pred, bins=np.arange(num_classes + 1) - 0.5)[0] / len(y_true)
    # mistake loop-one-short: np.add.at(counts, (y_true[1:], y_pred[1:]), 1)
    # mistake loop-one-short: np.add.at(counts, (y_true[:-1], y_pred[:-1]), 1)
    return counts


def precision_recall_f1(
    y_true: np.ndarray, y_pred: np.ndarray, num_classes: int, average: str | None = "macro"
) -> tuple[np.ndarray | float, np.ndarray | float, np.ndarray | float]:
    """Precision, recall and F1, for each class or averaged.

    P_c = TP_c / (TP_c + FP_c),  R_c = TP_c / (TP_c + FN_c),  F_c = 2·TP_c / (2·TP_c + FP_c + FN_c)

    y_true, y_pred: integer labels (N,). average: None for the values of each class; "macro" for their
    plain mean over all C classes; "weighted" for their mean weighted by the number of true samples;
    "micro" for the formulas above with TP, FP and FN summed over the classes first.
    A ratio 0/0 counts as 0. Returns precision, recall and F1: arrays (C,) for None, else numbers.

    >>> precision_recall_f1(np.array([0, 0, 1]), np.array([0, 1, 1]), 2, average=None)[1].tolist()
    [0.5, 1.0]
    """
    hits = y_true == y_pred
    # mistake duplicates-lost:
    #     y_true, y_pred = np.unique(np.stack([y_true, y_pred]), axis=1)
    #     hits = y_true == y_pred
    true_positives = np.bincount(y_true[hits], minlength=num_classes).astype(np.float64)
    predicted = np.bincount(y_pred, minlength=num_classes).astype(np.float64)  # TP + FP
    # mistake precision-recall-swapped/all: predicted = np.bincount(y_true, minlength=num_classes).astype(np.float64)
    # mistake hits-left-out-below/precision: predicted = np.bincount(y_pred[~hits], minlength=num_classes).astype(np.float64)
    # mistake true-negatives-counted: predicted = np.bincount(y_pred, minlength=num_classes) + len(y_true) - np.bincount(y_true, minlength=num_classes).astype(np.float64)
    actual = np.bincount(y_true, minlength=num_classes).astype(np.float64)  # TP + FN
    # mistake precision-recall-swapped/all: actual = np.bincount(y_pred, minlength=num_classes).astype(np.float64)
    # mistake hits-left-out-below: actual = np.bincount(y_true[~hits], minlength=num_classes).astype(np.float64)
    # mistake wrong-count: actual = np.full(num_classes, float(len(y_true)))
    support = actual

    if average == "micro":
        # mistake micro-macro-swapped/all: if average == "macro":
        # mistake micro-as-macro: if average == "none of them":
        # mistake macro-as-micro: if average in ("micro", "macro"):
        true_positives, predicted, actual = (
            each.sum(keepdims=True) for each in (true_positives, predicted, actual)
        )
        support = actual

    precision = true_positives / np.where(predicted > 0, predicted, 1.0)
    # mistake zero-denominator: precision = true_positives / predicted
    # mistake zero-over-zero-is-one: precision = np.where(predicted > 0, true_positives / predicted, 1.0)
    recall = true_positives / np.where(actual > 0, actual, 1.0)
    # mistake zero-denominator: recall = true_positives / actual
    # mistake zero-over-zero-is-one: recall = np.where(actual > 0, true_positives / actual, 1.0)
    both = predicted + actual
    f1 = 2.0 * true_positives / np.where(both > 0, both, 1.0)
    # mistake zero-denominator: f1 = 2.0 * precision * recall / (precision + recall)
    # mistake harmonic-two-missing: f1 = true_positives / np.where(both > 0, both, 1.0)
    # mistake arithmetic-mean-taken: f1 = (precision + recall) / 2.0
    # mistake arithmetic-mean-taken: f1 = np.sqrt(precision * recall)
    # mistake jaccard-for-f1: f1 = true_positives / np.where(both > 0, both - true_positives, 1.0)

    if average is None:
        return precision, recall, f1
    weights = support if average == "weighted" else np.ones(len(support))
    # mistake weights-by-prediction: weights = predicted if average == "weighted" else np.ones(len(support))
    # mistake macro-weighted-swapped: weights = support if average == "macro" else np.ones(len(support))
    # mistake weights-ignored: weights = np.ones(len(support))
    # mistake absent-classes-left-out: weights = support if average == "weighted" else 1.0 * (support > 0)
    # mistake micro-macro-swapped/all: weights = support if average == "weighted" else np.ones(len(support))
    precision, recall, f1 = (
        float(np.average(each, weights=weights)) for each in (precision, recall, f1)
    )
    # mistake f1-of-averages:
    #     precision, recall, f1 = (float(np.average(each, weights=weights)) for each in (precision, recall, f1))
    #     f1 = 2.0 * precision * recall / max(precision + recall, 1e-300) if average == "macro" else f1
    # mistake f1-of-averages:
    #     precision, recall = (float(np.average(each, weights=weights)) for each in (precision, recall))
    #     f1 = 2.0 * precision * recall / max(precision + recall, 1e-300)
    # mistake mean-missing: precision, recall, f1 = (float((each * weights).sum()) for each in (precision, recall, f1))
    return precision, recall, f1
