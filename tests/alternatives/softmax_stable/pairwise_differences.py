"""p_i = 1 / Σ_k exp(z_k − z_i) from all differences, which may reach infinity."""

import numpy as np


def _gaps(z, axis):
    rows = np.swapaxes(z, axis, -1)
    return rows[..., None, :] - rows[..., :, None]  # gaps[..., i, k] = z_k - z_i


def softmax(z, axis=-1):
    with np.errstate(over="ignore"):
        p = 1.0 / np.sum(np.exp(_gaps(z, axis)), axis=-1)
    return np.swapaxes(p, axis, -1)


def log_softmax(z, axis=-1):
    gaps = _gaps(z, axis)
    top = gaps.max(axis=-1)
    total = top + np.log(np.exp(gaps - top[..., None]).sum(axis=-1))
    return -np.swapaxes(total, axis, -1)
