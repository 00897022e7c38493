"""Sigmoid and tanh, forward and backward.

Conventions: any shape, element by element; right for |x| = 1000 as well.
"""

import numpy as np


def sigmoid_forward(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Sigmoid: out = 1 / (1 + e^(−x)), element by element.

    x: inputs of any shape. Returns out in the shape of x and a cache for the backward pass.

    >>> out, _ = sigmoid_forward(np.array([-1000.0, 0.0, 1000.0]))
    >>> out.tolist()
    [0.0, 0.5, 1.0]
    """
    # Two branches of one function: only numbers up to 0 are exponentiated.
    e = np.exp(-np.abs(x))
    # mistake exp-overflows: e = np.exp(np.abs(x))
    # mistake abs-forgotten: e = np.exp(-x)
    out = np.where(x >= 0, 1.0, e) / (1.0 + e)
    # mistake exp-overflows: out = np.exp(x) / (1.0 + np.exp(x))
    # mistake exponent-sign: out = 1.0 / (1.0 + np.exp(x))
    # mistake branch-numerator: out = 1.0 / (1.0 + e)
    # mistake tanh-for-sigmoid: out = np.tanh(x)
    # mistake step-for-sigmoid: out = np.where(x >= 0, 1.0, 0.0)
    # mistake sigmoid-half-argument: out = 0.5 * (1.0 + np.tanh(x))
    # mistake scale-shift-missing: out = np.tanh(0.5 * x)
    # mistake activation-clipped: out = 1.0 / (1.0 + np.exp(-np.clip(x, -5.0, 5.0)))
    # mistake activation-missing: out = x
    return out, out


def sigmoid_backward(dout: np.ndarray, cache: np.ndarray) -> np.ndarray:
    """Gradient of the sigmoid.

    dout: upstream gradient ∂L/∂out, in the shape of x; cache: what `sigmoid_forward` stored.
    Returns dx = ∂L/∂x, in the shape of x.

    >>> _, cache = sigmoid_forward(np.array([0.0, 1000.0]))
    >>> sigmoid_backward(np.array([8.0, 3.0]), cache).tolist()
    [2.0, 0.0]
    """
    s = cache
    # mistake derivative-at-output: s = 1.0 / (1.0 + np.exp(-cache))
    dx = dout * s * (1.0 - s)
    # mistake reshape-missing: dx = (dout * s * (1.0 - s)).ravel()
    # mistake derivative-of-preactivation: x = np.log(s) - np.log1p(-s); dx = dout * x * (1.0 - x)
    # mistake upstream-missing: dx = s * (1.0 - s)
    # mistake derivative-incomplete: dx = dout * s
    # mistake derivative-incomplete: dx = dout * (1.0 - s)
    # mistake tanh-for-sigmoid: dx = dout * (1.0 - s**2)
    # mistake sign-flipped: dx = -dout * s * (1.0 - s)
    # mistake activation-slope-missing: dx = dout
    return dx


def tanh_forward(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Hyperbolic tangent: out = (e^x − e^(−x)) / (e^x + e^(−x)), element by element.

    x: inputs of any shape. Returns out in the shape of x and a cache for the backward pass.

    >>> out, _ = tanh_forward(np.array([-1000.0, 0.0, 1000.0]))
    >>> out.tolist()
    [-1.0, 0.0, 1.0]
    """
    out = np.tanh(x)
    # mistake exp-overflows: out = (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
    # mistake tanh-half-argument: out = 2.0 / (1.0 + np.exp(-x)) - 1.0
    # mistake scale-shift-missing: out = 1.0 / (1.0 + np.exp(-2.0 * x))
    # mistake sigmoid-for-tanh: out = 1.0 / (1.0 + np.exp(-x))
    # mistake exponent-sign: out = np.tanh(-x)
    # mistake ratio-inverted: out = 1.0 / np.tanh(x)
    # mistake activation-missing: out = x
    return out, out


def tanh_backward(dout: np.ndarray, cache: np.ndarray) -> np.ndarray:
    """Gradient of tanh.

    dout: upstream gradient ∂L/∂out, in the shape of x; cache: what `tanh_forward` stored.
    Returns dx = ∂L/∂x, in the shape of x.

    >>> _, cache = tanh_forward(np.array([0.0, 1000.0]))
    >>> tanh_backward(np.array([8.0, 3.0]), cache).tolist()
    [8.0, 0.0]
    """
    t = cache
    # mistake derivative-at-output: t = np.tanh(cache)
    dx = dout * (1.0 - t**2)
    # mistake reshape-missing: dx = (dout * (1.0 - t**2)).ravel()
    # mistake derivative-of-preactivation: dx = dout * (1.0 - np.arctanh(t) ** 2)
    # mistake upstream-missing: dx = 1.0 - t**2
    # mistake square-missing: dx = dout * (1.0 - t)
    # mistake sigmoid-for-tanh: dx = dout * t * (1.0 - t)
    # mistake sign-flipped: dx = dout * (1.0 + t**2)
    # mistake complement-missing: dx = dout * t**2
    # mistake activation-slope-missing: dx = dout
    return dx
