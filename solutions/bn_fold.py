"""Folding the BatchNorm of inference into the convolution before it.

Conventions: kernels w (F, C, HH, WW), one number of BatchNorm for each output channel; eps stands
inside the root.
"""

import numpy as np


def fold_batchnorm(
    w: np.ndarray,
    b: np.ndarray | None,
    gamma: np.ndarray,
    beta: np.ndarray,
    running_mean: np.ndarray,
    running_var: np.ndarray,
    eps: float = 1e-5,
) -> tuple[np.ndarray, np.ndarray]:
    """Parameters of one convolution that does the work of a convolution and BatchNorm.

    s = γ / √(σ² + ε),  w_folded[f] = s[f]·w[f],  b_folded = s·(b − μ) + β

    w: kernels (F, C, HH, WW); b: biases (F,), or None for none; gamma, beta, running_mean μ and
    running_var σ²: (F,). Returns w_folded (F, C, HH, WW) and b_folded (F,), new arrays.

    >>> two, four = np.array([2.0]), np.array([4.0])
    >>> w, b = fold_batchnorm(np.ones((1, 1, 1, 1)), np.array([5.0]), two, np.ones(1), two, four, 0.0)
    >>> w.tolist(), b.tolist()
    ([[[[1.0]]]], [4.0])
    """
    scale = gamma / np.sqrt(running_var + eps)
    # mistake eps-outside-root: scale = gamma / (np.sqrt(running_var) + eps)
    # mistake root-missing: scale = gamma / (running_var + eps)
    # mistake gamma-missing: scale = 1.0 / np.sqrt(running_var + eps)
    # mistake eps-missing: scale = gamma / np.sqrt(running_var)
    # mistake multiplied-for-divided: scale = gamma * np.sqrt(running_var + eps)
    # mistake std-missing: scale = gamma
    w_folded = w * scale[:, None, None, None]
    # mistake fold-along-inputs: w_folded = w * scale[None, :, None, None]
    # mistake fold-along-inputs: w_folded = w * scale
    # mistake kernel-not-scaled: w_folded = w.copy()
    # mistake mean-subtracted-from-kernel: w_folded = (w - running_mean[:, None, None, None]) * scale[:, None, None, None]
    # mistake multiplied-for-divided: w_folded = w / scale[:, None, None, None]
    # mistake beta-added-to-kernel: w_folded = w * scale[:, None, None, None] + beta[:, None, None, None]
    bias = 0.0 if b is None else b
    b_folded = (bias - running_mean) * scale + beta
    # mistake old-bias-unscaled: b_folded = bias - running_mean * scale + beta
    # mistake old-bias-dropped: b_folded = beta - running_mean * scale
    # mistake shift-unscaled: b_folded = bias * scale - running_mean + beta
    # mistake mean-not-subtracted: b_folded = bias * scale + beta
    # mistake beta-missing: b_folded = (bias - running_mean) * scale
    # mistake sign-flipped: b_folded = (bias + running_mean) * scale + beta
    # mistake beta-scaled: b_folded = (bias - running_mean + beta) * scale
    # mistake bias-not-folded: b_folded = bias + np.zeros(len(w))
    # mistake sign-flipped: b_folded = (running_mean - bias) * scale + beta
    # mistake mean-dropped-without-bias: b_folded = beta + (0.0 if b is None else (b - running_mean) * scale)
    return w_folded, b_folded
