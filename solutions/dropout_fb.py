"""Inverted dropout, forward and backward.

Conventions: p is the probability to keep an entry; what is kept is divided by p in training, so
that test mode passes its input on unchanged.
"""

import numpy as np

Cache = np.ndarray | float


def dropout_forward(x: np.ndarray, dropout_param: dict) -> tuple[np.ndarray, Cache]:
    """Keep every entry with probability p and divide it by p, or set it to zero.

    out = x ⊙ m, where every entry of m is 1/p with probability p, else 0; in test mode out = x

    x: inputs of any shape; dropout_param: a dictionary with "p", the probability to keep an entry,
    and "mode", "train" or "test".
    Returns out in the shape of x and a cache for the backward pass.

    >>> out, _ = dropout_forward(np.ones(1000), {"p": 0.5, "mode": "train"})
    >>> sorted(set(out.tolist())), bool(abs(out.mean() - 1.0) < 0.3)
    ([0.0, 2.0], True)
    >>> dropout_forward(np.array([1.0, -2.0]), {"p": 0.5, "mode": "test"})[0].tolist()
    [1.0, -2.0]
    """
    p = dropout_param["p"]
    # convention dropout-drop instead of dropout-keep: p = 1.0 - dropout_param["p"]
    # mistake keep-and-drop-swapped: p = 1.0 - dropout_param["p"]
    if dropout_param["mode"] == "train":
        mask = (np.random.rand(*x.shape) < p) / p
        # mistake dropout-scale-missing: mask = (np.random.rand(*x.shape) < p) / 1.0
        # mistake keep-and-drop-swapped: mask = (np.random.rand(*x.shape) > p) / p
        # mistake multiplied-for-divided: mask = (np.random.rand(*x.shape) < p) * p
        # mistake mask-shared-by-batch: mask = (np.random.rand(*x.shape[1:]) < p) / p * np.ones(x.shape)
        # mistake mask-per-sample: mask = (np.random.rand(len(x), *[1] * (x.ndim - 1)) < p) / p * np.ones(x.shape)
        # mistake mask-the-same-each-time: mask = (np.random.RandomState(0).rand(*x.shape) < p) / p
        # mistake normal-for-uniform: mask = (np.random.randn(*x.shape) < p) / p
        # mistake mask-not-binary: mask = np.random.rand(*x.shape) / p
    else:
        mask = 1.0
        # mistake dropout-scaled-at-test: mask = p
        # mistake dropout-at-test: mask = (np.random.rand(*x.shape) < p) / p
        # mistake dropout-scaled-at-test: mask = 1.0 / p
    out = x * mask
    return out, mask


def dropout_backward(dout: np.ndarray, cache: Cache) -> np.ndarray:
    """Gradient of dropout: the mask of the forward pass, its scale included, once more.

    dout: upstream gradient ∂L/∂out; cache: what `dropout_forward` stored. Returns dx = ∂L/∂x, in
    the shape of dout.

    >>> out, cache = dropout_forward(np.ones(100), {"p": 0.5, "mode": "train"})
    >>> bool((dropout_backward(np.ones(100), cache) == out).all())
    True
    """
    mask = cache
    dx = dout * mask
    # mistake mask-missing-in-backward: dx = dout
    # mistake dropout-scale-missing: dx = dout * (mask > 0)
    # mistake mask-drawn-anew: dx = dout * np.random.permutation(np.ravel(mask * np.ones(dout.shape))).reshape(dout.shape)
    # mistake scale-squared: dx = dout * mask**2
    return dx
