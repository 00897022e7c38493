"""The maximum plus log1p of what the other terms add."""

import numpy as np


def logsumexp(z, axis=-1):
    ordered = np.sort(np.moveaxis(z, axis, -1), axis=-1)
    largest, others = ordered[..., -1], ordered[..., :-1]
    safe = np.where(np.isneginf(largest), 0, largest)
    extra = np.log1p(np.exp(others - safe[..., None]).sum(axis=-1))
    return largest + extra
