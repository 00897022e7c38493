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


def ring_traffic(P: int, n: int, b: int, w: float, **_: float) -> list[float]:
    """Every rank adds, then copies, the chunk that its left neighbour sends; sends are counted."""
    have = [{chunk: {rank} for chunk in range(P)} for rank in range(P)]
    sends = 0
    for step in range(2 * (P - 1)):
        sent = [((rank - step) % P, have[rank][(rank - step) % P]) for rank in range(P)]
        for rank, (chunk, ranks) in enumerate(sent):
            have[(rank + 1) % P][chunk] = have[(rank + 1) % P][chunk] | ranks
        sends += 1
    assert all(len(ranks) == P for chunks in have for ranks in chunks.values())
    megabytes = sends * n * b / P
    return [megabytes, megabytes / (1000 * w) * 1000]


def updates_per_epoch(m: int, g: int, b: int, a: int, N: int, **_: float) -> list[float]:
    samples_of_update = sum(b for _machine in range(m) for _gpu in range(g) for _step in range(a))
    return [samples_of_update, len(range(samples_of_update, N + 1, samples_of_update))]


WITNESSES: dict[str, Witness] = {
    "eng.compress.pruning.remaining-parameters": pruned_pair,
    "eng.compress.quantization.scale-zero-point": affine_code,
    "eng.compress.quantization.model-size": grouped_size,
    "eng.compress.distillation.soft-targets": soft_targets,
    "eng.compress.lightweight.inverted-residual-macs": inverted_residual,
    "eng.distributed.gradient-sync.ring-traffic": ring_traffic,
    "eng.distributed.ddp-vs-dp.effective-batch": updates_per_epoch,
}
