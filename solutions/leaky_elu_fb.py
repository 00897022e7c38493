"""PReLU (Leaky ReLU with a learnt slope) and ELU, forward and backward.

Conventions: any shape, element by element; alpha is one number for all elements; at exactly 0
the derivative is that of the negative side.
"""

import numpy as np


def prelu_forward(x: np.ndarray, alpha: float) -> tuple[np.ndarray, tuple[np.ndarray, float]]:
    """PReLU: out = x where x > 0, alpha · x elsewhere.

    x: inputs of any shape; alpha: a number. Returns out in the shape of x and a cache.

    >>> out, _ = prelu_forward(np.array([-2.0, 0.0, 3.0]), 0.5)
    >>> out.tolist()
    [-1.0, 0.0, 3.0]
    """
    out = np.where(x > 0, x, alpha * x)
    # mistake leaky-slope-dropped: out = np.where(x > 0, x, 0.0)
    # mistake leaky-sign: out = np.where(x > 0, x, -alpha * x)
    # mistake branches-swapped: out = np.where(x > 0, alpha * x, x)
    # mistake input-missing: out = np.where(x > 0, x, alpha)
    # mistake wrong-default: out = np.where(x > 0, x, 0.01 * x)
    # mistake minimum-for-maximum: out = np.minimum(x, 0.0)
    # mistake activation-missing: out = x
    return out, (x, alpha)


def prelu_backward(
    dout: np.ndarray, cache: tuple[np.ndarray, float]
) -> tuple[np.ndarray, np.floating]:
    """Gradients of PReLU.

    dout: upstream gradient ∂L/∂out, in the shape of x; cache: what `prelu_forward` stored.
    Returns dx in the shape of x and dalpha, a number.

    >>> _, cache = prelu_forward(np.array([-2.0, 0.0, 3.0]), 0.5)
    >>> dx, dalpha = prelu_backward(np.array([4.0, 2.0, 7.0]), cache)
    >>> dx.tolist(), float(dalpha)
    ([2.0, 1.0, 7.0], -8.0)
    """
    x, alpha = cache
    dx = np.where(x > 0, dout, alpha * dout)
    # mistake reshape-missing: dx = np.where(x > 0, dout, alpha * dout).ravel()
    # mistake leaky-slope-dropped: dx = np.where(x > 0, dout, 0.0)
    # mistake leaky-sign: dx = np.where(x > 0, dout, -alpha * dout)
    # mistake branches-swapped: dx = np.where(x > 0, alpha * dout, dout)
    # mistake mask-of-upstream: dx = np.where(dout > 0, dout, alpha * dout)
    # mistake upstream-missing: dx = np.where(x > 0, 1.0, alpha)
    # mistake upstream-missing: dx = np.where(x > 0, dout, alpha)
    # mistake value-for-derivative: dx = dout * np.where(x > 0, x, alpha * x)
    # mistake kink-included: dx = np.where(x >= 0, dout, alpha * dout)
    # mistake activation-slope-missing: dx = dout
    dalpha = np.sum(np.where(x > 0, 0.0, dout * x))
    # mistake sum-missing: dalpha = np.where(x > 0, 0.0, dout * x)
    # mistake sum-axis: dalpha = np.sum(np.where(x > 0, 0.0, dout * x), axis=0)
    # mistake mean-for-sum: dalpha = np.mean(np.where(x > 0, 0.0, dout * x))
    # mistake branches-swapped: dalpha = np.sum(np.where(x > 0, dout * x, 0.0))
    # mistake slope-gradient-unmasked: dalpha = np.sum(dout * x)
    # mistake input-missing: dalpha = np.sum(np.where(x > 0, 0.0, dout))
    # mistake upstream-missing: dalpha = np.sum(np.where(x > 0, 0.0, x))
    # mistake alpha-doubled: dalpha = np.sum(np.where(x > 0, 0.0, dout * alpha * x))
    return dx, dalpha


def elu_forward(
    x: np.ndarray, alpha: float = 1.0
) -> tuple[np.ndarray, tuple[np.ndarray, np.ndarray, float]]:
    """ELU: out = x where x > 0, alpha · (e^x − 1) elsewhere.

    x: inputs of any shape; alpha: a number. Returns out in the shape of x and a cache.

    >>> out, _ = elu_forward(np.array([-1000.0, 0.0, 3.0]), 2.0)
    >>> out.tolist()
    [-2.0, 0.0, 3.0]
    """
    # np.where evaluates both branches: the minimum keeps large inputs out of the exponential.
    out = np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0.0)))
    # mistake minus-one-dropped: out = np.where(x > 0, x, alpha * np.exp(np.minimum(x, 0.0)))
    # mistake alpha-dropped: out = np.where(x > 0, x, np.expm1(np.minimum(x, 0.0)))
    # mistake branches-swapped: out = np.where(x > 0, alpha * np.expm1(x), x)
    # mistake minus-one-outside: out = np.where(x > 0, x, alpha * np.exp(np.minimum(x, 0.0)) - 1.0)
    # mistake exponent-sign: out = np.where(x > 0, x, alpha * (np.exp(-x) - 1.0))
    # mistake leaky-sign: out = np.where(x > 0, x, -alpha * np.expm1(np.minimum(x, 0.0)))
    # mistake leaky-slope-dropped: out = np.where(x > 0, x, 0.0)
    # mistake other-activation: out = np.where(x > 0, x, alpha * x)
    return out, (x, out, alpha)


def elu_backward(dout: np.ndarray, cache: tuple[np.ndarray, np.ndarray, float]) -> np.ndarray:
    """Gradient of ELU.

    dout: upstream gradient ∂L/∂out, in the shape of x; cache: what `elu_forward` stored.
    Returns dx = ∂L/∂x, in the shape of x.

    >>> _, cache = elu_forward(np.array([-1000.0, 0.0, 3.0]), 2.0)
    >>> elu_backward(np.array([4.0, 1.0, 7.0]), cache).tolist()
    [0.0, 2.0, 7.0]
    """
    x, out, alpha = cache
    dx = np.where(x > 0, dout, dout * (out + alpha))
    # mistake reshape-missing: dx = np.where(x > 0, dout, dout * (out + alpha)).ravel()
    # mistake elu-offset-missing: dx = np.where(x > 0, dout, dout * out)
    # mistake minus-one-kept: dx = np.where(x > 0, dout, dout * (out + alpha - 1.0))
    # mistake alpha-dropped: dx = np.where(x > 0, dout, dout * (out + 1.0))
    # mistake alpha-dropped: dx = np.where(x > 0, dout, dout * (out + alpha) / alpha)
    # mistake branches-swapped: dx = np.where(x > 0, dout * (out + alpha), dout)
    # mistake mask-of-upstream: dx = np.where(dout > 0, dout, dout * (out + alpha))
    # mistake upstream-missing: dx = np.where(x > 0, 1.0, out + alpha)
    # mistake derivative-at-output: dx = np.where(x > 0, dout, dout * alpha * np.exp(out))
    # mistake leaky-slope-dropped: dx = np.where(x > 0, dout, 0.0)
    # mistake kink-included: dx = np.where(x >= 0, dout, dout * (out + alpha))
    # mistake activation-slope-missing: dx = dout
    return dx
