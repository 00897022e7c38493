"""Numeric questions of the branch loss, answered a second time."""

import numpy as np

from numeric_witnesses.tools import Witness, gradient, softmax


def small_batch(a: float, b: float, c: float, d: float, **_: float) -> list[float]:
    target = np.array([[1.0, 0.0], [2.0, -1.0]])
    predicted = np.array([[a, b], [c, d]], dtype=float)

    def mse(y_hat: np.ndarray) -> float:
        return sum((u - v) ** 2 for u, v in zip(y_hat.flat, target.flat, strict=True)) / 4

    return [mse(predicted), gradient(mse, predicted)[0, 0]]


def loss_and_gradient(a: float, b: float, c: float, k: float, **_: float) -> list[float]:
    def cross_entropy(z: np.ndarray) -> float:
        return -float(np.log(softmax(z)[int(k)]))

    z = np.array([a, b, c], dtype=float)
    return [cross_entropy(z), *gradient(cross_entropy, z)]


def initial_loss(C: float, **_: float) -> float:
    return -float(np.log(softmax(np.zeros(int(C)))[0]))


def binary_cross_entropy(p: float, q: float, **_: float) -> float:
    total = 0.0
    for probability, label in ((p, 1), (q, 0)):
        total += -np.log(probability if label else 1 - probability)
    return total / 2


def huber_values(d: float, r: float, q: float, **_: float) -> list[float]:
    def huber(residual: float) -> float:
        # The slope is the residual clipped to [-d, d]; the loss is its integral from 0.
        grid = np.linspace(0.0, residual, 200_001)
        slope = np.clip(grid, -d, d)
        return float(np.sum((slope[1:] + slope[:-1]) / 2 * np.diff(grid)))

    return [huber(r), huber(q)]


def ce_plus_mse(
    *, a: float, b: float, u: float, v: float, k: float, lam: float, **_: float
) -> list[float]:
    teacher = np.array([u, v, 0.0])

    def loss(z: np.ndarray) -> float:
        return -float(np.log(softmax(z)[int(k)])) + lam / 3 * float(np.sum((z - teacher) ** 2))

    return list(gradient(loss, [a, b, 0.0]))


WITNESSES: dict[str, Witness] = {
    "loss.mse.small-batch": small_batch,
    "loss.softmax-ce.loss-and-gradient": loss_and_gradient,
    "loss.softmax-ce.initial-loss": initial_loss,
    "loss.bce-logistic.value": binary_cross_entropy,
    "loss.gradients.ce-plus-mse-vector": ce_plus_mse,
    "loss.regression-robust.huber-values": huber_values,
}
