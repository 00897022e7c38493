"""Every kind returns by itself; half-angle form of the cosine."""

import numpy as np


def lr_at(step, kind, base, warmup, total, gamma=0.1, period=30, floor=0.0):
    if step < warmup:
        return (step + 1) * (base / warmup)
    if kind == "constant":
        return base
    if kind == "cosine":
        if step >= total:
            return floor
        half = np.pi * (step - warmup) / (2 * (total - warmup))
        return floor + (base - floor) * np.cos(half) ** 2
    if kind == "exponential":
        return base * np.exp((step - warmup) * np.log(gamma))
    return base * np.power(gamma, np.floor((step - warmup) / period))
