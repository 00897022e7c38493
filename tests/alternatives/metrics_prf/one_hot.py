"""Labels as one-hot rows, so that every count is a matrix product or a column sum."""

import numpy as np


def accuracy(y_true, y_pred):
    return 1.0 - np.count_nonzero(y_true - y_pred) / len(y_true)


def confusion_matrix(y_true, y_pred, num_classes):
    eye = np.eye(num_classes, dtype=int)
    return eye[y_true].T @ eye[y_pred]


def precision_recall_f1(y_true, y_pred, num_classes, average="macro"):
    eye = np.eye(num_classes)
    true, pred = eye[y_true], eye[y_pred]
    tp, predicted, actual = (true * pred).sum(0), pred.sum(0), true.sum(0)
    if average == "micro":
        value = tp.sum() / len(y_true)
        return value, value, value
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.nan_to_num(np.stack([tp / predicted, tp / actual, 2 * tp / (predicted + actual)]))
    if average is None:
        return values[0], values[1], values[2]
    weights = actual / actual.sum() if average == "weighted" else np.full(num_classes, 1 / num_classes)
    return tuple((values * weights).sum(axis=1).tolist())
