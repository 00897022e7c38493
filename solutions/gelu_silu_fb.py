"""GELU, exact and with tanh, and SiLU: forward and backward passes, entry by entry.

Conventions: x of any shape; Φ and φ are the distribution function and the density of the standard
normal distribution; the backward pass differentiates the form that the forward pass used.
"""

import math

import numpy as np

CUBIC = 0.044715
ROOT = math.sqrt(2.0 / math.pi)


def _erf(x: np.ndarray) -> np.ndarray:
    return np.vectorize(math.erf, otypes=[float])(x)


def gelu_forward(x: np.ndarray, approximate: str = "none") -> tuple[np.ndarray, tuple]:
    # mistake wrong-default: def gelu_forward(x, approximate="tanh"):
    """The Gaussian error linear unit.

    "none":  out = x·Φ(x),  Φ(x) = ½(1 + erf(x/√2))
    "tanh":  out = ½x(1 + tanh(√(2/π)(x + 0.044715x³)))

    x: any shape; approximate: "none" or "tanh".
    Returns out in the shape of x and a cache for the backward pass.

    >>> gelu_forward(np.array([1.0, -1.0]))[0].round(4).tolist()
    [0.8413, -0.1587]
    >>> gelu_forward(np.array([1.0]), "tanh")[0].round(4).tolist()
    [0.8412]
    """
    if approximate == "tanh":
        # mistake approximation-ignored/exact: if approximate == "never":
        # mistake approximation-ignored/tanh: if True:
        # mistake exact-approximate-swapped/both: if approximate != "tanh":
        gate = 0.5 * (1.0 + np.tanh(ROOT * (x + CUBIC * x**3)))
        # mistake root-missing: gate = 0.5 * (1.0 + np.tanh(2.0 / math.pi * (x + CUBIC * x**3)))
        # mistake gelu-constant-missing: gate = 0.5 * (1.0 + np.tanh(x + CUBIC * x**3))
        # mistake cubic-term-missing: gate = 0.5 * (1.0 + np.tanh(ROOT * x))
        # mistake cubic-coefficient-missing: gate = 0.5 * (1.0 + np.tanh(ROOT * (x + x**3)))
        # mistake coefficient-inside-power: gate = 0.5 * (1.0 + np.tanh(ROOT * (x + (CUBIC * x) ** 3)))
        # mistake power-off-by-one: gate = 0.5 * (1.0 + np.tanh(ROOT * (x + CUBIC * x**2)))
        # mistake sigmoid-approximation-used: gate = 0.5 * (1.0 + np.tanh(0.851 * x))
    else:
        gate = 0.5 * (1.0 + _erf(x / math.sqrt(2.0)))
        # mistake root-two-missing: gate = 0.5 * (1.0 + _erf(x))
        # mistake ratio-inverted: gate = 0.5 * (1.0 + _erf(x * math.sqrt(2.0)))
        # mistake density-for-distribution: gate = np.exp(-0.5 * x**2) / math.sqrt(2.0 * math.pi)
        # mistake sigmoid-approximation-used: gate = 0.5 * (1.0 + np.tanh(0.851 * x))
        # mistake half-dropped: gate = 1.0 + _erf(x / math.sqrt(2.0))
        # mistake one-plus-missing: gate = 0.5 * _erf(x / math.sqrt(2.0))
    out = x * gate
    # mistake input-missing: out = gate
    return out, (x, gate, approximate)


def gelu_backward(dout: np.ndarray, cache: tuple) -> np.ndarray:
    """Gradient of GELU, for the form that the forward pass used.

    "none":  out′ = Φ(x) + x·φ(x),  φ(x) = exp(−x²/2) / √(2π)
    "tanh":  out′ = ½(1 + t) + ½x(1 − t²)u′,  u = √(2/π)(x + 0.044715x³),  t = tanh(u)

    dout: upstream gradient in the shape of x; cache: what `gelu_forward` stored. Returns dx.

    >>> _, cache = gelu_forward(np.array([0.0, 1.0]))
    >>> gelu_backward(np.ones(2), cache).round(4).tolist()
    [0.5, 1.0833]
    """
    x, gate, approximate = cache
    if approximate == "tanh":
        # mistake approximation-ignored/exact: if approximate == "never":
        # mistake approximation-ignored/tanh: if True:
        # mistake exact-approximate-swapped/both: if approximate != "tanh":
        # mistake forms-mixed: if approximate == "never":
        # mistake forms-mixed: if True:
        t = 2.0 * gate - 1.0
        du = ROOT * (1.0 + 3.0 * CUBIC * x**2)
        # mistake inner-derivative-missing: du = 1.0
        # mistake power-factor-missing: du = ROOT * (1.0 + CUBIC * x**2)
        # mistake cubic-term-missing: du = ROOT
        # mistake gelu-constant-missing: du = 1.0 + 3.0 * CUBIC * x**2
        # mistake power-off-by-one: du = ROOT * (1.0 + 3.0 * CUBIC * x)
        slope = 0.5 * (1.0 - t**2) * du
        # mistake half-dropped: slope = (1.0 - t**2) * du
        # mistake square-missing: slope = 0.5 * (1.0 - t) * du
        # mistake sigmoid-for-tanh: slope = gate * (1.0 - gate) * du
    else:
        slope = np.exp(-0.5 * x**2) / math.sqrt(2.0 * math.pi)
        # mistake normaliser-missing: slope = np.exp(-0.5 * x**2)
        # mistake half-dropped: slope = np.exp(-(x**2)) / math.sqrt(2.0 * math.pi)
        # mistake root-missing: slope = np.exp(-0.5 * x**2) / (2.0 * math.pi)
        # mistake erf-derivative-unscaled: slope = np.exp(-0.5 * x**2) / math.sqrt(math.pi)
        # mistake sigmoid-rule-for-cdf: slope = gate * (1.0 - gate)
    dx = dout * (gate + x * slope)
    # mistake reshape-missing: dx = (dout * (gate + x * slope)).ravel()
    # mistake product-rule-forgotten: dx = dout * gate
    # mistake product-rule-forgotten: dx = dout * x * slope
    # mistake input-missing: dx = dout * (gate + slope)
    # mistake value-for-derivative: dx = dout * x * gate
    # mistake upstream-missing: dx = gate + x * slope
    # mistake sign-flipped: dx = dout * (gate - x * slope)
    return dx


def silu_forward(x: np.ndarray) -> tuple[np.ndarray, tuple[np.ndarray, np.ndarray]]:
    """The sigmoid linear unit, also called Swish.

    out = x·σ(x),  σ(x) = 1/(1 + exp(−x)) = ½(1 + tanh(x/2))

    x: any shape. Returns out in the shape of x and a cache for the backward pass.

    >>> silu_forward(np.array([0.0, 1.0, -1000.0]))[0].round(4).tolist()
    [0.0, 0.7311, -0.0]
    """
    gate = 0.5 * (1.0 + np.tanh(0.5 * x))
    # mistake exp-overflows: gate = np.exp(x) / (1.0 + np.exp(x))
    # mistake exponent-sign: gate = 0.5 * (1.0 - np.tanh(0.5 * x))
    # mistake sigmoid-half-argument: gate = 0.5 * (1.0 + np.tanh(x))
    # mistake tanh-in-gate: gate = np.tanh(x)
    out = x * gate
    # mistake input-missing: out = gate
    return out, (x, gate)


def silu_backward(dout: np.ndarray, cache: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """Gradient of SiLU.

    out′ = σ + x·σ(1 − σ)

    dout: upstream gradient in the shape of x; cache: what `silu_forward` stored. Returns dx.

    >>> _, cache = silu_forward(np.array([0.0, 1.0]))
    >>> silu_backward(np.ones(2), cache).round(4).tolist()
    [0.5, 0.9277]
    """
    x, gate = cache
    dx = dout * (gate + x * gate * (1.0 - gate))
    # mistake reshape-missing: dx = (dout * (gate + x * gate * (1.0 - gate))).ravel()
    # mistake product-rule-forgotten: dx = dout * gate
    # mistake product-rule-forgotten: dx = dout * x * gate * (1.0 - gate)
    # mistake activation-slope-kept: dx = dout * gate * (1.0 - gate)
    # mistake input-missing: dx = dout * (gate + gate * (1.0 - gate))
    # mistake value-for-derivative: dx = dout * x * gate
    # mistake derivative-incomplete: dx = dout * (gate + x * gate)
    # mistake complement-taken: dx = dout * (gate + x * (1.0 - gate))
    # mistake upstream-missing: dx = gate + x * gate * (1.0 - gate)
    # mistake sign-flipped: dx = dout * (gate - x * gate * (1.0 - gate))
    return dx
