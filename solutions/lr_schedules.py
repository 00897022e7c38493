"""Learning rates by step: linear warm-up, then constant, cosine, exponential or step decay.

Conventions: steps are counted from 0; warm-up is linear and reaches the base rate in its last step;
decay counts its steps from the end of the warm-up; cosine decay stays at its floor after the end.
"""

import math


def lr_at(
    step: int,
    kind: str,
    base: float,
    warmup: int,
    total: int,
    gamma: float = 0.1,
    period: int = 30,
    floor: float = 0.0,
) -> float:
    """The learning rate of a step, counted from 0.

    step < warmup:   base·(step + 1)/warmup, for every kind
    later, with t = step − warmup:
      "constant":    base
      "cosine":      floor + ½·(base − floor)·(1 + cos(π·t/(total − warmup))), floor from `total` on
      "exponential": base·gammaᵗ
      "step":        base·gamma^⌊t/period⌋

    warmup, total: numbers of steps, warmup < total, 0 allowed for warmup. Returns a number.

    >>> [lr_at(step, "cosine", 0.5, 2, 6) for step in (0, 1, 2, 4, 6)]
    [0.25, 0.5, 0.5, 0.25, 0.0]
    >>> round(lr_at(65, "step", 1.0, 0, 90), 6)
    0.01
    """
    if step < warmup:
        # mistake warmup-missing: if step < 0:
        # mistake warmup-one-step-long: if step <= warmup:
        # mistake warmup-constant-only: if step < warmup and kind == "constant":
        rate = base * (step + 1) / warmup
        # mistake warmup-from-zero: rate = base * step / warmup
        # mistake warmup-over-total: rate = base * (step + 1) / total
        # mistake warmup-from-floor: rate = floor + (base - floor) * (step + 1) / warmup
        # mistake warmup-held-low: rate = base / warmup
        # mistake warmup-ends-late: rate = base * (step + 1) / (warmup + 1)
        return rate
    t = step - warmup
    # mistake warmup-not-subtracted: t = step
    # mistake steps-off-by-one: t = step - warmup + 1
    # mistake steps-off-by-one: t = step - warmup - 1
    rate = base
    if kind == "cosine":
        share = min(t / (total - warmup), 1.0)
        # mistake cosine-rises-again: share = t / (total - warmup)
        # mistake warmup-not-subtracted: share = min(step / total, 1.0)
        # mistake warmup-not-subtracted: share = step / total
        # mistake warmup-kept-in-length: share = min(t / total, 1.0)
        # mistake steps-off-by-one: share = min(t / (total - warmup - 1), 1.0)
        # mistake cosine-restarts: share = (t % (total - warmup)) / (total - warmup)
        # mistake warmup-kept-in-length: share = t / total if step < total else 1.0
        rate = floor + 0.5 * (base - floor) * (1.0 + math.cos(math.pi * share))
        # mistake floor-dropped: rate = 0.5 * base * (1.0 + math.cos(math.pi * share))
        # mistake floor-not-subtracted: rate = floor + 0.5 * base * (1.0 + math.cos(math.pi * share))
        # mistake floor-as-lower-limit: rate = max(floor, 0.5 * base * (1.0 + math.cos(math.pi * share)))
        # mistake half-dropped: rate = floor + (base - floor) * (1.0 + math.cos(math.pi * share))
        # mistake cosine-reversed: rate = floor + 0.5 * (base - floor) * (1.0 - math.cos(math.pi * share))
        # mistake quarter-period: rate = floor + (base - floor) * math.cos(0.5 * math.pi * share)
        # mistake full-period: rate = floor + 0.5 * (base - floor) * (1.0 + math.cos(2.0 * math.pi * share))
        # mistake linear-for-cosine: rate = floor + (base - floor) * (1.0 - share)
        # mistake cosine-plus-missing: rate = floor + 0.5 * (base - floor) * math.cos(math.pi * share)
    elif kind == "exponential":
        rate = base * gamma**t
        # mistake exponential-of-e: rate = base * math.exp(-gamma * t)
        # mistake decay-multiplied-not-powered: rate = base * gamma * t
        # mistake complement-taken: rate = base * (1.0 - gamma) ** t
        # mistake decay-over-length: rate = base * gamma ** (t / (total - warmup))
        # mistake decay-by-period: rate = base * gamma ** (t // period)
        # mistake inverse-for-exponential: rate = base / (1.0 + gamma * t)
    elif kind == "step":
        rate = base * gamma ** (t // period)
        # mistake step-not-floored: rate = base * gamma ** (t / period)
        # mistake decay-each-step: rate = base * gamma**t
        # mistake decay-multiplied-not-powered: rate = base * gamma * (t // period)
        # mistake dropped-once-only: rate = base * (gamma if t >= period else 1.0)
        # mistake drop-one-step-late: rate = base * gamma ** (max(t - 1, 0) // period)
        # mistake decay-off-by-one: rate = base * gamma ** (t // period + 1)
    return rate
