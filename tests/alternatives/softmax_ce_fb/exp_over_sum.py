"""Shift by the row maximum, exponentiate, normalise; the loss from the shifted logits."""

import numpy as np


def softmax_loss(z, y):
    N = z.shape[0]
    shifted = z - z.max(axis=1, keepdims=True)
    Z = np.exp(shifted).sum(axis=1, keepdims=True)
    log_probs = shifted - np.log(Z)
    probs = np.exp(log_probs)
    loss = -log_probs[np.arange(N), y].sum() / N
    dz = probs.copy()
    dz[np.arange(N), y] -= 1
    dz /= N
    return loss, dz
