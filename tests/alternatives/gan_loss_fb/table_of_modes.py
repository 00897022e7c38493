"""A table of functions with their derivatives, one entry for each mode."""

import numpy as np


def log_sigmoid(a):
    return np.where(a < 0, a, 0.0) - np.log1p(np.exp(-np.abs(a)))


def slope(a):
    return np.exp(log_sigmoid(-a))


def ones(a):
    return np.ones(np.shape(a))


REAL = {
    "minimax": (lambda r: -log_sigmoid(r), lambda r: -slope(r)),
    "wgan": (lambda r: -r, lambda r: -ones(r)),
}
FAKE = {
    "minimax": (lambda f: -log_sigmoid(-f), lambda f: slope(-f)),
    "wgan": (lambda f: f, ones),
}
GENERATOR = {
    "minimax": (lambda f: log_sigmoid(-f), lambda f: -slope(-f)),
    "non-saturating": (lambda f: -log_sigmoid(f), lambda f: -slope(f)),
    "wgan": (lambda f: -f, lambda f: -ones(f)),
}
REAL["non-saturating"], FAKE["non-saturating"] = REAL["minimax"], FAKE["minimax"]


def averaged(pair, a):
    value, derivative = pair
    return np.average(value(a)), derivative(a) / len(a)


def gan_discriminator_loss(logits_real, logits_fake, mode):
    real, dreal = averaged(REAL[mode], logits_real)
    fake, dfake = averaged(FAKE[mode], logits_fake)
    return real + fake, dreal, dfake


def gan_generator_loss(logits_fake, mode):
    return averaged(GENERATOR[mode], logits_fake)
