"""The sampling side of DDPM: the posterior of a step, and the step itself.

Conventions: images (N, C, H, W); one step t for the whole batch, counted from 0; α = 1 − β, ᾱ is
the running product of α, and ᾱ before the first step is 1; the variance of a step is β̃.
"""

import numpy as np


def _levels(t: int, betas: np.ndarray) -> tuple[float, float, float]:
    alphabar = np.cumprod(1.0 - betas)
    # mistake alpha-for-alphabar: alphabar = 1.0 - betas
    # mistake complement-missing: alphabar = np.cumprod(betas)
    # mistake sum-for-product: alphabar = 1.0 - np.cumsum(betas)
    before = alphabar[t - 1] if t > 0 else 1.0
    # mistake index-wraps-around: before = alphabar[t - 1]
    # mistake schedule-shifted: before = alphabar[min(t + 1, len(betas) - 1)]
    # mistake previous-level-is-current: before = alphabar[t]
    return 1.0 - betas[t], alphabar[t], before


def predict_x0(xt: np.ndarray, eps_pred: np.ndarray, t: int, betas: np.ndarray) -> np.ndarray:
    """The clean image that x_t and its noise stand for: x0 = (x_t − √(1 − ᾱ_t)·ε) / √ᾱ_t.

    xt, eps_pred: (N, C, H, W); t: the step; betas: (T,). Returns x0 (N, C, H, W).

    >>> xt, eps = np.full((1, 1, 1, 1), 8.6), np.full((1, 1, 1, 1), 1.0)
    >>> round(float(predict_x0(xt, eps, 0, np.array([0.36, 0.5]))[0, 0, 0, 0]), 4)
    10.0
    """
    _, alphabar, _ = _levels(t, betas)
    return (xt - np.sqrt(1.0 - alphabar) * eps_pred) / np.sqrt(alphabar)
    # mistake sign-flipped: return (xt + np.sqrt(1.0 - alphabar) * eps_pred) / np.sqrt(alphabar)
    # mistake root-missing: return (xt - (1.0 - alphabar) * eps_pred) / alphabar
    # mistake root-missing: return (xt - np.sqrt(1.0 - alphabar) * eps_pred) / alphabar
    # mistake multiplied-for-divided: return (xt - np.sqrt(1.0 - alphabar) * eps_pred) * np.sqrt(alphabar)
    # mistake signal-not-scaled: return xt - np.sqrt(1.0 - alphabar) * eps_pred
    # mistake noise-not-scaled: return (xt - eps_pred) / np.sqrt(alphabar)
    # mistake bracket-misplaced: return xt - np.sqrt(1.0 - alphabar) * eps_pred / np.sqrt(alphabar)


def q_posterior(
    x0: np.ndarray, xt: np.ndarray, t: int, betas: np.ndarray
) -> tuple[np.ndarray, float]:
    """Mean and variance of q(x_{t−1} | x_t, x0), the product of two Gaussians.

    mean = √ᾱ_{t−1}·β_t/(1 − ᾱ_t)·x0 + √α_t·(1 − ᾱ_{t−1})/(1 − ᾱ_t)·x_t
    variance = β_t·(1 − ᾱ_{t−1})/(1 − ᾱ_t), which is β̃_t

    x0, xt: (N, C, H, W); t: the step; betas: (T,). Returns the mean (N, C, H, W) and a number.

    >>> mean, variance = q_posterior(np.ones((1, 1, 1, 1)), np.ones((1, 1, 1, 1)), 0, np.array([0.5]))
    >>> mean.item(), float(variance)
    (1.0, 0.0)
    """
    alpha, alphabar, before = _levels(t, betas)
    from_x0 = np.sqrt(before) * betas[t] / (1.0 - alphabar)
    # mistake root-missing: from_x0 = before * betas[t] / (1.0 - alphabar)
    # mistake previous-level-is-current: from_x0 = np.sqrt(alphabar) * betas[t] / (1.0 - alphabar)
    # mistake root-taken: from_x0 = np.sqrt(before) * betas[t] / np.sqrt(1.0 - alphabar)
    from_xt = np.sqrt(alpha) * (1.0 - before) / (1.0 - alphabar)
    # mistake root-missing: from_xt = alpha * (1.0 - before) / (1.0 - alphabar)
    # mistake alphabar-for-alpha: from_xt = np.sqrt(alphabar) * (1.0 - before) / (1.0 - alphabar)
    # mistake root-taken: from_xt = np.sqrt(alpha) * (1.0 - before) / np.sqrt(1.0 - alphabar)
    variance = betas[t] * (1.0 - before) / (1.0 - alphabar)
    # mistake root-taken: variance = np.sqrt(betas[t] * (1.0 - before) / (1.0 - alphabar))
    # mistake ratio-inverted: variance = betas[t] * (1.0 - alphabar) / (1.0 - before) if t > 0 else 0.0
    # convention ddpm-variance-beta instead of ddpm-variance-posterior: variance = betas[t]
    return from_x0 * x0 + from_xt * xt, variance
    # mistake coefficients-swapped: return from_xt * x0 + from_x0 * xt, variance


def p_sample(
    xt: np.ndarray, eps_pred: np.ndarray, t: int, betas: np.ndarray, z: np.ndarray
) -> np.ndarray:
    """One step of sampling: the mean that the predicted noise gives, and fresh noise.

    x_{t−1} = (x_t − β_t/√(1 − ᾱ_t)·ε_θ)/√α_t + √β̃_t·z,  without noise for t = 0

    xt, eps_pred, z: (N, C, H, W); z is standard normal; t: the step; betas: (T,).
    Returns x_{t−1} (N, C, H, W).

    >>> xt, one = np.full((1, 1, 1, 1), 8.6), np.full((1, 1, 1, 1), 1.0)
    >>> round(float(p_sample(xt, one, 0, np.array([0.36, 0.5]), one)[0, 0, 0, 0]), 4)
    10.0
    """
    alpha, alphabar, before = _levels(t, betas)
    mean = (xt - betas[t] / np.sqrt(1.0 - alphabar) * eps_pred) / np.sqrt(alpha)
    # mistake alphabar-for-alpha: mean = (xt - betas[t] / np.sqrt(1.0 - alphabar) * eps_pred) / np.sqrt(alphabar)
    # mistake x0-for-previous: mean = (xt - np.sqrt(1.0 - alphabar) * eps_pred) / np.sqrt(alphabar)
    # mistake root-missing: mean = (xt - betas[t] / (1.0 - alphabar) * eps_pred) / np.sqrt(alpha)
    # mistake root-missing: mean = (xt - betas[t] / np.sqrt(1.0 - alphabar) * eps_pred) / alpha
    # mistake sign-flipped: mean = (xt + betas[t] / np.sqrt(1.0 - alphabar) * eps_pred) / np.sqrt(alpha)
    # mistake root-taken: mean = (xt - np.sqrt(betas[t]) / np.sqrt(1.0 - alphabar) * eps_pred) / np.sqrt(alpha)
    # mistake noise-coefficient-of-one-step: mean = (xt - np.sqrt(betas[t]) * eps_pred) / np.sqrt(alpha)
    # mistake signal-not-scaled: mean = xt - betas[t] / np.sqrt(1.0 - alphabar) * eps_pred
    # mistake noise-level-not-divided: mean = (xt - betas[t] * eps_pred) / np.sqrt(alpha)
    if t == 0:
        # mistake noise-in-last-step/all: if t < 0:
        # mistake noise-stops-early: if t <= 1:
        return mean
        # mistake noise-in-last-step/last: return mean + np.sqrt(betas[t]) * z
    variance = betas[t] * (1.0 - before) / (1.0 - alphabar)
    # mistake noise-in-last-step/all: variance = betas[t]
    # convention ddpm-variance-beta instead of ddpm-variance-posterior: variance = betas[t]
    return mean + np.sqrt(variance) * z
    # mistake variance-for-deviation: return mean + variance * z
    # mistake noise-missing: return mean
    # mistake noise-not-scaled: return mean + z
    # mistake sign-flipped: return mean - np.sqrt(variance) * z
