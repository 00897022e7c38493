"""Compression, deployment and distributed training: counted, simulated, or rounded by hand."""

import numpy as np

from numeric_witnesses.tools import Witness


def pruned_pair(a: int, b: int, c: int, r: int, s: int, **_: float) -> list[float]:
    first, second = np.ones((b, a, 3, 3)), np.ones((c, b, 3, 3))
    before = first.size + second.size
    kept = np.arange(b * (100 - r) // 100)
    first, second = first[kept], second[: c * (100 - s) // 100][:, kept]
    after = first.size + second.size
    return [after, 100 * (before - after) / before]


def affine_code(lo: float, hi: float, x: float, **_: float) -> list[float]:
    grid = np.linspace(lo, hi, 256)
    zero, code = (int(np.abs(grid - value).argmin()) for value in (0.0, x))
    return [float(np.diff(grid).mean()), zero, code]


def grouped_size(n: int, b: int, g: int, **_: float) -> list[float]:
    weights = 10**9 * n
    total = weights * b + weights // g * 16
    return [total / weights, total / 8 / 10**9]


def soft_targets(a: float, b: float, c: float, T: float, **_: float) -> list[float]:
    weights = np.array([np.exp(z) ** (1 / T) for z in (a, b, c)])
    return list(weights / weights.sum())


def inverted_residual(H: int, a: int, b: int, t: int, **_: float) -> float:
    wide, side = t * a, len(range(0, H, 2))
    expand = np.ones((wide, a)).size * H * H
    depthwise = np.ones((wide, 3, 3)).size * side * side
    project = np.ones((b, wide)).size * side * side
    return (expand + depthwise + project) / 1e6


WITNESSES: dict[str, Witness] = {
    "eng.compress.pruning.remaining-parameters": pruned_pair,
    "eng.compress.quantization.scale-zero-point": affine_code,
    "eng.compress.quantization.model-size": grouped_size,
    "eng.compress.distillation.soft-targets": soft_targets,
    "eng.compress.lightweight.inverted-residual-macs": inverted_residual,
}
