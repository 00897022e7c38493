"""Numeric questions of the branch optim, answered a second time by running the optimiser."""

import math

from numeric_witnesses.tools import Witness, gradient


def adagrad_effective_rate(lr: float, g: float, k: float, **_: float) -> float:
    total = 0.0
    for _step in range(int(k)):
        total += g * g
    return lr / math.sqrt(total)


def adam_changes(lr: float, gradients: list[float], eps: float) -> list[float]:
    """The change of the parameter in each step of Adam, β1 = 0.9, β2 = 0.999."""
    first = second = 0.0
    changes = []
    for t, g in enumerate(gradients, 1):
        first = 0.9 * first + 0.1 * g
        second = 0.999 * second + 0.001 * g * g
        corrected = second / (1 - 0.999**t)
        changes.append(-lr * (first / (1 - 0.9**t)) / (math.sqrt(corrected) + eps))
    return changes


def adam_first_step(lr: float, g: float, **_: float) -> float:
    return adam_changes(lr, [g], 1e-8)[0]


def adam_second_step(lr: float, g1: float, g2: float, **_: float) -> float:
    return adam_changes(lr, [g1, g2], 0.0)[1]


def adamw_step(w: float, lr: float, lam: float, mh: float, vh: float, **_: float) -> float:
    w = (1 - lr * lam) * w
    return w - lr * mh / math.sqrt(vh)


def step_on_quadratic(a: float, w: float, c: float, lr: float, **_: float) -> float:
    slope = gradient(lambda at: float(a * (at[0] - c) ** 2), [w])[0]
    return float(w - lr * slope)


def stability_limit(small: float, large: float, **_: float) -> float:
    """The largest rate for which a thousand steps do not grow, by bisection."""

    def grows(rate: float) -> bool:
        return any(abs(1 - rate * eigenvalue) > 1 for eigenvalue in (small, large))

    low, high = 0.0, 100.0
    for _round in range(200):
        middle = (low + high) / 2
        low, high = (low, middle) if grows(middle) else (middle, high)
    return low


def adagrad_updates(lr: float, a: float, b: float, k: float, **_: float) -> list[float]:
    return [abs(adagrad_effective_rate(lr, g, k) * g) for g in (a, b)]


def cosine(hi: float, lo: float, T: float, q: float, **_: float) -> float:
    """A point on the upper half circle over [lo, hi], turned by a constant angle a step."""
    angle = math.pi / T
    x, y = 1.0, 0.0
    for _step in range(int(q)):
        x, y = (
            x * math.cos(angle) - y * math.sin(angle),
            x * math.sin(angle) + y * math.cos(angle),
        )
    return lo + (hi - lo) * (1 + x) / 2


def step_and_exponential(
    lr: float, g: float, s: float, k: float, h: float, **_: float
) -> list[float]:
    stepped = smooth = lr
    for epoch in range(1, int(k) + 1):
        smooth *= h
        if epoch % int(s) == 0:
            stepped *= g
    return [stepped, smooth]


def linear_warmup(peak: float, W: float, T: float, a: float, b: float, **_: float) -> list[float]:
    def rate(step: float) -> float:
        if step <= W:
            return peak * step / W
        return peak * (T - step) / (T - W)

    return [rate(a), rate(b)]


def velocity_after(mu: float, g: float, k: float, **_: float) -> float:
    velocity = 0.0
    for _step in range(int(k)):
        velocity = mu * velocity + g
    return velocity


def rmsprop_change(rho: float, v0: float, g: float, lr: float, **_: float) -> float:
    average = rho * v0 + (1 - rho) * g * g
    return -lr * g / math.sqrt(average)


WITNESSES: dict[str, Witness] = {
    "optim.adagrad.effective-lr": adagrad_effective_rate,
    "optim.adam.first-step": adam_first_step,
    "optim.adam.two-steps": adam_second_step,
    "optim.adamw.one-step": adamw_step,
    "optim.gd-sgd.step-on-quadratic": step_on_quadratic,
    "optim.gd-sgd.stability-limit": stability_limit,
    "optim.lr.adaptive.effective-step": adagrad_updates,
    "optim.lr.cosine.value": cosine,
    "optim.lr.fixed-decay.step-and-exponential": step_and_exponential,
    "optim.lr.warmup.linear": linear_warmup,
    "optim.momentum.velocity-after-k": velocity_after,
    "optim.rmsprop.one-update": rmsprop_change,
}
