"""Gradients by central differences, and the relative error to compare them with analytic ones.

Conventions: central differences with one entry moved at a time; the relative error of two entries is
|a − b| / max(10⁻⁸, |a| + |b|), and that of two arrays is the largest of its entries.
"""

from collections.abc import Callable

import numpy as np


def eval_numerical_gradient(
    f: Callable[[np.ndarray], float], x: np.ndarray, h: float = 1e-5
) -> np.ndarray:
    """Gradient of a function with values in the numbers, by central differences.

    ∂f/∂x_i ≈ (f(x + h·e_i) − f(x − h·e_i)) / (2h)

    f: takes an array in the shape of x, returns a number; x: where to differentiate, any shape; it
    must hold the same numbers after the call. Returns the gradient in the shape of x.

    >>> eval_numerical_gradient(lambda v: float(np.sum(v**2)), np.array([1.0, -3.0])).round(4).tolist()
    [2.0, -6.0]
    """
    point = x.astype(np.float64)  # a copy: integers could not hold the step
    # mistake step-too-small: point, h = x.astype(np.float64), min(h, 1e-13)
    # mistake step-size-ignored: point, h = x.astype(np.float64), 1e-5
    grad = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        # mistake last-entry-skipped: for place in list(np.ndindex(x.shape))[:-1]:
        # mistake first-entry-skipped: for place in list(np.ndindex(x.shape))[1:]:
        old = point[place]
        point[place] = old + h
        # mistake all-entries-moved/all: point = point + h
        # mistake whole-row-moved: point[place[0]] += h
        # mistake step-relative-to-entry/all: point[place] = old + h * old
        above = f(point)
        point[place] = old - h
        # mistake all-entries-moved/all: point = point - 2.0 * h
        # mistake second-point-at-center: point[place] = old
        # mistake step-relative-to-entry/all: point[place] = old - h * old
        below = f(point)
        # The next partial derivative is taken at x itself, so the entry goes back.
        point[place] = old
        # mistake entry-not-restored: pass
        # mistake all-entries-moved/all: point = point + h
        grad[place] = (above - below) / (2.0 * h)
        # mistake one-sided-difference: grad[place] = (above - f(point)) / h
        # mistake one-sided-difference: grad[place] = (f(point) - below) / h
        # mistake divided-by-single-step: grad[place] = (above - below) / h
        # mistake sign-flipped: grad[place] = (below - above) / (2.0 * h)
        # mistake step-not-divided: grad[place] = above - below
        # mistake step-not-divided: grad[place] = (above - below) / 2.0
        # mistake multiplied-for-divided: grad[place] = (above - below) / 2.0 * h
        # mistake second-difference: grad[place] = (above - 2.0 * f(point) + below) / h**2
    return grad


def eval_numerical_gradient_array(
    f: Callable[[np.ndarray], np.ndarray], x: np.ndarray, df: np.ndarray, h: float = 1e-5
) -> np.ndarray:
    """Gradient of Σ f(x)·df for a function with values in the arrays, by central differences.

    Σ_j df_j · ∂f_j/∂x_i ≈ Σ_j df_j · (f_j(x + h·e_i) − f_j(x − h·e_i)) / (2h)

    f: takes an array in the shape of x, returns an array in the shape of df; df: upstream gradient.
    x must hold the same numbers after the call. Returns the gradient in the shape of x.

    >>> double = eval_numerical_gradient_array(lambda v: 2 * v, np.zeros(2), np.array([1.0, 3.0]))
    >>> double.round(4).tolist()
    [2.0, 6.0]
    """
    point = x.astype(np.float64)
    grad = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        old = point[place]
        point[place] = old + h
        above = np.array(f(point))
        point[place] = old - h
        # mistake second-point-at-center: point[place] = old
        below = np.array(f(point))
        point[place] = old
        # mistake entry-not-restored: pass
        grad[place] = np.sum((above - below) * df) / (2.0 * h)
        # mistake upstream-missing: grad[place] = np.sum(above - below) / (2.0 * h)
        # mistake one-sided-difference: grad[place] = np.sum((above - f(point)) * df) / h
        # mistake one-sided-difference: grad[place] = np.sum((f(point) - below) * df) / h
        # mistake divided-by-single-step: grad[place] = np.sum((above - below) * df) / h
        # mistake mean-for-sum: grad[place] = np.mean((above - below) * df) / (2.0 * h)
        # mistake sums-multiplied: grad[place] = np.sum(above - below) * np.sum(df) / (2.0 * h)
        # mistake sign-flipped: grad[place] = np.sum((below - above) * df) / (2.0 * h)
        # mistake step-not-divided: grad[place] = np.sum((above - below) * df)
    return grad


def rel_error(a: np.ndarray, b: np.ndarray) -> float:
    """The largest relative error of two arrays of one shape.

    max_i |a_i − b_i| / max(10⁻⁸, |a_i| + |b_i|)

    a, b: arrays of any shape, the same for both. Returns a number from 0 to 1.

    >>> rel_error(np.array([1.0, 0.0]), np.array([3.0, 0.0]))
    0.5
    """
    error = float(np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b))))
    # mistake absolute-for-relative: error = float(np.max(np.abs(a - b)))
    # mistake mean-for-largest: error = float(np.mean(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b))))
    # mistake sum-for-maximum: error = float(np.sum(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b))))
    # mistake relative-to-one: error = float(np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a))))
    # mistake relative-to-one: error = float(np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(b))))
    # mistake zero-denominator: error = float(np.max(np.abs(a - b) / (np.abs(a) + np.abs(b))))
    # mistake abs-missing: error = float(np.max((a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b))))
    # mistake abs-of-sum: error = float(np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a + b))))
    # mistake maxima-divided: error = float(np.max(np.abs(a - b)) / max(1e-8, np.max(np.abs(a) + np.abs(b))))
    # mistake difference-squared: error = float(np.max((a - b) ** 2 / np.maximum(1e-8, np.abs(a) + np.abs(b))))
    # convention relative-by-larger instead of relative-by-sum: error = float(np.max(np.abs(a - b) / np.maximum(1e-8, np.maximum(np.abs(a), np.abs(b)))))
    # convention relative-by-norms instead of relative-by-sum: error = float(np.linalg.norm(a - b) / max(1e-8, np.linalg.norm(a) + np.linalg.norm(b)))
    return error
