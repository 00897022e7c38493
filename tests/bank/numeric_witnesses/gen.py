"""Numeric questions of the branch gen, answered a second time."""

import math

import numpy as np

from numeric_witnesses.tools import Witness, gradient, sigmoid


def value_at_optimum(*, a: float, b: float, **_: float) -> list[float]:
    """The value by ascent on the logits of the discriminator; the divergence by entropies."""
    data, fake = np.array([a, 1 - a]), np.array([b, 1 - b])
    logits = np.zeros(2)
    for _step in range(300):
        d = np.array([sigmoid(float(s)) for s in logits])
        logits += 4 * (data * (1 - d) - fake * d)
    d = np.array([sigmoid(float(s)) for s in logits])
    value = float(data @ np.log(d) + fake @ np.log1p(-d))

    def entropy(p: np.ndarray) -> float:
        return -float(p @ np.log(p))

    return [entropy((data + fake) / 2) - (entropy(data) + entropy(fake)) / 2, value]


def gradient_penalty(*, w: float, v: float, x: float, y: float, e: float, **_: float) -> float:
    def critic(point: np.ndarray) -> float:
        return w * float(point[0]) ** 2 + v * float(point[1])

    mixed = e * np.array([x, 1.0]) + (1 - e) * np.array([y, 0.0])
    return 10 * (float(np.linalg.norm(gradient(critic, mixed))) - 1) ** 2


def gaussian_kl(*, m1: float, m2: float, l1: float, l2: float, **_: float) -> float:
    """The integral of q·(log q − log p) over a fine grid, dimension by dimension."""
    total = 0.0
    for mean, log_variance in ((m1, l1), (m2, l2)):
        deviation = math.exp(log_variance / 2)
        z = np.linspace(mean - 12 * deviation, mean + 12 * deviation, 20_001)
        log_q = -0.5 * ((z - mean) / deviation) ** 2 - math.log(deviation)
        q = np.exp(log_q) / math.sqrt(2 * math.pi)
        total += float((q * (log_q + 0.5 * z**2)).sum() * (z[1] - z[0]))
    return total


def noised(rates: list[float]) -> tuple[float, float]:
    """Coefficient of x_0 and variance of the noise after these steps, one at a time."""
    signal, noise = 1.0, 0.0
    for rate in rates:
        signal, noise = signal * math.sqrt(1 - rate), noise * (1 - rate) + rate
    return signal, noise


def signal_to_noise(*, b: float, t: float, **_: float) -> float:
    signal, noise = noised([b] * int(t))
    return signal**2 / noise


def alpha_bar(*, a: float, b: float, c: float, **_: float) -> list[float]:
    return [1 - noised([a, b])[1], 1 - noised([a, b, c])[1]]


def marginal(*, A: float, x: float, **_: float) -> list[float]:
    """The same level of noise reached in 50 equal steps."""
    signal, noise = noised([1 - A ** (1 / 50)] * 50)
    return [signal * x, math.sqrt(noise)]


WITNESSES: dict[str, Witness] = {
    "gen.gan.principle.value-at-optimum": value_at_optimum,
    "gen.gan.tricks.gradient-penalty": gradient_penalty,
    "gen.vae.kl-term": gaussian_kl,
    "gen.diffusion.snr": signal_to_noise,
    "gen.ddpm.alpha-bar": alpha_bar,
    "gen.ddpm.mean-std": marginal,
}
