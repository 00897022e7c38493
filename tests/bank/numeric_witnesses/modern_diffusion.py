"""Numeric questions on sampling from diffusion and flow models (branch modern), answered a
second time."""

import numpy as np

from numeric_witnesses.tools import Witness


def ddim_step(a: float, b: float, x: float, n: float, **_: float) -> list[float]:
    """In y = x/√ᾱ a step is an Euler step over the ratio of noise to signal."""
    ratio_t, ratio_s = np.sqrt(1 / a - 1), np.sqrt(1 / b - 1)
    y = x / np.sqrt(a)
    return [y - ratio_t * n, np.sqrt(b) * (y + (ratio_s - ratio_t) * n)]


def guided_noise(u: float, c: float, p: float, q: float, w: float, **_: float) -> list[float]:
    """The line through the prediction at strength 0 and the one at strength 1."""
    return [float(np.polyval(np.polyfit([0, 1], ends, 1), w)) for ends in ((u, c), (p, q))]


def latent_size(H: float, f: float, c: float, **_: float) -> list[float]:
    image = np.zeros((int(c), int(H), int(H)), dtype=np.int8)
    latent = image[:, :: int(f), :: int(f)]
    pixels, positions = image[0].size, latent[0].size
    return [latent.size, pixels**2 / positions**2]


def straight_path(t: float, n: float, d: float, **_: float) -> list[float]:
    def point(time: float) -> float:
        return float(np.interp(time, [0, 1], [n, d]))

    return [point(t), (point(t + 0.1) - point(t - 0.1)) / 0.2]


WITNESSES: dict[str, Witness] = {
    "modern.diffusion.ddim.one-step": ddim_step,
    "modern.diffusion.cfg.guided-noise": guided_noise,
    "modern.diffusion.latent-dit.latent-size": latent_size,
    "modern.diffusion.flow-matching.point-and-velocity": straight_path,
}
