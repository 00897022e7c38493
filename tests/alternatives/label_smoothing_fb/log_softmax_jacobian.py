"""The upstream gradient -q/N through the backward pass of log-softmax, with einsum."""

import numpy as np


def _log_softmax(z):
    return z - np.logaddexp.reduce(z, axis=1, keepdims=True)


def label_smoothing_loss(z, y, eps):
    z = np.asarray(z, dtype=float)
    N, C = z.shape
    off = eps / C
    on = 1 - (C - 1) * off
    q = np.where(np.arange(C)[None, :] == y[:, None], on, off)
    logp = _log_softmax(z)
    dlogp = -q / N
    dz = dlogp - np.exp(logp) * dlogp.sum(axis=1, keepdims=True)
    return np.einsum("nc,nc->", dlogp, logp), dz
