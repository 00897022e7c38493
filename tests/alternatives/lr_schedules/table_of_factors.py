"""A factor for each kind from a table of functions."""

import numpy as np


def lr_at(step, kind, base, warmup, total, gamma=0.1, period=30, floor=0.0):
    t = max(step - warmup, 0)
    share = np.clip(t / (total - warmup), 0, 1)
    low = floor / base
    factors = {
        "constant": lambda: 1.0,
        "cosine": lambda: low + (1 - low) * (1 - np.sin(np.pi / 2 * share) ** 2),
        "exponential": lambda: gamma**t,
        "step": lambda: gamma ** (t // period),
    }
    ramp = min((step + 1) / warmup, 1.0) if warmup else 1.0
    return base * (ramp if ramp < 1 else factors[kind]() if step >= warmup else 1.0)
