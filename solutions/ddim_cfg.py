"""Diffusion sampling with DDIM, and classifier-free guidance.

Conventions: images (N, C, H, W); steps count from 0, and ᾱ before step 0 is 1; guidance starts
from the unconditional prediction, so that w = 1 is the conditional one.
"""

import numpy as np


def cfg(eps_c: np.ndarray, eps_u: np.ndarray, w: float) -> np.ndarray:
    """Classifier-free guidance: ε_u + w · (ε_c − ε_u).

    eps_c, eps_u: the conditional and the unconditional prediction (N, C, H, W); w: the scale.
    Returns the guided prediction (N, C, H, W).

    >>> cfg(np.array([3.0]), np.array([1.0]), 2.0).tolist()
    [5.0]
    """
    return eps_u + w * (eps_c - eps_u)
    # convention cfg-one-plus instead of cfg-from-unconditional: return (1.0 + w) * eps_c - w * eps_u
    # mistake predictions-exchanged: return eps_c + w * (eps_u - eps_c)
    # mistake sign-flipped: return eps_u - w * (eps_c - eps_u)
    # mistake guidance-base-missing: return w * (eps_c - eps_u)
    # mistake guidance-adds: return eps_u + w * eps_c
    # mistake guidance-adds: return eps_u + w * (eps_c + eps_u)
    # mistake complement-missing: return w * eps_c - eps_u


def ddim_step(
    xt: np.ndarray,
    eps: np.ndarray,
    t: int,
    s: int,
    betas: np.ndarray,
    eta: float,
    z: np.ndarray,
) -> np.ndarray:
    """From step t straight to step s < t.

    x0 = (x_t − √(1 − ᾱ_t)·ε) / √ᾱ_t,  σ = eta·√((1 − ᾱ_s)/(1 − ᾱ_t))·√(1 − ᾱ_t/ᾱ_s)
    x_s = √ᾱ_s·x0 + √(1 − ᾱ_s − σ²)·ε + σ·z

    xt, eps, z: (N, C, H, W); s = −1 is the clean image, with ᾱ = 1; betas: (T,);
    eta: 0 for the deterministic sampler, 1 for as much noise as DDPM. Returns x_s (N, C, H, W).

    >>> xt, eps = np.full((1, 1, 1, 1), 8.6), np.full((1, 1, 1, 1), 1.0)
    >>> round(float(ddim_step(xt, eps, 0, -1, np.array([0.36]), 0.0, eps)[0, 0, 0, 0]), 4)
    10.0
    """
    alphabar = np.cumprod(1.0 - betas)
    # mistake alpha-for-alphabar: alphabar = 1.0 - betas
    now, target = alphabar[t], alphabar[s] if s >= 0 else 1.0
    # mistake minus-one-as-index: now, target = alphabar[t], alphabar[s]
    # mistake intermediate-steps-ignored: now, target = alphabar[t], alphabar[t - 1] if t > 0 else 1.0
    # mistake schedule-shifted: now, target = alphabar[t - 1] if t > 0 else 1.0, alphabar[s] if s >= 0 else 1.0
    # mistake minus-one-as-index/one-root: now, target = alphabar[t], alphabar[s]
    x0 = (xt - np.sqrt(1.0 - now) * eps) / np.sqrt(now)
    # mistake sign-flipped: x0 = (xt + np.sqrt(1.0 - now) * eps) / np.sqrt(now)
    # mistake signal-not-scaled: x0 = xt - np.sqrt(1.0 - now) * eps
    # mistake root-missing: x0 = (xt - (1.0 - now) * eps) / now
    # mistake clean-estimate-missing: x0 = xt
    # mistake level-of-target-used: x0 = (xt - np.sqrt(1.0 - target) * eps) / np.sqrt(target)
    # mistake clean-estimate-clipped: x0 = np.clip((xt - np.sqrt(1.0 - now) * eps) / np.sqrt(now), -1.0, 1.0)
    sigma = eta * np.sqrt((1.0 - target) / (1.0 - now)) * np.sqrt(1.0 - now / target)
    # mistake eta-ignored: sigma = 0.0
    # mistake root-missing: sigma = eta * (1.0 - target) / (1.0 - now) * (1.0 - now / target)
    # mistake ratio-inverted: sigma = eta * np.sqrt((1.0 - now) / (1.0 - target)) * np.sqrt(1.0 - now / target) if s >= 0 else 0.0
    # mistake sigma-incomplete: sigma = eta * np.sqrt(1.0 - now / target)
    # mistake sigma-incomplete: sigma = eta * np.sqrt((1.0 - target) / (1.0 - now))
    # mistake variance-for-deviation: sigma = eta * (1.0 - target) / (1.0 - now) * np.sqrt(1.0 - now / target)
    # mistake minus-one-as-index/one-root: sigma = np.sqrt(eta**2 * (1.0 - target) / (1.0 - now) * (1.0 - now / target))
    direction = np.sqrt(1.0 - target - sigma**2) * eps
    # mistake old-noise-not-reduced: direction = np.sqrt(1.0 - target) * eps
    # mistake level-of-start-used: direction = np.sqrt(1.0 - now - sigma**2) * eps
    # mistake root-missing: direction = (1.0 - target - sigma**2) * eps
    # mistake direction-missing: direction = 0.0
    return np.sqrt(target) * x0 + direction + sigma * z
    # mistake noise-missing: return np.sqrt(target) * x0 + direction
    # mistake variance-for-deviation: return np.sqrt(target) * x0 + direction + sigma**2 * z
    # mistake root-missing: return target * x0 + direction + sigma * z
    # mistake level-of-start-used: return np.sqrt(now) * x0 + direction + sigma * z
    # mistake clean-estimate-returned: return x0
    # mistake sign-flipped: return np.sqrt(target) * x0 - direction + sigma * z
