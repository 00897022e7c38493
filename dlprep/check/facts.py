"""What can be said of a wrong output from its numbers alone: a ratio and its law, zero,
a sign, a transpose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement

import numpy as np

from dlprep.check.compare import Closeness, differing
from dlprep.check.grade import Trial
from dlprep.model.message import Message
from dlprep.model.value import dataclass
from dlprep.sandbox.frames import Array, Value

CONSTANTS = {-1.0: "−1", 2.0: "2", -2.0: "−2", 0.5: "½", -0.5: "−½"}


@dataclass(frozen=True, slots=True)
class Pair:
    """One output of one case: the sizes, the reference's array, the learner's."""

    sizes: dict[str, int]
    expected: Array
    got: Array


def facts(
    trials: Sequence[Trial], function: str, output: str, close: Closeness
) -> Iterator[Message]:
    """The strongest plain statement about a wrong output that holds in every judged case."""
    pairs = [pair for trial in trials for pair in _pairs(trial, function, output)]
    if not pairs:
        return
    if all(not pair.got.any() for pair in pairs):
        yield Message("check.fact.zero", {"output": output})
    elif all(_is_transpose(pair, close) for pair in pairs):
        yield Message("check.fact.transposed", {"output": output})
    elif (ratios := [_ratio(pair, close) for pair in pairs]) and None not in ratios:
        numbers = [ratio for ratio in ratios if ratio is not None]
        yield from _law(output, numbers, [pair.sizes for pair in pairs])


def _pairs(trial: Trial, function: str, output: str) -> Iterator[Pair]:
    for grade, right in zip(trial.grades, trial.reference, strict=True):
        if grade.function != function or grade.verdict == "not-judged":
            continue
        expected, got = leaf(right.outputs, output), leaf(grade.run.outputs, output)
        if isinstance(expected, (float, np.ndarray)) and isinstance(got, (int, float, np.ndarray)):
            yield Pair(trial.drawn.sizes, np.asarray(expected), np.asarray(got))


def leaf(outputs: Value, path: str) -> Value:
    """The part of a tree of outputs that a path such as `grads.W1` names, or None."""
    value = outputs
    for part in path.split("."):
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, (list, tuple)) and part.isdigit() and int(part) < len(value):
            value = value[int(part)]
        else:
            return None
    return value


def _is_transpose(pair: Pair, close: Closeness) -> bool:
    turned = pair.got.T
    if pair.expected.ndim < 2 or turned.shape != pair.expected.shape:
        return False
    return not differing(pair.expected, turned, close).any()


def _ratio(pair: Pair, close: Closeness) -> float | None:
    """R where got = r · expected in every entry."""
    ours, theirs = pair.expected, pair.got
    if ours.shape != theirs.shape or not np.isfinite(theirs).all() or not np.isfinite(ours).all():
        return None
    square = float((ours * ours).sum())
    if square == 0:
        return None
    ratio = float((ours * theirs).sum()) / square
    if ratio == 0:
        return None
    return None if differing(ratio * ours, theirs, close).any() else ratio


def _law(output: str, ratios: list[float], sizes: list[dict[str, int]]) -> Iterator[Message]:
    """The ratio in words: a constant, or a size or product of sizes that fits every case."""
    for constant, shown in CONSTANTS.items():
        if _fits(ratios, [constant] * len(ratios)):
            code = "check.fact.sign" if constant == -1 else "check.fact.ratio"
            yield Message(code, {"output": output, "ratio": shown})
            return
    if len({tuple(each.items()) for each in sizes}) < 2:
        return
    for law, values in _laws(sizes):
        if len(set(values)) > 1 and _fits(ratios, values):
            yield Message("check.fact.ratio", {"output": output, "ratio": law})
            return


def _laws(sizes: list[dict[str, int]]) -> Iterator[tuple[str, list[float]]]:
    names = [name for name in sizes[0] if all(each.get(name, 0) > 0 for each in sizes)]
    singles = [(name,) for name in names]
    for parts in (*singles, *combinations_with_replacement(names, 2)):
        values = [float(np.prod([each[name] for name in parts])) for each in sizes]
        shown = "·".join(parts)
        yield shown, values
        yield f"1/{shown}" if len(parts) == 1 else f"1/({shown})", [1 / value for value in values]


def _fits(ratios: list[float], values: list[float]) -> bool:
    return bool(np.allclose(ratios, values, rtol=1e-6, atol=0))
