"""One BCE of logits, called with vectors of ones and zeros, as the courses have it."""

import numpy as np


def bce_logits(logits, target):
    e = np.exp(-np.abs(logits))
    loss = np.maximum(logits, 0) - logits * target + np.log1p(e)
    p = np.where(logits >= 0, 1.0, e) / (1.0 + e)
    return loss.mean(), (p - target) / logits.size


def discriminator_loss(logits_real, logits_fake, mode):
    if mode == "wgan":
        loss = logits_fake.mean() - logits_real.mean()
        return loss, -np.ones(len(logits_real)) / len(logits_real), np.ones(len(logits_fake)) / len(
            logits_fake
        )
    real, dreal = bce_logits(logits_real, np.ones(logits_real.shape))
    fake, dfake = bce_logits(logits_fake, np.zeros(logits_fake.shape))
    return real + fake, dreal, dfake


def generator_loss(logits_fake, mode):
    if mode == "wgan":
        return -logits_fake.mean(), -np.ones(len(logits_fake)) / len(logits_fake)
    if mode == "non-saturating":
        return bce_logits(logits_fake, np.ones(logits_fake.shape))
    loss, d = bce_logits(logits_fake, np.zeros(logits_fake.shape))
    return -loss, -d
