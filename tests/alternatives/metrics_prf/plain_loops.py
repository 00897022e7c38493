"""Counters in plain Python, one class after another."""

import numpy as np


def accuracy_score(y_true, y_pred):
    right = 0
    for t, p in zip(y_true, y_pred):
        if t == p:
            right += 1
    return right / len(y_true)


def confusion(y_true, y_pred, C):
    counts = np.zeros((C, C), int)
    for t, p in zip(y_true, y_pred):
        counts[t][p] += 1
    return counts


def one(tp, fp, fn):
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, f1


def prf(y_true, y_pred, C, average="macro"):
    tps, fps, fns = [0] * C, [0] * C, [0] * C
    for t, p in zip(y_true.tolist(), y_pred.tolist()):
        if t == p:
            tps[t] += 1
        else:
            fps[p] += 1
            fns[t] += 1
    if average == "micro":
        return one(sum(tps), sum(fps), sum(fns))
    rows = [one(*each) for each in zip(tps, fps, fns)]
    if average is None:
        return tuple(np.array(column) for column in zip(*rows))
    if average == "macro":
        return tuple(sum(column) / C for column in zip(*rows))
    weights = [(tps[c] + fns[c]) / len(y_true) for c in range(C)]
    return tuple(sum(w * v for w, v in zip(weights, column)) for column in zip(*rows))
