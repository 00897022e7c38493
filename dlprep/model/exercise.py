"""A coding exercise as data: which functions are called, with what, and how they are judged.

A *script* is run once per case. A step calls one of the learner's functions; what it gives
is compared with the reference, except names with a leading `$`: those are handles (a cache, an
object) that stay in the child and may be passed on to a later step.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dlprep.model.text import Text

Value = bool | int | float | str | None
Way = Literal[
    "normal", "uniform", "labels", "one-hot", "binary", "simplex", "causal", "value", "map"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A function of the exercise; `aliases` are other names under which it is recognised."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """How one input is made. Shapes are expressions in the sizes of the case, such as `4*H`.

    normal: shift + scale * N(0, 1); uniform: in [low, high); labels: integers below `classes`;
    one-hot: rows over `shape[-1]`; binary: 0.0 or 1.0; simplex: rows that sum to 1;
    causal: boolean, True where column <= row; value: `value` filled into `shape`, or the plain
    value where there is no shape; map: a dictionary of further draws.
    """

    draw: Way
    shape: tuple[str, ...] = ()
    scale: float = 1.0
    shift: float = 0.0
    low: float = 0.0
    high: float = 1.0
    classes: str | None = None
    value: Value = None
    entries: dict[str, Draw] = field(default_factory=dict)
    dtype: Literal["float64", "float32", "int64", "bool"] | None = None
    layout: Literal["contiguous", "strided"] = "contiguous"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One call. `args` and `kwargs` name inputs, sizes, earlier results or handles.

    `reads` brings back parts of an input that the call is meant to change, as
    `{running_mean: bn_param.running_mean}`.
    """

    call: str
    args: tuple[str, ...] = ()
    kwargs: dict[str, str] = field(default_factory=dict)
    gives: tuple[str, ...] = ()
    reads: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One set of sizes and inputs; `label` is how reports speak of it."""

    label: Text = field(metadata={"neutral": True})
    sizes: dict[str, int]
    inputs: dict[str, Draw] = field(default_factory=dict)
    axis: Literal["value", "stability"] = "value"
