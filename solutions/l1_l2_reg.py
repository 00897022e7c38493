"""L1 and L2 penalty of weights (elastic net): value and gradient.

Conventions: the L2 part is ½·l2·ΣW², whose gradient is l2·W; the subgradient of |w| at 0 is 0.
"""

import numpy as np


def l1_l2_penalty(W: np.ndarray, l1: float, l2: float) -> tuple[float, np.ndarray]:
    """Penalty of the weights, and its gradient.

    R = l1 · Σ |W| + ½ · l2 · Σ W²

    W: weights (D, M); l1, l2: numbers ≥ 0. Returns the penalty (a number) and dW (D, M).

    >>> loss, dW = l1_l2_penalty(np.array([[2.0, 0.0, -1.0]]), l1=0.5, l2=1.0)
    >>> float(loss), dW.tolist()
    (4.0, [[2.5, 0.0, -1.5]])
    """
    loss = l1 * np.sum(np.abs(W)) + 0.5 * l2 * np.sum(W**2)
    # convention l2-full instead of l2-half: loss = l1 * np.sum(np.abs(W)) + l2 * np.sum(W**2)
    # mistake half-dropped: loss = l1 * np.sum(np.abs(W)) + l2 * np.sum(W**2)
    # mistake coefficients-swapped/both: loss = l2 * np.sum(np.abs(W)) + 0.5 * l1 * np.sum(W**2)
    # mistake root-taken: loss = l1 * np.sum(np.abs(W)) + 0.5 * l2 * np.sqrt(np.sum(W**2))
    # mistake abs-missing: loss = l1 * np.sum(W) + 0.5 * l2 * np.sum(W**2)
    # mistake penalty-averaged: loss = l1 * np.mean(np.abs(W)) + 0.5 * l2 * np.mean(W**2)
    # mistake first-term-missing: loss = 0.5 * l2 * np.sum(W**2)
    # mistake second-term-missing: loss = l1 * np.sum(np.abs(W))
    # mistake penalty-rate-missing: loss = np.sum(np.abs(W)) + 0.5 * np.sum(W**2)
    # mistake half-on-both: loss = 0.5 * (l1 * np.sum(np.abs(W)) + l2 * np.sum(W**2))
    # np.sign(0) is 0: a weight that is exactly 0 stays there.
    dW = l1 * np.sign(W) + l2 * W
    # convention l2-full instead of l2-half: dW = l1 * np.sign(W) + 2.0 * l2 * W
    # mistake factor-two-added: dW = l1 * np.sign(W) + 2.0 * l2 * W
    # mistake half-kept: dW = l1 * np.sign(W) + 0.5 * l2 * W
    # mistake coefficients-swapped/both: dW = l2 * np.sign(W) + l1 * W
    # mistake kink-included: dW = l1 * np.where(W >= 0, 1.0, -1.0) + l2 * W
    # mistake kink-included: dW = l1 * np.where(W > 0, 1.0, -1.0) + l2 * W
    # mistake sign-missing: dW = l1 + l2 * W
    # mistake value-for-derivative: dW = l1 * np.abs(W) + l2 * W
    # mistake first-term-missing: dW = l2 * W
    # mistake second-term-missing: dW = l1 * np.sign(W)
    # mistake penalty-rate-missing: dW = np.sign(W) + W
    # mistake penalty-averaged: dW = (l1 * np.sign(W) + l2 * W) / W.size
    # mistake penalty-weight-missing: dW = l1 * np.sign(W) + l2
    # mistake sign-flipped: dW = -(l1 * np.sign(W) + l2 * W)
    return loss, dW
