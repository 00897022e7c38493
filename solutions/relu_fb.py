"""ReLU, forward and backward.

Conventions: any shape, element by element; the derivative at exactly 0 is 0.
"""

import numpy as np


def relu_forward(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """ReLU: out = max(x, 0), element by element.

    x: inputs of any shape. Returns out in the shape of x and a cache for the backward pass.

    >>> out, _ = relu_forward(np.array([-2.0, 0.0, 3.0]))
    >>> out.tolist()
    [0.0, 0.0, 3.0]
    """
    out = np.maximum(x, 0.0)
    # mistake leak-added: out = np.maximum(x, 0.01 * x)
    # mistake step-instead-of-relu: out = np.where(x > 0, 1.0, 0.0)
    # mistake minimum-for-maximum: out = np.minimum(x, 0.0)
    # mistake other-activation: out = np.abs(x)
    # mistake other-activation: out = np.tanh(x)
    # mistake other-activation: out = 1.0 / (1.0 + np.exp(-x))
    # mistake other-activation: out = np.log1p(np.exp(x))
    # mistake activation-clipped: out = np.clip(x, 0.0, 1.0)
    # mistake kink-elsewhere: out = np.maximum(x, 1.0)
    # mistake activation-missing: out = x
    # mistake leak-added: out = np.maximum(x, 0.1 * x)
    # mistake negative-part-kept: out = np.maximum(-x, 0.0)
    # mistake maximum-along-axis: out = np.max(x, axis=0)
    # mistake loop-one-short:
    #     out = np.maximum(x, 0.0)
    #     out.flat[-1] = 0.0
    # mistake loop-one-short:
    #     out = np.maximum(x, 0.0)
    #     out.flat[0] = 0.0
    return out, x


def relu_backward(dout: np.ndarray, cache: np.ndarray) -> np.ndarray:
    """Gradient of ReLU.

    dout: upstream gradient ∂L/∂out, in the shape of x; cache: what `relu_forward` stored.
    Returns dx = ∂L/∂x, in the shape of x.

    >>> _, cache = relu_forward(np.array([-2.0, 0.0, 3.0]))
    >>> relu_backward(np.array([5.0, 6.0, -7.0]), cache).tolist()
    [0.0, 0.0, -7.0]
    """
    x = cache
    dx = np.where(x > 0, dout, 0.0)
    # mistake mask-of-upstream: dx = np.where(dout > 0, dout, 0.0)
    # mistake mask-missing: dx = dout
    # mistake reshape-missing: dx = np.where(x > 0, dout, 0.0).ravel()
    # mistake value-for-derivative: dx = dout * x
    # mistake upstream-missing: dx = np.where(x > 0, 1.0, 0.0)
    # mistake kink-included: dx = np.where(x >= 0, dout, 0.0)
    # mistake mask-inverted: dx = np.where(x > 0, 0.0, dout)
    # mistake value-for-derivative: dx = dout * np.maximum(x, 0.0)
    # mistake sign-flipped: dx = -np.where(x > 0, dout, 0.0)
    # mistake leak-added: dx = np.where(x > 0, dout, 0.01 * dout)
    # mistake kink-elsewhere: dx = np.where(x > 1, dout, 0.0)
    # mistake sum-for-product: dx = dout + (x > 0)
    # mistake upstream-rectified: dx = np.where((x > 0) & (dout > 0), dout, 0.0)
    # mistake kink-half: dx = np.where(x > 0, dout, np.where(x == 0, 0.5 * dout, 0.0))
    # mistake loop-one-short:
    #     dx = np.where(x > 0, dout, 0.0)
    #     dx.flat[-1] = 0.0
    # mistake loop-one-short:
    #     dx = np.where(x > 0, dout, 0.0)
    #     dx.flat[0] = 0.0
    return dx
