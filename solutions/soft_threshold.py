"""Soft thresholding, the proximal operator of the L1 norm, and a step of ISTA with it.

Conventions: the quadratic of the proximal problem carries a factor ½; the penalty is λ‖w‖₁.
"""

import numpy as np


def prox_l1(v: np.ndarray, t: float) -> np.ndarray:
    """The proximal operator of t·‖·‖₁: entries shrink by t, down to zero at most.

    argmin_w ½‖w − v‖² + t·‖w‖₁ = sign(v)·max(|v| − t, 0)

    v: any shape; t: the threshold, a number ≥ 0. Returns an array in the shape of v.

    >>> prox_l1(np.array([3.0, -0.5, -2.0]), 1.0).tolist()
    [2.0, -0.0, -1.0]
    """
    w = np.sign(v) * np.maximum(np.abs(v) - t, 0.0)
    # mistake dead-zone-missing: w = v - t * np.sign(v)
    # mistake hard-threshold-taken: w = np.where(np.abs(v) > t, v, 0.0)
    # mistake clipped-not-shrunk: w = np.clip(v, -t, t)
    # mistake sign-missing: w = np.maximum(np.abs(v) - t, 0.0)
    # mistake positive-side-only: w = np.maximum(v - t, 0.0)
    # mistake both-sides-lowered: w = np.where(np.abs(v) > t, v - t, 0.0)
    # mistake threshold-added: w = np.where(np.abs(v) > t, v + t * np.sign(v), 0.0)
    # mistake l2-shrinkage: w = v / (1.0 + t)
    # mistake quadratic-without-half: w = np.sign(v) * np.maximum(np.abs(v) - 0.5 * t, 0.0)
    # mistake dead-zone-inverted: w = np.where(np.abs(v) < t, v - t * np.sign(v), 0.0)
    # mistake small-entries-kept: w = np.where(np.abs(v) > t, v - t * np.sign(v), v)
    return w


def ista_step(w: np.ndarray, dw: np.ndarray, lr: float, lam: float) -> np.ndarray:
    """One step of proximal gradient on f(w) + λ‖w‖₁.

    w ← prox of lr·λ‖·‖₁ at w − lr·∇f(w)

    w: weights of any shape; dw: ∇f(w), the gradient of the smooth part, in the same shape;
    lr: the step size; lam: λ. Returns the new weights.

    >>> ista_step(np.array([1.0, 0.1]), np.array([2.0, 1.0]), 0.1, 1.0).round(4).tolist()
    [0.7, 0.0]
    """
    next_w = prox_l1(w - lr * dw, lr * lam)
    # mistake rate-missing-in-threshold: next_w = prox_l1(w - lr * dw, lam)
    # mistake lambda-missing-in-threshold: next_w = prox_l1(w - lr * dw, lr)
    # mistake subgradient-step: next_w = w - lr * (dw + lam * np.sign(w))
    # mistake prox-before-gradient: next_w = prox_l1(w, lr * lam) - lr * dw
    # mistake sign-flipped: next_w = prox_l1(w + lr * dw, lr * lam)
    # mistake learning-rate-missing: next_w = prox_l1(w - dw, lr * lam)
    # mistake gradient-not-used: next_w = prox_l1(w, lr * lam)
    # mistake penalty-left-out: next_w = w - lr * dw
    # mistake prox-of-gradient: next_w = w - lr * prox_l1(dw, lam)
    # mistake threshold-over-rate: next_w = prox_l1(w - lr * dw, lam / lr)
    # mistake decay-for-shrinkage: next_w = (w - lr * dw) * (1.0 - lr * lam)
    return next_w
