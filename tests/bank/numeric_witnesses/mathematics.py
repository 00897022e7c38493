"""Mathematics: linear algebra of NumPy, differences, sums and quadrature for closed forms."""

import numpy as np
from numpy.typing import ArrayLike

from numeric_witnesses.tools import Witness, gradient


def product_operations(m: int, k: int, n: int, **_: float) -> float:
    # One row at a time: k products and k additions for each of the n entries.
    return float(sum(2 * k for _row in range(m) for _column in range(n)))


def determinant_and_inverse(a: float, b: float, c: float, d: float, **_: float) -> ArrayLike:
    matrix = np.array([[a, b], [c, d]], dtype=float)
    return [np.linalg.det(matrix), *np.linalg.solve(matrix, np.eye(2)).ravel()]


def symmetric_eigenvalues(a: float, b: float, c: float, **_: float) -> ArrayLike:
    return np.linalg.eigvalsh(np.array([[a, b], [b, c]], dtype=float))[::-1]


def singular_values(a: float, b: float, d: float, **_: float) -> ArrayLike:
    return np.linalg.svd(np.array([[a, b], [0.0, d]]), compute_uv=False)


def vector_norms(a: float, b: float, c: float, **_: float) -> ArrayLike:
    return [float(np.linalg.norm([a, b, c], order)) for order in (1, 2, np.inf)]


def matrix_norms(a: float, b: float, c: float, d: float, **_: float) -> ArrayLike:
    matrix = np.array([[a, b], [c, d]], dtype=float)
    return [float(np.linalg.norm(matrix, order)) for order in ("fro", 1, np.inf, 2)]


def newton_step(a: float, b: float, c: float, p: float, q: float, **_: float) -> ArrayLike:
    # One step on a quadratic lands where the gradient is zero, whatever the start.
    hessian = np.array([[a, b], [b, c]], dtype=float)
    return np.linalg.solve(hessian, [-p, -q])


def scalar_gradient(a: float, b: float, u: float, v: float, **_: float) -> ArrayLike:
    return gradient(lambda x: float(a * x[0] ** 2 * x[1] + b * x[0] + np.log(x[1])), [u, v])


def jacobian(a: float, b: float, u: float, v: float, **_: float) -> ArrayLike:
    rows = (lambda x: float(x[0] ** 2 + a * x[1]), lambda x: float(b * x[0] * x[1]))
    return np.round([gradient(row, [u, v]) for row in rows]).ravel()  # the entries are integers


def four_nodes(x: float, y: float, z: float, **_: float) -> ArrayLike:
    return np.round(gradient(lambda s: float(((s[0] + s[1]) * s[2]) ** 2), [x, y, z]), 4)


def normal_density(m: float, v: float, x: float, **_: float) -> ArrayLike:
    # The bell over its own mass, which is summed on a fine grid.
    s = np.sqrt(v)
    grid = np.linspace(-12.0, 12.0, 240_001)
    mass = np.exp(-(grid**2) / 2).sum() * (grid[1] - grid[0]) * s
    return [(x - m) / s, np.exp(-((x - m) ** 2) / (2 * v)) / mass]


def product_of_densities(m: float, n: float, u: float, v: float, **_: float) -> ArrayLike:
    x = np.linspace(-60.0, 60.0, 24_001)
    weights = np.exp(-((x - m) ** 2) / (2 * u) - (x - n) ** 2 / (2 * v))
    weights /= weights.sum()
    mean = float(weights @ x)
    return [mean, weights @ (x - mean) ** 2]


def mean_of_trials(p: float, n: int, **_: float) -> ArrayLike:
    # The distribution of the sum, one trial after the other.
    counts = np.array([1.0])
    for _trial in range(n):
        counts = np.convolve(counts, [1 - p, p])
    means = np.arange(n + 1) / n
    mean = counts @ means
    return [mean, np.sqrt(counts @ (means - mean) ** 2)]


def dirichlet_component(a: float, b: float, c: float, **_: float) -> ArrayLike:
    # The marginal Beta(a, b + c), integrated by its midpoints.
    x = (np.arange(40_000) + 0.5) / 40_000
    weights = x ** (a - 1) * (1 - x) ** (b + c - 1)
    weights /= weights.sum()
    mean = float(weights @ x)
    return [mean, weights @ (x - mean) ** 2]


def predictive(a: float, x: int, y: int, z: int, **_: float) -> float:
    # Polya's urn: each observation adds one ball of its class.
    urn = np.array([a, a, a])
    for seen in [0] * x + [1] * y + [2] * z:
        urn[seen] += 1
    return float(urn[0] / urn.sum())


def exponential_rate(a: float, b: float, c: float, d: float, **_: float) -> float:
    # Golden-section search on the log-likelihood, which has a single peak.
    times = np.array([a, b, c, d], dtype=float)
    low, high, ratio = 1e-6, 10.0, (np.sqrt(5) - 1) / 2
    for _step in range(200):
        left, right = high - ratio * (high - low), low + ratio * (high - low)
        values = [np.sum(np.log(rate) - rate * times) for rate in (left, right)]
        low, high = (left, high) if values[0] < values[1] else (low, right)
    return float((low + high) / 2)


def defective_given_alarm(r: float, t: float, f: float, **_: float) -> float:
    items = 1_000_000 * np.array([[r * t, r * (1 - t)], [(1 - r) * f, (1 - r) * (1 - f)]])
    return float(items[0, 0] / items[:, 0].sum())  # among the alarms, those that are defective


def beta_mean(a: float, b: float, k: int, m: int, **_: float) -> float:
    x = (np.arange(40_000) + 0.5) / 40_000
    weights = x ** (a - 1 + k) * (1 - x) ** (b - 1 + m)
    return float(weights @ x / weights.sum())


def entropies(a: float, b: float, **_: float) -> ArrayLike:
    p = np.array([a, b, 1 - a - b])
    return [-(p @ np.log2(p)), -(p @ np.log(p))]


def cross_entropy(a: float, b: float, u: float, v: float, **_: float) -> float:
    data, model = np.array([a, b, 1 - a - b]), np.array([u, v, 1 - u - v])
    return float(sum(data[k] * -np.log(model[k]) for k in range(3)))


def bernoulli_divergence(a: float, b: float, **_: float) -> float:
    # The slope in the model's probability, integrated from the point where both agree.
    steps = 200_000
    q = a + (b - a) * (np.arange(steps) + 0.5) / steps
    return float(np.sum((q - a) / (q * (1 - q))) * (b - a) / steps)


def hessian_eigenvalues(a: float, b: float, c: float, **_: float) -> ArrayLike:
    def slope(x: np.ndarray) -> np.ndarray:
        return gradient(lambda z: float(a * z[0] ** 2 + b * z[0] * z[1] + c * z[1] ** 2), x, 1e-3)

    hessian = np.array([slope(np.eye(2)[i]) - slope(np.zeros(2)) for i in range(2)])
    return np.sort(np.linalg.eigvals(hessian).real)[::-1]


WITNESSES: dict[str, Witness] = {
    "math.linear-algebra.matmul.flops": product_operations,
    "math.linear-algebra.inverse.two-by-two": determinant_and_inverse,
    "math.linear-algebra.eigendecomposition.symmetric-two": symmetric_eigenvalues,
    "math.linear-algebra.svd.two-by-two": singular_values,
    "math.linear-algebra.vector-norms.three-norms": vector_norms,
    "math.linear-algebra.matrix-norms.four-norms": matrix_norms,
    "math.linear-algebra.gradient-hessian.newton-step": newton_step,
    "math.calculus.matrix-derivatives.gradient-at-point": scalar_gradient,
    "math.calculus.jacobian.at-a-point": jacobian,
    "math.calculus.chain-rule.four-node-graph": four_nodes,
    "math.prob-info.gaussian.density": normal_density,
    "math.prob-info.gaussian.product-of-densities": product_of_densities,
    "math.prob-info.bernoulli.mean-variance": mean_of_trials,
    "math.prob-info.dirichlet.component-moments": dirichlet_component,
    "math.prob-info.dirichlet.posterior-predictive": predictive,
    "math.prob-info.mle.poisson-exponential": exponential_rate,
    "math.prob-info.bayes-estimation.base-rate": defective_given_alarm,
    "math.prob-info.bayes-estimation.beta-posterior": beta_mean,
    "math.prob-info.entropy.discrete": entropies,
    "math.prob-info.cross-entropy.two-distributions": cross_entropy,
    "math.prob-info.kl-divergence.discrete": bernoulli_divergence,
    "math.optimization.saddle-points.origin-eigenvalues": hessian_eigenvalues,
}
