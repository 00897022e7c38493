"""A coding exercise as data: which functions are called, with what, and how they are judged.

A *script* is run once per case. A step calls one of the learner's functions. What it gives is
compared with the reference, except names with a leading `$`: those are handles (a cache, a
state) that stay with the learner's program and may be passed on to a later step.

A *reference* is the name of an input, a size, a `let` quantity, an earlier result or a handle,
and may go into dictionaries, tuples and lists: `bn_param.running_mean`, `$config.v`, `$cache.0`.
"""

from __future__ import annotations

from dataclasses import field
from types import MappingProxyType
from typing import Literal

from dlprep.model.text import Text
from dlprep.model.value import dataclass

Judge = Literal["values", "up-to-sign", "up-to-permutation"]
Value = bool | int | float | str | None
DRILLS = (  # the topics of the timed set; an exercise may name another
    *("attention-forward", "bptt", "cnn-forward", "conv-backward", "lstm-forward", "rnn-forward"),
)
Way = Literal[
    "normal",
    "uniform",
    "labels",
    "one-hot",
    "binary",
    "signs",
    "simplex",
    "mask",
    "causal",
    "value",
    "map",
    "sizes",
    "list",
    "boxes",
    "covariance",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A function of the exercise; `aliases` are other names under which it is recognised."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenHint(Text):
    """A hint of an exercise; `functions` are those it is about, where it is not about all."""

    functions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """How one input is made. Shapes are expressions in the sizes of the case, such as `4*H`.

    normal: shift + scale * N(0, 1); uniform: in [low, high); labels: integers below `classes`;
    one-hot: rows over the last axis; binary: 1 with probability `rate`, else 0; signs: 1 with
    probability `rate`, else -1; simplex: rows over the last axis that are positive and sum to 1;
    mask: boolean, True with probability `rate`, every row over the last axis with at least one
    True; causal: boolean, True where column <= row in the last two axes; value: `value` filled
    into `shape`, or the plain value where there is no shape; map: a dictionary of further draws;
    sizes: the shape itself, a tuple of whole numbers; list: a list of further draws, `items`;
    boxes: rows (x1, y1, x2, y2) over the last axis with x1 < x2 and y1 < y2, in [low, high);
    covariance: symmetric positive definite matrices of deviation about `scale`.

    `zeros` is the share of entries set to exactly 0, `masked` that set to −∞ (at least one where
    it is positive).
    `dtype` is float64 where a way does not say otherwise; integer types round. `strided` makes
    the array a non-contiguous view.
    """

    draw: Way
    shape: tuple[str, ...] = ()
    scale: float = 1.0
    shift: float = 0.0
    low: float = 0.0
    high: float = 1.0
    rate: float = 0.5
    zeros: float = 0.0
    masked: float = 0.0
    classes: str | None = None
    value: Value = None
    entries: dict[str, Draw] = field(default_factory=dict)
    items: tuple[Draw, ...] = ()
    dtype: Literal["float64", "float32", "int64", "uint8", "bool"] | None = None
    layout: Literal["contiguous", "strided"] = "contiguous"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One call: `call` is a function's name, `args` and `kwargs` are references.

    `gives` names what comes back: one name for the whole value, several for a tuple of that
    length. `reads` compares parts of an input or a handle after the call, as
    `{running_mean: bn_param.running_mean, velocity: $config.velocity}`.

    With a `probe`, that function of the exercise's probes is called with the learner's function
    and the arguments, and what it observes is what the step gives.
    """

    call: str
    probe: str = ""
    args: tuple[str, ...] = ()
    kwargs: dict[str, str] = field(default_factory=dict)
    gives: tuple[str, ...] = ()
    reads: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """What must hold of the output `of`, which depends on chance, over many runs of a case.

    dropout-of: an entry is 0 with probability `rate`, else `scale` times that of `input`; the mask
    is another in every run. same-mask: an entry is 0 exactly where the output `mask` is, else
    `scale` times that of `input`. moments: the entries are independent and normal or uniform with
    mean `mean` and standard deviation `std`. frequencies: the entries are numbers of classes from
    0, independent, each as likely as the vector `weights` says.

    `rate`, `scale`, `mean` and `std` are expressions in the sizes and in the inputs that are plain
    numbers (those in a map under their own key); `input` and `weights` are inputs, or results of
    the script. `by` is the convention by which it must hold, where that is not the exercise's own.
    """

    of: str
    by: str = ""
    is_: Literal["dropout-of", "same-mask", "moments", "frequencies"] = field(
        metadata=MappingProxyType({"key": "is"})
    )
    input: str = ""
    mask: str = ""
    rate: str = "0"
    scale: str = "1"
    mean: str = "0"
    std: str = "1"
    weights: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gradient:
    """Which outputs are gradients of what: `wrt` maps an input to the output that is its gradient.

    The differentiated number is Σ `of`·`upstream`, one upstream input for each output in `of`;
    without upstream, `of` is a loss, a number.
    """

    of: tuple[str, ...]
    upstream: tuple[str, ...] = ()
    wrt: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One set of sizes and inputs; `label` is how reports speak of it.

    `inputs` replaces draws of the exercise by name, `script` its whole script. A case on the
    `stability` axis never makes a program wrong: it is reported apart.
    """

    label: Text = field(metadata=MappingProxyType({"neutral": True}))
    sizes: dict[str, int]
    inputs: dict[str, Draw] = field(default_factory=dict)
    script: tuple[Step, ...] = ()
    axis: Literal["value", "stability"] = "value"
