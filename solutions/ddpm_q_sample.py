"""The training side of DDPM: schedule, noising in one jump, and the simplified loss.

Conventions: images (N, C, H, W); step t counts from 0 and indexes betas and alphabar; the loss is
the squared error averaged over all entries, without ½.
"""

import numpy as np


def alphas_bar(betas: np.ndarray) -> np.ndarray:
    """How much of the signal is left after each step: ᾱ[t] = Π_{s ≤ t} (1 − β[s]).

    betas: variances of the noise of each step (T,), in (0, 1). Returns (T,), falling.

    >>> alphas_bar(np.array([0.5, 0.5, 0.75])).tolist()
    [0.5, 0.25, 0.0625]
    """
    return np.cumprod(1.0 - betas)
    # mistake alpha-for-alphabar: return 1.0 - betas
    # mistake complement-missing: return np.cumprod(betas)
    # mistake complement-of-product: return 1.0 - np.cumprod(betas)
    # mistake noise-level-returned: return 1.0 - np.cumprod(1.0 - betas)
    # mistake sum-for-product: return 1.0 - np.cumsum(betas)
    # mistake sum-for-product: return np.cumsum(1.0 - betas)
    # mistake schedule-shifted: return np.concatenate([[1.0], np.cumprod(1.0 - betas)[:-1]])
    # mistake root-taken: return np.sqrt(np.cumprod(1.0 - betas))
    # mistake schedule-from-the-end: return np.cumprod(1.0 - betas[::-1])
    # mistake last-value-only: return np.prod(1.0 - betas)


def q_sample(x0: np.ndarray, t: np.ndarray, eps: np.ndarray, alphabar: np.ndarray) -> np.ndarray:
    """Noise images in one jump: x_t = √ᾱ[t] · x0 + √(1 − ᾱ[t]) · ε.

    x0, eps: (N, C, H, W); t: integers (N,), a step for each sample; alphabar: (T,).
    Returns x_t (N, C, H, W).

    >>> x0, eps = np.full((1, 1, 1, 1), 10.0), np.full((1, 1, 1, 1), 1.0)
    >>> float(q_sample(x0, np.array([1]), eps, np.array([0.9, 0.64]))[0, 0, 0, 0])
    8.6
    """
    a = alphabar[t].reshape(-1, 1, 1, 1)  # one number for each sample
    # mistake step-not-broadcast: a = alphabar[t]
    # mistake step-of-first-sample: a = alphabar[t[0]]
    # mistake schedule-shifted: a = alphabar[t - 1].reshape(-1, 1, 1, 1)
    # mistake cumulated-again: a = np.cumprod(alphabar)[t].reshape(-1, 1, 1, 1)
    # mistake step-not-broadcast: a = alphabar[t].reshape(1, -1, 1, 1)
    signal, noise = np.sqrt(a), np.sqrt(1.0 - a)
    # mistake root-missing: signal, noise = a, 1.0 - a
    # mistake root-missing: signal, noise = a, np.sqrt(1.0 - a)
    # mistake root-missing: signal, noise = np.sqrt(a), 1.0 - a
    # mistake coefficients-swapped: signal, noise = np.sqrt(1.0 - a), np.sqrt(a)
    # mistake complement-of-root: signal, noise = np.sqrt(a), 1.0 - np.sqrt(a)
    # mistake noise-not-scaled: signal, noise = np.sqrt(a), 1.0
    # mistake signal-not-scaled: signal, noise = 1.0, np.sqrt(1.0 - a)
    # mistake same-coefficient-twice: signal, noise = np.sqrt(a), np.sqrt(a)
    return signal * x0 + noise * eps
    # mistake sign-flipped: return signal * x0 - noise * eps
    # mistake noise-missing: return signal * x0 + noise


def ddpm_loss(eps_pred: np.ndarray, eps: np.ndarray) -> tuple[float, np.ndarray]:
    """The simplified loss of DDPM: the squared error of the predicted noise.

    L = 1/(N·C·H·W) Σ (ε_pred − ε)²

    eps_pred, eps: (N, C, H, W). Returns the loss (a number) and deps_pred = ∂L/∂eps_pred.

    >>> loss, deps_pred = ddpm_loss(np.full((1, 1, 1, 2), 3.0), np.array([[[[1.0, 3.0]]]]))
    >>> float(loss), deps_pred.tolist()
    (2.0, [[[[2.0, 0.0]]]])
    """
    error = eps_pred - eps
    loss = np.mean(error**2)
    # mistake sum-for-mean: loss = np.sum(error**2)
    # mistake square-missing: loss = np.mean(np.abs(error))
    # mistake root-taken: loss = np.sqrt(np.mean(error**2))
    # mistake loss-halved: loss = 0.5 * np.mean(error**2)
    # convention mse-half instead of mse-mean-all: loss = 0.5 * np.mean(error**2)
    # convention mse-mean-batch instead of mse-mean-all: loss = np.sum(error**2) / error.shape[0]
    deps_pred = 2.0 * error / error.size
    # mistake factor-two-dropped: deps_pred = error / error.size
    # mistake batch-mean-only: deps_pred = 2.0 * error / error.shape[0]
    # mistake mean-missing: deps_pred = 2.0 * error
    # mistake sign-flipped: deps_pred = -2.0 * error / error.size
    # mistake square-kept: deps_pred = 2.0 * error**2 / error.size
    # convention mse-half instead of mse-mean-all: deps_pred = error / error.size
    # convention mse-mean-batch instead of mse-mean-all: deps_pred = 2.0 * error / error.shape[0]
    return loss, deps_pred
