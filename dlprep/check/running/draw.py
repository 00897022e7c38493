"""The inputs of a case, drawn by seed from what the exercise declares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from typing import Any

import numpy as np

from dlprep.model.exercise import Case, Draw, Step
from dlprep.model.item import Code
from dlprep.model.message import DlprepError, fault
from dlprep.model.value import dataclass
from dlprep.sandbox.frames import Array, Value

Sizes = dict[str, int]
CHANCES = 1 << 32


@dataclass(frozen=True, slots=True)
class Drawn:
    """A case with its inputs. `inputs` also holds the sizes; `strided` names the inputs that
    are to be non-contiguous; `watched` those that must be left as they are; `probes` is the text
    of what observes the program; `requests` are frames that asked a child for it, kept for the
    next file. Where outputs of the exercise may depend on chance, or a probe observes what does,
    generators start from `chance`; the case `is_random` if it gives such an output."""

    case: Case
    script: tuple[Step, ...]
    sizes: Sizes
    inputs: dict[str, Value]
    strided: tuple[str, ...]
    watched: tuple[str, ...]
    single: bool
    probes: str = ""
    requests: dict[object, bytes] = field(default_factory=dict)
    chance: int | None = None
    is_random: bool = False

    @property
    def is_typed(self) -> bool:
        """Whether it gives inputs of a type of its own."""
        return any(draw.dtype is not None for draw in _leaves(self.case.inputs.values()))

    def again(self, times: int) -> Drawn:
        """The same inputs and another chance."""
        if self.chance is None or not times:
            return self
        return replace(self, chance=(self.chance + times) % CHANCES, requests={})


def draw_cases(code: Code, seed: int, turn: int = 0) -> tuple[Drawn, ...]:
    """All cases of an exercise; another `turn` draws fresh numbers for the same cases."""
    return tuple(
        draw_case(code, case, np.random.default_rng([seed, turn, number]))
        for number, case in enumerate(code.cases)
    )


def draw_case(code: Code, case: Case, rng: np.random.Generator) -> Drawn:
    """One case. Inputs are drawn in the order the exercise declares them."""
    sizes = dict(case.sizes)
    for name, text in code.let.items():
        sizes[name] = size(text, sizes)
    draws = {**code.inputs, **case.inputs}
    values = {name: draw_value(draw, sizes, rng) for name, draw in draws.items()}
    changed = {ref.partition(".")[0] for ref in code.mutates}
    script = case.script or code.script
    return Drawn(
        case=case,
        script=script,
        sizes=sizes,
        inputs={**sizes, **values},
        strided=tuple(name for name, draw in draws.items() if draw.layout == "strided"),
        watched=tuple(name for name in draws if name not in changed),
        single=any(draw.dtype == "float32" for draw in _leaves(draws.values())),
        probes=code.probe,
        chance=int(rng.integers(CHANCES)) if code.properties or code.probe else None,
        is_random=_is_random(code, script),
    )


def _is_random(code: Code, script: Sequence[Step]) -> bool:
    """Whether something that the script gives depends on chance."""
    given = {name for step in script for name in (*step.gives, *step.reads)}
    return any(each.of.partition(".")[0] in given for each in code.properties)


def size(text: str, sizes: Sizes) -> int:
    """A whole number from an expression in the sizes."""
    if text in sizes:
        return sizes[text]
    from dlprep.expr.scalar import evaluate  # noqa: PLC0415 - 3 ms that most cases save
    from dlprep.formula.reader import read_expression  # noqa: PLC0415

    try:
        tree = read_expression(text, sizes)
    except DlprepError as problem:
        raise fault("check.bad-size", expression=text, why=problem.messages[0]) from None
    value = evaluate(tree, {name: float(n) for name, n in sizes.items()})
    if value != round(value):
        raise fault("check.not-whole", expression=text, value=value)
    return round(value)


def draw_value(draw: Draw, sizes: Sizes, rng: np.random.Generator) -> Value:
    """The value of one draw."""
    if draw.draw == "map":
        return {name: draw_value(each, sizes, rng) for name, each in draw.entries.items()}
    if draw.draw == "list":
        return [draw_value(each, sizes, rng) for each in draw.items]
    if draw.draw == "value" and not draw.shape:
        return draw.value
    shape = tuple(size(text, sizes) for text in draw.shape)
    if draw.draw == "sizes":
        return shape
    array = _WAYS[draw.draw](draw, shape, sizes, rng)
    if draw.zeros > 0 and array.size:
        array.flat[_chosen(draw.zeros, array.size, rng)] = 0
    if draw.masked > 0 and array.size:
        array.flat[_chosen(draw.masked, array.size, rng)] = -np.inf
    return array if draw.dtype is None else _as(array, draw.dtype)


def _as(array: Array, dtype: str) -> Array:
    return (np.round(array) if dtype in ("int64", "uint8") else array).astype(dtype)


def _chosen(share: float, count: int, rng: np.random.Generator) -> Array:
    return np.asarray(rng.choice(count, max(1, round(share * count)), replace=False))


def _leaves(draws: Iterable[Draw]) -> Iterator[Draw]:
    for draw in draws:
        yield draw
        yield from _leaves((*draw.entries.values(), *draw.items))


def _normal(draw: Draw, shape: tuple[int, ...], _: Sizes, rng: np.random.Generator) -> Array:
    return draw.shift + draw.scale * rng.standard_normal(shape)


def _uniform(draw: Draw, shape: tuple[int, ...], _: Sizes, rng: np.random.Generator) -> Array:
    return rng.uniform(draw.low, draw.high, shape)


def _labels(draw: Draw, shape: tuple[int, ...], sizes: Sizes, rng: np.random.Generator) -> Array:
    return rng.integers(0, size(draw.classes or "2", sizes), shape)


def _one_hot(_: Draw, shape: tuple[int, ...], __: Sizes, rng: np.random.Generator) -> Array:
    labels = rng.integers(0, shape[-1], shape[:-1])
    return np.eye(shape[-1])[labels]


def _binary(draw: Draw, shape: tuple[int, ...], _: Sizes, rng: np.random.Generator) -> Array:
    return (rng.random(shape) < draw.rate).astype(np.float64)


def _signs(draw: Draw, shape: tuple[int, ...], sizes: Sizes, rng: np.random.Generator) -> Array:
    return 2 * _binary(draw, shape, sizes, rng) - 1


def _boxes(draw: Draw, shape: tuple[int, ...], _: Sizes, rng: np.random.Generator) -> Array:
    """Sides are between a fifth and four fifths of the range, so that many boxes overlap."""
    sides = rng.uniform(0.2, 0.8, (*shape[:-1], 2))
    corners = rng.uniform(0.0, 1.0, sides.shape) * (1 - sides)
    return draw.low + (draw.high - draw.low) * np.concatenate([corners, corners + sides], axis=-1)


def _covariance(draw: Draw, shape: tuple[int, ...], _: Sizes, rng: np.random.Generator) -> Array:
    """Well-conditioned, so that inverting one loses few digits."""
    factor = rng.standard_normal(shape)
    spread = factor @ np.swapaxes(factor, -1, -2) / shape[-1] + 0.3 * np.eye(shape[-1])
    return np.asarray(draw.scale**2 * spread)


def _simplex(_: Draw, shape: tuple[int, ...], __: Sizes, rng: np.random.Generator) -> Array:
    weights = 0.05 + rng.random(shape)
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True))


def _mask(draw: Draw, shape: tuple[int, ...], _: Sizes, rng: np.random.Generator) -> Array:
    mask = rng.random(shape) < draw.rate
    sure = rng.integers(0, shape[-1], (*shape[:-1], 1))
    np.put_along_axis(mask, sure, values=True, axis=-1)
    return mask


def _causal(_: Draw, shape: tuple[int, ...], __: Sizes, ___: np.random.Generator) -> Array:
    return np.broadcast_to(np.tri(shape[-2], shape[-1]) > 0, shape).copy()


def _filled(draw: Draw, shape: tuple[int, ...], _: Sizes, __: np.random.Generator) -> Array:
    return np.full(shape, draw.value)


_WAYS: dict[str, Callable[[Draw, tuple[int, ...], Sizes, Any], Array]] = {
    "normal": _normal,
    "uniform": _uniform,
    "labels": _labels,
    "one-hot": _one_hot,
    "binary": _binary,
    "signs": _signs,
    "boxes": _boxes,
    "covariance": _covariance,
    "simplex": _simplex,
    "mask": _mask,
    "causal": _causal,
    "value": _filled,
}
