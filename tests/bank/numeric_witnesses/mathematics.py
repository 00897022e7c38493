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
}
