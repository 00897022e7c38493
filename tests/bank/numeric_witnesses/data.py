"""Data: splits, metrics and weights counted sample by sample."""

import numpy as np

from numeric_witnesses.tools import Witness


def accuracy_standard_error(n: int, a: int, **_: float) -> float:
    right = np.zeros(n)
    right[: n * a // 100] = 100.0
    return float(right.std() / n**0.5)


def majority_classifier(n: int, k: int, **_: float) -> list[float]:
    truth = np.arange(n) < k
    says = np.zeros(n, dtype=bool)
    recalls = [np.mean(says[truth == label] == label) for label in (False, True)]
    return [float(100 * np.mean(says == truth)), float(100 * np.mean(recalls))]


def class_weights(a: int, b: int, c: int, **_: float) -> list[float]:
    labels = np.repeat([0, 1, 2], [a, b, c])
    inverse = 1.0 / np.bincount(labels)
    return list(inverse / inverse[labels].mean())


def oversampled(n: int, m: int, r: float, **_: float) -> list[float]:
    minority = m
    while minority / n < r - 1e-12:
        minority += 1
    return [minority - m, 100 * minority / (minority + n)]


def normalised_pixel(v: int, mu: float, sd: float, **_: float) -> float:
    lowest, highest = (0 - mu) / sd, (1 - mu) / sd
    return float(np.interp(v, [0, 255], [lowest, highest]))


def focal_value(p: float, g: int, **_: float) -> list[float]:
    cross_entropy = float(np.logaddexp(0, np.log(1 - p) - np.log(p)))  # softplus of minus the logit
    factor = float(np.prod([1 - p] * g))
    return [factor * cross_entropy, factor]


def resized_padded_cropped(h: int, q: float, r: int, p: int, **_: float) -> list[float]:
    sides = [round(side * r / h) for side in (h, h * q)]
    padded = np.pad(np.zeros(sides), p)
    windows = np.lib.stride_tricks.sliding_window_view(padded, (r, r))
    return [*padded.shape, windows.shape[0] * windows.shape[1]]


WITNESSES: dict[str, Witness] = {
    "data.split.accuracy-standard-error": accuracy_standard_error,
    "data.imbalance.majority-classifier": majority_classifier,
    "data.imbalance.class-weights": class_weights,
    "data.resampling.ratio-after-oversampling": oversampled,
    "data.image-augmentation.normalise-pixel": normalised_pixel,
    "data.image-augmentation.crop-and-pad": resized_padded_cropped,
    "data.focal-loss.value-against-ce": focal_value,
}
