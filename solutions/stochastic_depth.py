"""Stochastic depth per sample (DropPath), forward and backward.

Conventions: p_survive is the probability that a sample keeps its residual branch; what is kept is
divided by it in training, so that test mode adds the branch as it is.
"""

import numpy as np


def stochastic_depth_forward(
    x: np.ndarray, fx: np.ndarray, p_survive: float, train: bool
) -> tuple[np.ndarray, np.ndarray]:
    """Add the residual branch, or leave it out for a sample as a whole.

    out_n = x_n + m_n·fx_n, m_n being 1/p with probability p, else 0; always 1 in test mode

    x: input of the block, any shape with samples first; fx: output of its branch, same shape;
    p_survive: p, above 0 and at most 1; train: whether to drop. Returns out in the shape of x and
    a cache for the backward pass.

    >>> out, _ = stochastic_depth_forward(np.zeros((400, 2)), np.ones((400, 2)), 0.5, True)
    >>> sorted(set(out[:, 0].tolist())), bool((out[:, 0] == out[:, 1]).all())
    ([0.0, 2.0], True)
    >>> stochastic_depth_forward(np.ones((1, 2)), np.array([[3.0, -1.0]]), 0.5, False)[0].tolist()
    [[4.0, 0.0]]
    """
    # One number for each sample: axes of length 1 spread it over all that the sample holds.
    shape = (len(x),) + (1,) * (x.ndim - 1)
    # mistake mask-per-element: shape = x.shape
    # mistake branch-dropped-for-batch: shape = (1,) * x.ndim
    # mistake mask-shared-by-samples: shape = (1, *x.shape[1:])
    if train:
        mask = (np.random.rand(*shape) < p_survive) / p_survive
        # convention branch-scaled-at-test instead of branch-scaled-in-training: mask = (np.random.rand(*shape) < p_survive) * 1.0
        # mistake survival-scale-missing: mask = (np.random.rand(*shape) < p_survive) * 1.0
        # mistake survival-and-drop-swapped: mask = (np.random.rand(*shape) >= p_survive) / (1.0 - p_survive)
        # mistake survival-and-drop-swapped: mask = (np.random.rand(*shape) >= p_survive) / p_survive
        # mistake multiplied-for-divided: mask = (np.random.rand(*shape) < p_survive) * p_survive
        # mistake draws-the-same-each-time: mask = (np.random.RandomState(0).rand(*shape) < p_survive) / p_survive
        # mistake branch-always-kept: mask = np.ones(shape)
    else:
        mask = np.ones(shape)
        # convention branch-scaled-at-test instead of branch-scaled-in-training: mask = np.full(shape, p_survive)
        # mistake branch-scaled-twice: mask = np.full(shape, p_survive)
        # mistake branch-scaled-twice: mask = np.full(shape, 1.0 / p_survive)
        # mistake dropout-at-test: mask = (np.random.rand(*shape) < p_survive) / p_survive
        # mistake branch-missing-at-test: mask = np.zeros(shape)
    out = x + mask * fx
    # mistake identity-dropped: out = mask * (x + fx)
    # mistake identity-missing: out = mask * fx
    # mistake identity-for-branch: out = mask * x + fx
    # mistake identity-only-without-branch: out = np.where(mask > 0, mask * fx, x)
    return out, mask


def stochastic_depth_backward(dout: np.ndarray, cache: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Gradients of the sum: the identity path passes dout on, the branch gets it masked.

    dx = dout,  dfx_n = m_n·dout_n

    dout: upstream gradient ∂L/∂out; cache: what `stochastic_depth_forward` stored. Returns dx, the
    share of the identity path, and dfx, both in the shape of dout.

    >>> _, cache = stochastic_depth_forward(np.ones((1, 2)), np.ones((1, 2)), 0.5, False)
    >>> dx, dfx = stochastic_depth_backward(np.array([[3.0, 5.0]]), cache)
    >>> dx.tolist(), dfx.tolist()
    ([[3.0, 5.0]], [[3.0, 5.0]])
    """
    mask = cache
    dx = dout.copy()
    # mistake identity-gradient-masked: dx = mask * dout
    # mistake skip-gradient-missing: dx = np.zeros_like(dout)
    # mistake branch-gradient-added: dx = dout + mask * dout
    dfx = mask * dout
    # mistake branch-gradient-unmasked: dfx = dout.copy()
    # mistake survival-scale-missing: dfx = (mask > 0) * dout
    # mistake branch-mask-drawn-anew: dfx = np.random.permutation(mask) * dout
    # mistake scale-squared: dfx = mask**2 * dout
    # mistake identity-gradient-in-branch: dfx = (1.0 + mask) * dout
    return dx, dfx
