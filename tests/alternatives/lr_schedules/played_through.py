"""The schedule is played from the first step to the asked one, as a scheduler object would."""

import math


def learning_rate_at(step, kind, base, warmup, total, gamma=0.1, period=30, floor=0.0):
    rate = base
    for s in range(step + 1):
        if s < warmup:
            rate = base * (s + 1) / warmup
            continue
        t = s - warmup
        if t == 0:
            rate = base
        elif kind == "exponential":
            rate = rate * gamma
        elif kind == "step" and t % period == 0:
            rate = rate * gamma
        elif kind == "cosine":
            angle = math.pi if s >= total else math.pi * t / (total - warmup)
            rate = (base + floor) / 2 + (base - floor) / 2 * math.cos(angle)
    return rate
