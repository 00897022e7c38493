"""Numeric questions of the section eng.eval, answered a second time."""

from itertools import product

import numpy as np

from numeric_witnesses.tools import Witness


def labelled(tp: float, fn: float, fp: float, tn: float) -> tuple[np.ndarray, np.ndarray]:
    """True and predicted class of every sample."""
    counts = [round(n) for n in (tp, fn, fp, tn)]
    return np.repeat([1, 1, 0, 0], counts), np.repeat([1, 0, 1, 0], counts)


def accuracy(*, TP: float, FN: float, FP: float, TN: float, **_: float) -> float:
    truth, said = labelled(TP, FN, FP, TN)
    return 100 * float(np.mean(truth == said))


def balanced_accuracy(*, P: float, N: float, TP: float, TN: float, **_: float) -> float:
    truth, said = labelled(TP, P - TP, N - TN, TN)
    return 100 * float(np.mean([np.mean(said[truth == k] == k) for k in (0, 1)]))


def precision_recall_f1(*, TP: float, FP: float, FN: float, **_: float) -> list[float]:
    truth, said = labelled(TP, FN, FP, 7)  # the true negatives do not matter
    precision, recall = np.mean(truth[said == 1]), np.mean(said[truth == 1])
    return [precision, recall, 2 / (1 / precision + 1 / recall)]


def macro_micro(
    *,
    a: float,
    u: float,
    v: float,
    w: float,
    b: float,
    x: float,
    y: float,
    z: float,
    c: float,
    **_: float,
) -> list[float]:
    table = np.array([[a, u, v], [w, b, x], [y, z, c]])
    hits = np.diag(table)
    wrong_calls, misses = table.sum(axis=0) - hits, table.sum(axis=1) - hits
    pooled = 2 * hits.sum() / (2 * hits.sum() + wrong_calls.sum() + misses.sum())
    return [float(np.mean(2 * hits / (2 * hits + wrong_calls + misses))), float(pooled)]


def f_beta(*, P: float, R: float, beta: float, **_: float) -> float:
    """The weighted harmonic mean, from counts of one true positive."""
    false_alarms, misses = 1 / P - 1, 1 / R - 1
    return (1 + beta**2) / ((1 + beta**2) + beta**2 * misses + false_alarms)


def area_under_roc(*, a: float, b: float, c: float, d: float, **_: float) -> float:
    """The trapezoids under the curve, threshold by threshold."""
    positives, negatives = np.array([a, b, c]), np.array([b, d])
    thresholds = [np.inf, *sorted({a, b, c, d}, reverse=True)]
    tpr = np.array([np.mean(positives >= t) for t in thresholds])
    fpr = np.array([np.mean(negatives >= t) for t in thresholds])
    return float(np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2))


def regression(**values: float) -> list[float]:
    y = np.array([values[f"y{n}"] for n in range(1, 5)])
    error = np.array([values[f"p{n}"] for n in range(1, 5)]) - y
    unexplained = np.mean(error**2) / np.var(y)
    return [np.mean(error**2), np.linalg.norm(error) / 2, np.mean(abs(error)), 1 - unexplained]


def psnr(*, mse: float, **_: float) -> float:
    return float(20 * np.log10(255 / np.sqrt(mse)))


def psnr_gain(*, d: float, **_: float) -> float:
    before = 37.0  # any error: it cancels
    return psnr(mse=before * (100 - d) / 100) - psnr(mse=before)


def fits_and_sizes(*, n: float, K: float, G: float, **_: float) -> list[int]:
    """The folds are laid out and the fits counted one by one."""
    folds = np.array_split(np.arange(int(n)), int(K))
    fits = list(product(range(int(G)), range(len(folds))))
    return [len(fits) + 1, sum(len(fold) for fold in folds[1:])]


def information_criteria(
    *,
    k: float,
    u: float,
    k2: float,
    u2: float,
    n: float,
    **_: float,
) -> list[float]:
    def criterion(parameters: float, likelihood: float, price: float) -> float:
        return price * parameters - 2 * likelihood

    return [criterion(k2, u2, price) - criterion(k, u, price) for price in (2, float(np.log(n)))]


WITNESSES: dict[str, Witness] = {
    "eng.eval.accuracy.from-confusion-matrix": accuracy,
    "eng.eval.accuracy.balanced": balanced_accuracy,
    "eng.eval.precision-recall-f1.from-counts": precision_recall_f1,
    "eng.eval.precision-recall-f1.macro-micro": macro_micro,
    "eng.eval.precision-recall-f1.f-beta": f_beta,
    "eng.eval.roc-auc.from-scores": area_under_roc,
    "eng.eval.regression-metrics.four-metrics": regression,
    "eng.eval.psnr.from-mse": psnr,
    "eng.eval.psnr.change": psnr_gain,
    "eng.eval.cross-validation.fits-and-sizes": fits_and_sizes,
    "eng.eval.model-selection.aic-bic": information_criteria,
}
