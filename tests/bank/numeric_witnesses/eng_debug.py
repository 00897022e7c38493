"""Numeric questions of the section eng.debug, answered a second time."""

import numpy as np

from numeric_witnesses.tools import Witness, gradient, sigmoid


def sigmoid_factor(*, n: float, w: float, **_: float) -> float:
    """The chain run forward, with biases that make each sum 0 at the given input."""
    start = 0.5
    biases = [-w * start for _ in range(int(n))]  # every activation is sigmoid(0), the start too

    def output(a: np.ndarray) -> float:
        value = float(a[0])
        for b in biases:
            value = sigmoid(w * value + b)
        return value

    return float(gradient(output, [start], h=1e-4)[0])


def second_moment_growth(*, v: float, L: float, **_: float) -> float:
    """Layer by layer, with E[relu(z)²] of a symmetric z integrated numerically."""
    z = np.linspace(-12, 12, 200_001)
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    kept = float(np.sum(np.maximum(z, 0) ** 2 * density) * (z[1] - z[0]))
    moment = 1.0
    for _ in range(int(L)):
        moment = v * kept * moment
    return moment


def clipped_by_norm(*, u: float, v: float, p: float, q: float, c: float, **_: float) -> np.ndarray:
    """The point of the ball of radius c that is nearest to each gradient."""

    def nearest(g: np.ndarray) -> np.ndarray:
        length = float(np.hypot(*g))
        return g if length <= c else c * np.array([np.cos(a := np.arctan2(g[1], g[0])), np.sin(a)])

    return np.concatenate([nearest(np.array(g)) for g in ([u, v], [p, q])])


def central_difference(*, a: float, b: float, x: float, h: float, **_: float) -> float:
    cubic = np.polynomial.Polynomial([0, b, 0, a])
    slope = cubic.deriv()
    return float((slope.integ()(x + h) - slope.integ()(x - h)) / (2 * h))


def relative_error(*, u: float, v: float, **_: float) -> float:
    return 1 - min(u, v) / max(u, v)


def bias_and_variance(
    *, f: float, a: float, b: float, c: float, d: float, **_: float
) -> list[float]:
    """The variance from differences of all pairs, the squared bias as what is left of the error."""
    fits = np.array([a, b, c, d])
    variance = float(np.mean((fits[:, None] - fits[None, :]) ** 2) / 2)
    return [float(np.mean((fits - f) ** 2)) - variance, variance]


def stopped_early(**values: float) -> list[float]:
    training = np.array([values[f"t{n}"] for n in range(1, 6)])
    validation = np.array([values[f"v{n}"] for n in range(1, 6)])
    best = int(validation.argmin())
    return [best + 1, float((validation - training)[best])]


WITNESSES: dict[str, Witness] = {
    "eng.debug.vanishing-exploding.sigmoid-factor": sigmoid_factor,
    "eng.debug.vanishing-exploding.variance-growth": second_moment_growth,
    "eng.debug.grad-clipping.by-norm": clipped_by_norm,
    "eng.debug.gradient-checking.central-difference": central_difference,
    "eng.debug.gradient-checking.relative-error": relative_error,
    "eng.debug.bias-variance.repeated-fits": bias_and_variance,
    "eng.debug.overfit-fix.gap-from-curves": stopped_early,
}
