"""What can be said of a wrong output from its numbers alone: a ratio and its law, zero, a sign,
a transpose; or where it is wrong: in which rows, at which entries, for which sizes.

A law or a pattern is stated only if it holds on every judged case, fresh numbers included.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations_with_replacement

import numpy as np

from dlprep.check.grading.compare import Closeness, differing, is_faint
from dlprep.check.running.draw import Drawn
from dlprep.check.running.runs import Runs
from dlprep.model.message import Message
from dlprep.model.value import dataclass
from dlprep.sandbox.frames import Array, Value

CONSTANTS = {-1.0: "−1", 2.0: "2", -2.0: "−2", 0.5: "½", -0.5: "−½", 4.0: "4", 0.25: "¼"}
NOTHING = np.empty(0)  # where a call gave no numbers
SHOWN = 3  # cases of more that are listed
CLOSE = 1e-5  # of a ratio to a law, relative to it
FEW = 3  # magnitudes that do not agree with a factor by chance
EXPLAINING = frozenset(
    ("check.fact.zero", "check.fact.transposed", "check.fact.sign", "check.fact.ratio")
)


@dataclass(frozen=True, slots=True)
class Pair:
    """One output of one call: the case, which call it was, the reference's array, the learner's."""

    drawn: Drawn
    at: int
    expected: Array
    got: Array
    close: Closeness

    @property
    def sizes(self) -> dict[str, int]:
        """The sizes of the case."""
        return self.drawn.sizes

    @property
    def comparable(self) -> bool:
        """Whether entries can be held against one another."""
        return bool(self.expected.shape == self.got.shape)

    def off(self, expected: Array | None = None) -> Array:
        """Which entries are wrong, against the reference or something else."""
        right = self.expected if expected is None else expected
        return differing(right, self.got, self.close)


def pairs(
    output: str,
    runs: Iterable[tuple[Drawn, Runs, Runs, Sequence[int]]],
    close: Callable[[Drawn], Closeness],
) -> list[Pair]:
    """An output in all cases: each comes with the reference's runs, the learner's, and which
    calls are judged. What holds in every case must hold where a call failed, too, and there the
    learner's array is empty."""
    found = []
    for drawn, right, learner, judged in runs:
        for at in judged:
            expected, got = leaf(right[at].outputs, output), leaf(learner[at].outputs, output)
            if isinstance(expected, (float, np.ndarray)):
                made = np.asarray(got) if isinstance(got, (int, float, np.ndarray)) else NOTHING
                found.append(Pair(drawn, at, np.asarray(expected), made, close(drawn)))
    return found


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


def facts(
    output: str, told: Sequence[Pair], fresh: Callable[[], Sequence[Pair]]
) -> Iterator[Message]:
    """The strongest statement that explains the output in every case; without one, where the
    output is wrong. `fresh` gives the same with other numbers, when there is something to test."""
    if not told:
        return
    for rule in (_zero, _transposed, _ratio_law):
        said = rule(output, told)
        if said is not None and _still(rule, output, said, fresh()):
            yield said
            return
    for place in (_not_finite, size_one, _rows, _zeros, _borders):
        said = place(output, told)
        if said is not None and (place is _not_finite or _still(place, output, said, fresh())):
            yield said
            return


def _still(
    rule: Callable[[str, Sequence[Pair]], Message | None],
    output: str,
    said: Message,
    fresh: Sequence[Pair],
) -> bool:
    return not fresh or rule(output, fresh) == said


def _zero(output: str, told: Sequence[Pair]) -> Message | None:
    if not all(_is_zero(pair) for pair in told):
        return None
    if any(pair.expected.any() for pair in told):
        return Message("check.fact.zero", {"output": output})
    return None


def _is_zero(pair: Pair) -> bool:
    """Whether nothing is left but rounding, where something should be; False is no number."""
    if pair.got.dtype.kind == "b" or (pair.expected.size and not pair.got.size):
        return False
    largest = np.abs(pair.got).max(initial=0.0)
    return bool(largest <= pair.close.margin(pair.expected, pair.got))


def _transposed(output: str, told: Sequence[Pair]) -> Message | None:
    if all(_is_transpose(pair) for pair in told):
        return Message("check.fact.transposed", {"output": output})
    return None


def _is_transpose(pair: Pair) -> bool:
    turned = pair.got.T
    if pair.expected.ndim < 2 or turned.shape != pair.expected.shape:
        return False
    return not differing(pair.expected, turned, pair.close).any()


def _ratio_law(output: str, told: Sequence[Pair]) -> Message | None:
    """The ratio in words: a constant, or a law in the sizes that fits every case."""
    telling = [pair for pair in told if pair.expected.any() or pair.got.any()]
    if not _are_measures(telling):
        return None
    ratios = [_ratio(pair) for pair in telling]
    numbers = [ratio for ratio in ratios if ratio is not None]
    if not numbers or len(numbers) < len(ratios):
        return None
    for constant, shown in CONSTANTS.items():
        if _fits(numbers, [constant] * len(numbers)):
            code = "check.fact.sign" if constant == -1 else "check.fact.ratio"
            return Message(code, {"output": output, "ratio": shown})
    laws = _laws([pair.sizes for pair in telling])
    fitting = {law: None for law, values in laws if len(set(values)) > 1 and _fits(numbers, values)}
    if not fitting or (len(fitting) > 1 and len({*np.round(numbers, 9)}) < FEW):
        return None
    return Message("check.fact.ratio", {"output": output, "ratio": next(iter(fitting))})


def _are_measures(pairs: Sequence[Pair]) -> bool:
    """Whether they are numbers of which one may be a multiple of the other: indices, counts and
    signs agree with many factors."""
    if any(pair.expected.dtype.kind in "iub" for pair in pairs):
        return False
    shown = (np.abs(pair.expected).ravel() for pair in pairs)
    magnitudes = {float(f"{value:.6g}") for row in shown for value in row[:FEW] if value}
    return len(magnitudes) >= FEW


def _ratio(pair: Pair) -> float | None:
    """R where got = r · expected in every entry."""
    ours, theirs = pair.expected, pair.got
    if not pair.comparable or not np.isfinite(theirs).all() or not np.isfinite(ours).all():
        return None
    square = float((ours * ours).sum())
    if square == 0:
        return None
    ratio = float((ours * theirs).sum()) / square
    if ratio == 0 or pair.off(ratio * ours).any():
        return None
    return ratio


def _laws(sizes: Sequence[dict[str, int]]) -> Iterator[tuple[str, list[float]]]:
    """Sizes, products of two, roots and N − 1 for N, each also upside down."""
    names = [name for name in sizes[0] if all(each.get(name, 0) > 0 for each in sizes)]
    columns = {name: np.array([float(each[name]) for each in sizes]) for name in names}
    for law, values in (*_simple(columns), *_products(columns), *_odd(columns)):
        if np.isfinite(values).all() and (values != 0).all():
            yield law, values.tolist()
            yield _upside_down(law), (1 / values).tolist()


def _upside_down(law: str) -> str:
    """The words for 1 over a law: a quotient turned round."""
    over, slash, under = law.partition("/")
    if slash:
        return f"{under}/{over}"
    return f"1/{law}" if law.isalnum() else f"1/({law})"


def _simple(columns: dict[str, Array]) -> Iterator[tuple[str, Array]]:
    yield from columns.items()


def _products(columns: dict[str, Array]) -> Iterator[tuple[str, Array]]:
    for one, other in combinations_with_replacement(columns, 2):
        shown = f"{one}²" if one == other else f"{one}·{other}"
        yield shown, columns[one] * columns[other]


def _odd(columns: dict[str, Array]) -> Iterator[tuple[str, Array]]:
    for name, values in columns.items():
        yield f"√{name}", np.sqrt(values)
        yield f"2·{name}", 2 * values
        yield f"{name}/2", values / 2
        with np.errstate(divide="ignore"):
            yield f"{name}/({name} − 1)", values / (values - 1)
        for other, under in columns.items():
            if other != name:
                yield f"{name}/{other}", values / under


def _fits(ratios: Sequence[float], values: Sequence[float]) -> bool:
    pairs = zip(ratios, values, strict=True)  # few numbers, for which NumPy takes longer
    return all(abs(ratio - value) <= CLOSE * abs(value) for ratio, value in pairs)


def _not_finite(output: str, told: Sequence[Pair]) -> Message | None:
    broken = [pair for pair in told if not np.isfinite(pair.got).all()]
    broken = [pair for pair in broken if np.isfinite(pair.expected).all()]
    if not broken:
        return None
    labels = list(dict.fromkeys(pair.drawn.case.label for pair in broken))
    values: dict[str, object] = {"output": output, "cases": labels[:SHOWN]}
    if len(labels) <= SHOWN:
        return Message("fact.not-finite", values)
    values["more"] = len(labels) - SHOWN
    return Message("fact.not-finite-in-more", values)


def size_one(output: str, told: Sequence[Pair]) -> Message | None:
    """Right exactly where one size is 1, and no other one that the cases do not tell apart. One of
    these cases has no other peculiarity, or is named after the size."""
    told = [pair for pair in told if not is_faint(pair.expected, pair.got, pair.close)]
    right = [_is_right(pair) for pair in told]
    if all(right) or not any(right):
        return None
    ones = {name: [pair.sizes.get(name) == 1 for pair in told] for name in told[0].sizes}
    match [name for name, where in ones.items() if where == right]:
        case [size] if any(_is_about(size, pair) for pair in told if _is_right(pair)):
            return Message("fact.size-one", {"output": output, "size": size})
        case _:
            return None


def _is_about(size: str, pair: Pair) -> bool:
    case = pair.drawn.case
    return not case.inputs or re.search(rf"\b{size} ?= ?1\b", case.label.en) is not None


def _is_right(pair: Pair) -> bool:
    return pair.comparable and not pair.off().any()


def _rows(output: str, told: Sequence[Pair]) -> Message | None:
    """One place along an axis right, or one wrong, the same in every case: a row, a column, an
    entry of a vector. Two cases must show it, and one in which there are three such places."""
    wrong = _wrong_by_entry(told)
    if len(wrong) < 2 or len({pair.expected.ndim for pair in told}) > 1:
        return None
    axes = wrong[0].expected.ndim
    for axis in range(axes):
        lengths = [pair.expected.shape[axis] for pair in wrong]
        if min(lengths) < 2 or max(lengths) < FEW:
            continue
        if not any(_whole(pair.off(), axis) for pair in wrong):  # single entries are no line
            continue
        lines = [_lines(pair.off(), axis) for pair in wrong]
        for pattern, fits in _PATTERNS.items():
            if all(fits(each) for each in lines) and not _contradicted(pattern, axis, told):
                kind = _LINES.get((axes, axis), "index")
                return Message(f"fact.{pattern}-{kind}", {"output": output, "axis": axis})
    return None


def _contradicted(pattern: str, axis: int, told: Sequence[Pair]) -> bool:
    """Whether more is right in a case where all is than the one place that is said to be."""
    right = (pair for pair in told if _is_right(pair))
    return pattern.startswith("only") and any(pair.expected.shape[axis] > 1 for pair in right)


def _wrong_by_entry(told: Sequence[Pair]) -> list[Pair]:
    """Where it is wrong; nothing if it has another shape anywhere, for then no place is all, nor if
    the rest is right by the absolute tolerance alone."""
    if not all(pair.comparable for pair in told):
        return []
    wrong = [pair for pair in told if pair.off().any()]
    return [] if any(map(_is_faint_elsewhere, wrong)) else wrong


def _is_faint_elsewhere(pair: Pair) -> bool:
    fine = ~pair.off()
    return is_faint(pair.expected[fine], pair.got[fine], pair.close)


def _lines(off: Array, axis: int) -> Array:
    """Which rows (or columns) have a wrong entry."""
    return np.asarray(np.moveaxis(off, axis, 0).reshape(off.shape[axis], -1).any(axis=1))


def _whole(off: Array, axis: int) -> bool:
    """Whether some row (or column) is wrong throughout."""
    return bool(np.moveaxis(off, axis, 0).reshape(off.shape[axis], -1).all(axis=1).any())


_LINES = {(1, 0): "entry", (2, 0): "row", (2, 1): "column"}  # by the number of axes and the axis
_PATTERNS: dict[str, Callable[[Array], bool]] = {
    "only-last": lambda wrong: bool(wrong[:-1].all() and not wrong[-1]),
    "only-first": lambda wrong: bool(wrong[1:].all() and not wrong[0]),
    "wrong-only-last": lambda wrong: bool(not wrong[:-1].any() and wrong[-1]),
    "wrong-only-first": lambda wrong: bool(not wrong[1:].any() and wrong[0]),
}


def _zeros(output: str, told: Sequence[Pair]) -> Message | None:
    """Wrong only where an input of the same shape, and no other one, is exactly 0."""
    wrong = _wrong_by_entry(told)
    names = set.intersection(*(_alike(pair) for pair in wrong)) if wrong else set()
    fitting = [
        name
        for name in sorted(names)
        if all(_only_at_zeros(pair, pair.drawn.inputs[name]) for pair in wrong)
    ]
    if len(fitting) != 1:
        return None
    return Message("fact.only-at-zeros", {"output": output, "input": fitting[0]})


def _alike(pair: Pair) -> set[str]:
    return {
        name
        for name, value in pair.drawn.inputs.items()
        if isinstance(value, np.ndarray)
        and value.dtype.kind != "b"
        and value.shape == pair.expected.shape
    }


def _only_at_zeros(pair: Pair, given: Array) -> bool:
    return not (pair.off() & (given != 0)).any() and bool((given != 0).any())


def _borders(output: str, told: Sequence[Pair]) -> Message | None:
    """Wrong only at the border of the last two axes, as of images; the inside right."""
    wrong = _wrong_by_entry(told)
    if not wrong or any(pair.expected.ndim < 4 for pair in wrong):
        return None
    inner = [pair.off()[..., 1:-1, 1:-1] for pair in wrong]
    if all(each.size and not each.any() for each in inner):
        return Message("fact.only-at-border", {"output": output})
    return None
