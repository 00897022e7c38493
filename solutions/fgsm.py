"""Adversarial examples: the fast gradient sign method and a step of projected gradient descent.

Conventions: the attack is untargeted, so it goes up the loss; perturbations are bounded in the
maximum norm, ‖x' − x‖_∞ ≤ ε; pixels stay in [lo, hi].
"""

import numpy as np


def fgsm(
    x: np.ndarray, grad: np.ndarray, eps: float, lo: float = 0.0, hi: float = 1.0
) -> np.ndarray:
    """One step of length ε, in each pixel, up the loss.

    x' = clip(x + ε·sign(∂L/∂x), lo, hi)

    x: images of any shape; grad: ∂L/∂x in the same shape; eps: ε. Returns x' in the shape of x.

    >>> fgsm(np.array([0.5, 0.5, 0.95]), np.array([-3.0, 0.0, 0.01]), 0.25).tolist()
    [0.25, 0.5, 1.0]
    """
    # Of all perturbations with |δ_i| ≤ ε, ε·sign(grad) raises the linearised loss the most.
    step = eps * np.sign(grad)
    # mistake loss-descended: step = -eps * np.sign(grad)
    # mistake gradient-sign-not-taken: step = eps * grad
    # mistake l2-step-for-sign: step = eps * grad / np.sqrt(np.sum(grad**2))
    # mistake l2-step-for-sign: step = eps * grad / np.sqrt(np.sum(grad**2, axis=tuple(range(1, grad.ndim)), keepdims=True))
    # mistake divided-by-largest: step = eps * grad / np.max(np.abs(grad))
    # mistake zero-gradient-moved: step = eps * np.where(grad >= 0, 1.0, -1.0)
    # mistake zero-gradient-moved: step = eps * np.where(grad > 0, 1.0, -1.0)
    # mistake sign-of-image: step = eps * np.sign(x)
    # mistake eps-in-pixels: step = eps / 255.0 * np.sign(grad)
    # mistake whole-range-step: step = eps * (hi - lo) * np.sign(grad)
    adversarial = np.clip(x + step, lo, hi)
    # mistake range-not-clipped: adversarial = x + step
    # mistake range-fixed: adversarial = np.clip(x + step, 0.0, 1.0)
    # mistake clipped-on-one-side: adversarial = np.minimum(x + step, hi)
    # mistake clipped-on-one-side: adversarial = np.maximum(x + step, lo)
    # mistake perturbation-clipped: adversarial = x + np.clip(step, lo, hi)
    # mistake perturbation-returned: adversarial = step
    return adversarial


def pgd_step(
    x_adv: np.ndarray,
    x: np.ndarray,
    grad: np.ndarray,
    alpha: float,
    eps: float,
    lo: float = 0.0,
    hi: float = 1.0,
) -> np.ndarray:
    """One step of projected gradient descent: up the loss by α, then back into the ball around x.

    x'' = clip(x + clip(x' + α·sign(∂L/∂x') − x, −ε, ε), lo, hi)

    x_adv: the images x' so far; x: the original images; grad: ∂L/∂x' at x_adv; alpha: α, the length
    of the step; eps: ε, how far a pixel may be from the original. Returns x'' in the shape of x.

    >>> x = np.array([0.5, 0.5, 0.1])
    >>> pgd_step(x + 0.125, x, np.array([1.0, -1.0, 1.0]), 0.25, 0.25).round(4).tolist()
    [0.75, 0.375, 0.35]
    """
    stepped = x_adv + alpha * np.sign(grad)
    # mistake loss-descended: stepped = x_adv - alpha * np.sign(grad)
    # mistake gradient-sign-not-taken: stepped = x_adv + alpha * grad
    # mistake l2-step-for-sign: stepped = x_adv + alpha * grad / np.sqrt(np.sum(grad**2))
    # mistake ball-radius-as-step: stepped = x_adv + eps * np.sign(grad)
    # mistake restarted-from-original: stepped = x + alpha * np.sign(grad)
    # mistake zero-gradient-moved: stepped = x_adv + alpha * np.where(grad >= 0, 1.0, -1.0)
    delta = np.clip(stepped - x, -eps, eps)
    # mistake ball-not-enforced: delta = stepped - x
    # mistake ball-of-step-size: delta = np.clip(stepped - x, -alpha, alpha)
    # mistake ball-on-one-side: delta = np.minimum(stepped - x, eps)
    # mistake l2-ball-for-box: delta = (stepped - x) * np.minimum(1.0, eps / np.maximum(np.sqrt(np.sum((stepped - x) ** 2)), 1e-12))
    # mistake projected-before-step: delta = np.clip(x_adv - x, -eps, eps) + stepped - x_adv
    moved = np.clip(x + delta, lo, hi)
    # mistake range-not-clipped: moved = x + delta
    # mistake range-fixed: moved = np.clip(x + delta, 0.0, 1.0)
    # mistake perturbation-returned: moved = delta
    # mistake ball-around-iterate: moved = np.clip(x_adv + delta, lo, hi)
    return moved
