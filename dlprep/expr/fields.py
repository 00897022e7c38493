"""The numbers that `expr.tensors` calculates with: float64 here, many digits in `expr.precise`."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from dlprep.expr.arrays import RULES, Array, Rule


@dataclass(frozen=True, slots=True)
class Field:
    """Numbers of one kind: how they are made and what the operations do to arrays of them.

    `derivative` is exact where the numbers are expressions, of shape (*values, *own axes of what
    it is by); without one, derivatives are taken by differences.
    """

    number: Callable[[Any], Any]
    array: Callable[[Any], Array]
    rules: Mapping[str, Rule]
    is_finite: Callable[[Array], Array]
    determinant: Callable[[Array], Any]
    inverse: Callable[[Array], Array]
    derivative: Callable[[Array, Array], Array] | None = None


def _inverse(a: Array) -> Array:
    try:
        return np.asarray(np.linalg.inv(a))
    except np.linalg.LinAlgError:
        return np.full(a.shape, math.nan)


def _float(value: Any) -> Any:
    return math.pi if value == "pi" else math.e if value == "e" else float(value)


def _normal_cdf(x: Array) -> Array:
    return np.asarray(0.5 * (1 + RULES["erf"](x / math.sqrt(2))))


FLOAT = Field(
    number=_float,
    array=lambda values: np.asarray(values, np.float64),
    rules=MappingProxyType(
        {
            **RULES,
            "tan": np.tan,
            "arctan": np.arctan,
            "silu": lambda x: x * RULES["sigmoid"](x),
            "gelu": lambda x: x * _normal_cdf(x),
            "normal_cdf": _normal_cdf,
            "leaky_relu": lambda x, slope: np.where(x > 0, x, slope * x),
        }
    ),
    is_finite=np.isfinite,
    determinant=np.linalg.det,
    inverse=_inverse,
)
"""float64."""
