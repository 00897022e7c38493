"""Losses of a GAN in three forms, with gradients by the logits of the discriminator.

Conventions: both losses are minimised; real samples have label 1; real and generated samples each
have a mean of their own; natural logarithm. mode: "minimax", "non-saturating" or "wgan".
"""

import numpy as np


def _softplus(a: np.ndarray) -> np.ndarray:
    return np.logaddexp(0.0, a)  # log(1 + exp(a)), without overflow
    # mistake exp-overflows: return np.log(1.0 + np.exp(a))


def _sigmoid(a: np.ndarray) -> np.ndarray:
    return np.exp(-np.logaddexp(0.0, -a))


def discriminator_loss(
    logits_real: np.ndarray, logits_fake: np.ndarray, mode: str
) -> tuple[float, np.ndarray, np.ndarray]:
    """What the discriminator minimises, and the gradient by its logits r and f.

    minimax and non-saturating: −mean(log σ(r)) − mean(log(1 − σ(f)));  wgan: mean(f) − mean(r)

    logits_real: r, of real samples (N,); logits_fake: f, of generated samples (M,).
    Returns the loss (a number), dreal (N,) and dfake (M,).

    >>> loss, dreal, dfake = discriminator_loss(np.zeros(1), np.zeros(2), "minimax")
    >>> round(float(loss), 4), dreal.tolist(), dfake.tolist()
    (1.3863, [-0.5], [0.25, 0.25])
    """
    n, m = logits_real.shape[0], logits_fake.shape[0]
    # mistake other-sample-count/all: m, n = logits_real.shape[0], logits_fake.shape[0]
    if mode == "wgan":
        # mistake mode-ignored: if mode == "none of these":
        loss = np.mean(logits_fake) - np.mean(logits_real)
        # mistake critic-sign/both: loss = np.mean(logits_real) - np.mean(logits_fake)
        # mistake critic-sign: loss = np.mean(logits_real) - np.mean(logits_fake)
        # mistake critic-squashed/both: loss = np.mean(_sigmoid(logits_fake)) - np.mean(_sigmoid(logits_real))
        # mistake sum-for-difference: loss = np.mean(logits_fake) + np.mean(logits_real)
        dreal, dfake = np.full(n, -1.0 / n), np.full(m, 1.0 / m)
        # mistake critic-sign/both: dreal, dfake = np.full(n, 1.0 / n), np.full(m, -1.0 / m)
        # mistake critic-squashed/both: dreal, dfake = -_sigmoid(logits_real) * _sigmoid(-logits_real) / n, _sigmoid(logits_fake) * _sigmoid(-logits_fake) / m
        # mistake mean-missing: dreal, dfake = np.full(n, -1.0), np.full(m, 1.0)
        # mistake other-sample-count/fake: dreal, dfake = np.full(n, -1.0 / n), np.full(m, 1.0 / n)
        # mistake other-sample-count/real: dreal, dfake = np.full(n, -1.0 / m), np.full(m, 1.0 / m)
        return loss, dreal, dfake
    loss = np.mean(_softplus(-logits_real)) + np.mean(_softplus(logits_fake))
    # mistake labels-swapped/both: loss = np.mean(_softplus(logits_real)) + np.mean(_softplus(-logits_fake))
    # mistake labels-swapped: loss = np.mean(_softplus(logits_real)) + np.mean(_softplus(-logits_fake))
    # mistake sign-flipped: loss = -np.mean(_softplus(-logits_real)) - np.mean(_softplus(logits_fake))
    # mistake halves-averaged/both: loss = 0.5 * (np.mean(_softplus(-logits_real)) + np.mean(_softplus(logits_fake)))
    # mistake halves-averaged: loss = 0.5 * (np.mean(_softplus(-logits_real)) + np.mean(_softplus(logits_fake)))
    # mistake generated-left-out/both: loss = np.mean(_softplus(-logits_real))
    # mistake same-label-for-both/both: loss = np.mean(_softplus(-logits_real)) + np.mean(_softplus(-logits_fake))
    # mistake loss-mean-missing: loss = np.sum(_softplus(-logits_real)) + np.sum(_softplus(logits_fake))
    # mistake log-forgotten: loss = -np.mean(_sigmoid(logits_real)) - np.mean(1.0 - _sigmoid(logits_fake))
    dreal = (_sigmoid(logits_real) - 1.0) / n
    # mistake labels-swapped/both: dreal = _sigmoid(logits_real) / n
    # mistake halves-averaged/both: dreal = 0.5 * (_sigmoid(logits_real) - 1.0) / n
    # mistake mean-missing/gradient: dreal = _sigmoid(logits_real) - 1.0
    # mistake sign-flipped: dreal = (1.0 - _sigmoid(logits_real)) / n
    # mistake onehot-not-subtracted: dreal = _sigmoid(logits_real) / n
    # mistake activation-slope-kept: dreal = (_sigmoid(logits_real) - 1.0) * _sigmoid(logits_real) * (1.0 - _sigmoid(logits_real)) / n
    # mistake other-sample-count/real: dreal = (_sigmoid(logits_real) - 1.0) / m
    dfake = _sigmoid(logits_fake) / m
    # mistake labels-swapped/both: dfake = (_sigmoid(logits_fake) - 1.0) / m
    # mistake halves-averaged/both: dfake = 0.5 * _sigmoid(logits_fake) / m
    # mistake generated-left-out/both: dfake = np.zeros(m)
    # mistake same-label-for-both/both: dfake = (_sigmoid(logits_fake) - 1.0) / m
    # mistake mean-missing/gradient: dfake = _sigmoid(logits_fake)
    # mistake sign-flipped: dfake = -_sigmoid(logits_fake) / m
    # mistake same-label-for-both: dfake = (_sigmoid(logits_fake) - 1.0) / m
    # mistake other-sample-count/fake: dfake = _sigmoid(logits_fake) / n
    return loss, dreal, dfake


def generator_loss(logits_fake: np.ndarray, mode: str) -> tuple[float, np.ndarray]:
    """What the generator minimises, and the gradient by the discriminator's logits f.

    minimax: mean(log(1 − σ(f)));  non-saturating: −mean(log σ(f));  wgan: −mean(f)

    logits_fake: f, of generated samples (M,). Returns the loss (a number) and dfake (M,).

    >>> loss, dfake = generator_loss(np.zeros(2), "non-saturating")
    >>> round(float(loss), 4), dfake.tolist()
    (0.6931, [-0.25, -0.25])
    """
    m = logits_fake.shape[0]
    if mode == "wgan":
        # mistake mode-ignored: if mode == "none of these":
        loss, dfake = -np.mean(logits_fake), np.full(m, -1.0 / m)
        # mistake generator-sign: loss, dfake = np.mean(logits_fake), np.full(m, 1.0 / m)
        # mistake sign-flipped: loss, dfake = -np.mean(logits_fake), np.full(m, 1.0 / m)
        # mistake mean-missing: loss, dfake = -np.mean(logits_fake), np.full(m, -1.0)
    elif mode == "minimax":
        # Where the discriminator is sure, σ(f) and with it the gradient go to 0.
        loss, dfake = -np.mean(_softplus(logits_fake)), -_sigmoid(logits_fake) / m
        # mistake generator-sign: loss, dfake = np.mean(_softplus(logits_fake)), _sigmoid(logits_fake) / m
        # mistake non-saturating-for-minimax: loss, dfake = np.mean(_softplus(-logits_fake)), (_sigmoid(logits_fake) - 1.0) / m
        # mistake sign-flipped: loss, dfake = -np.mean(_softplus(logits_fake)), _sigmoid(logits_fake) / m
        # mistake mean-missing: loss, dfake = -np.mean(_softplus(logits_fake)), -_sigmoid(logits_fake)
    else:
        loss, dfake = np.mean(_softplus(-logits_fake)), (_sigmoid(logits_fake) - 1.0) / m
        # mistake saturating-form: loss, dfake = -np.mean(_softplus(logits_fake)), -_sigmoid(logits_fake) / m
        # mistake generator-sign: loss, dfake = -np.mean(_softplus(-logits_fake)), (1.0 - _sigmoid(logits_fake)) / m
        # mistake sign-flipped: loss, dfake = np.mean(_softplus(-logits_fake)), (1.0 - _sigmoid(logits_fake)) / m
        # mistake label-of-discriminator: loss, dfake = np.mean(_softplus(logits_fake)), _sigmoid(logits_fake) / m
        # mistake mean-missing: loss, dfake = np.mean(_softplus(-logits_fake)), _sigmoid(logits_fake) - 1.0
        # mistake saturating-gradient: loss, dfake = np.mean(_softplus(-logits_fake)), -_sigmoid(logits_fake) / m
        # mistake activation-slope-kept: loss, dfake = np.mean(_softplus(-logits_fake)), (_sigmoid(logits_fake) - 1.0) * _sigmoid(logits_fake) * (1.0 - _sigmoid(logits_fake)) / m
    return loss, dfake
