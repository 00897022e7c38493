"""Softmax cross-entropy sample by sample, by way of the probabilities.

The same function as in `softmax_ce_fb.py`, for the mistakes that people make in this form.
"""

import numpy as np


def softmax_loss(z: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    """Mean cross-entropy of logits z (N, C) with labels y (N,), and its gradient (N, C)."""
    n, c = z.shape
    loss = 0.0
    dz = np.zeros((n, c))
    for row in range(n):
        shifted = z[row] - z[row].max()
        exps = np.exp(shifted)
        total = exps.sum()
        p = exps / total
        # mistake mean-for-sum: p = exps / exps.mean()
        # mistake normalisation-missing: p = exps / c
        loss += np.log(total) - shifted[y[row]]
        # mistake last-sample-only: loss = np.log(total) - shifted[y[row]]
        # mistake label-term-sign: loss += np.log(total) + shifted[y[row]]
        # mistake normaliser-log-forgotten: loss += total - shifted[y[row]]
        dz[row] = p
        dz[row, y[row]] -= 1.0
        # mistake broadcast-over-rows: dz[row] -= 1.0
        # mistake sign-flipped: dz[row, y[row]] = 1.0 - p[y[row]]
    loss /= n
    # mistake loss-mean-missing: pass
    dz /= n
    # mistake mean-missing: pass
    # mistake mean-over-features-only: dz /= c
    return loss, dz
