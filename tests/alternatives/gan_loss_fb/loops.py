"""Sample by sample with the math module."""

import math

import numpy as np


def softplus(a):
    return max(a, 0.0) + math.log1p(math.exp(-abs(a)))


def sigmoid(a):
    return 1 / (1 + math.exp(-a)) if a >= 0 else math.exp(a) / (1 + math.exp(a))


def d_loss(logits_real, logits_fake, mode):
    N, M = len(logits_real), len(logits_fake)
    loss, dreal, dfake = 0.0, np.zeros(N), np.zeros(M)
    for i, r in enumerate(map(float, logits_real)):
        loss += (-r if mode == "wgan" else softplus(-r)) / N
        dreal[i] = (-1 if mode == "wgan" else -sigmoid(-r)) / N
    for i, f in enumerate(map(float, logits_fake)):
        loss += (f if mode == "wgan" else softplus(f)) / M
        dfake[i] = (1 if mode == "wgan" else sigmoid(f)) / M
    return loss, dreal, dfake


def g_loss(logits_fake, mode):
    M = len(logits_fake)
    loss, dfake = 0.0, np.zeros(M)
    for i, f in enumerate(map(float, logits_fake)):
        if mode == "minimax":
            value, slope = -softplus(f), -sigmoid(f)
        elif mode == "non-saturating":
            value, slope = softplus(-f), -sigmoid(-f)
        else:
            value, slope = -f, -1.0
        loss, dfake[i] = loss + value / M, slope / M
    return loss, dfake
