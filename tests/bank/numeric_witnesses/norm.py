"""Normalisation: moments from the standard library, directions from angles."""

import math
import statistics

from numpy.typing import ArrayLike

from numeric_witnesses.tools import Witness


def batch_output(a: int, b: int, c: int, d: int, **drawn: float) -> float:
    batch = [a, b, c, d]
    standardised = (a - statistics.fmean(batch)) / statistics.pstdev(batch)
    return drawn["γ"] * standardised + drawn["β"]


def running_values(a: int, b: int, c: int, d: int, **drawn: float) -> ArrayLike:
    batch = [a, b, c, d]
    new = [statistics.fmean(batch), statistics.variance(batch)]
    old = [drawn["r"], drawn["q"]]
    return [was + drawn["α"] * (now - was) for was, now in zip(old, new, strict=True)]


def row_output(a: int, b: int, c: int, d: int, **drawn: float) -> float:
    row = [a, b, c, d]
    standardised = (d - statistics.fmean(row)) / statistics.pstdev(row)
    return drawn["γ"] * standardised + drawn["β"]


def of_length(a: int, b: int, g: float, **_: float) -> ArrayLike:
    angle = math.atan2(b, a)
    return [g * math.cos(angle), g * math.sin(angle)]


WITNESSES: dict[str, Witness] = {
    "norm.batchnorm.small-batch-output": batch_output,
    "norm.batchnorm.running-update": running_values,
    "norm.layernorm.row-output": row_output,
    "norm.weightnorm.weight-from-direction": of_length,
}
