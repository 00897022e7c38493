"""Whether two formulas are equal, by their values: double precision finds where they differ,
forty digits decide.

Nothing is simplified. Points at which a side is not real or not finite say nothing, unless the
other side is: then the formulas are equal at most where both are, and the assumption is named.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

from dlprep.expr.arrays import Array
from dlprep.expr.fields import FLOAT, Field
from dlprep.expr.graph import Node, apply, in_order, name, names_in, number
from dlprep.expr.tensors import evaluate
from dlprep.expr.world import TooLargeError
from dlprep.formula.assume import Facts
from dlprep.formula.kinds import shape
from dlprep.formula.read import Reading
from dlprep.formula.sampling import POINTS, Sample, Sampler
from dlprep.model.message import Message

DIGITS, MANY_DIGITS = 40, 160
DOUBLE, PRECISE = 1e-9, 1e-25  # how far apart equal values may be, relative to their size
SPREADS = (5.0, 100.0)  # how much wider points are drawn where there are branches
SMALLEST = 1e-3  # values below are compared as if they were of this size
DOUBTFUL, CLEAR = 1e-6, 1e-4  # as DOUBLE, of derivatives by differences
ENOUGH = 2  # points at which both sides have a value

Answer = Literal["equal", "equal-if", "different", "undecided"]


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A point at which two formulas differ, and both values there (at `place` of an array)."""

    at: Mapping[str, Any]
    a: float
    b: float
    place: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """`assumption` is what makes the two equal, as in `positive:x` or `sums-to-one:y`; `reason`
    says why nothing could be compared."""

    answer: Answer
    assumption: str | None = None
    counterexample: Counterexample | None = None
    reason: Message | None = None


@dataclass(slots=True)
class _Compared:
    """What the points of one sample say."""

    differs: Counterexample | None = None
    agreeing: int = 0
    lonely: bool = False  # somewhere only one side has a value


def compare(a: Reading, b: Reading, known: Facts = Facts()) -> Verdict:  # noqa: B008 - frozen
    """Whether `a` and `b` are equal wherever `known` holds."""
    both = aligned(a, b)
    if isinstance(both, Message):
        return Verdict("different", reason=both)
    first, second = both
    if first is second:
        return Verdict("equal")
    pair = _Pair(first, second, (a, b), known)
    try:
        return pair.verdict()
    except TooLargeError:
        return Verdict("undecided", reason=Message("formula.too-large"))


def aligned(a: Reading, b: Reading) -> tuple[Node, Node] | Message:
    """Both formulas in one form: a vector beside its j-th entry is taken at j, and 0 beside an
    array is that of its shape."""
    ours, theirs = _dims(a), _dims(b)
    if zeros := _zeros(a, b):
        return zeros
    if ours == theirs and (a.kind.indices == b.kind.indices or not ours):
        return a.node, b.node  # a number may depend on an index on one side only
    if taken := _taken(a, b):
        return taken, b.node
    if taken := _taken(b, a):
        return a.node, taken
    if ours != theirs:
        return Message("formula.shapes-differ", {"a": shape(ours), "b": shape(theirs)})
    return a.node, b.node


def _zeros(a: Reading, b: Reading) -> tuple[Node, Node] | None:
    """An array and the zeros of its shape, where one side is 0."""
    if _dims(a) and b.node is number(0):
        return a.node, apply("mul", number(0), a.node)
    if _dims(b) and a.node is number(0):
        return apply("mul", number(0), b.node), b.node
    return None


def _dims(reading: Reading) -> tuple[str, ...]:
    return tuple(dim for dim in reading.kind.dims if dim != "1")


def _taken(array: Reading, entry: Reading) -> Node | None:
    """An array at the free indices of what is compared with it."""
    missing = sorted(entry.kind.indices - array.kind.indices)
    dims = _dims(array)
    if not dims or _dims(entry) or len(missing) != len(dims):
        return None
    if array.kind.dims != dims:
        return None
    if [entry.ranges[letter] for letter in missing] != list(dims):
        missing.reverse()
    if [entry.ranges[letter] for letter in missing] != list(dims):
        return None
    return apply("entry", array.node, *map(name, missing))


@dataclass(slots=True)
class _Pair:
    a: Node
    b: Node
    readings: tuple[Reading, Reading]
    known: Facts
    sampler: Sampler = field(init=False)
    has_slopes: bool = field(init=False)

    def __post_init__(self) -> None:
        symbols = self.readings[0].symbols
        self.sampler = Sampler(self.readings, symbols, self.known)
        self.has_slopes = any(node.op == "slope" for node in in_order(*self.sampler.nodes))

    def verdict(self) -> Verdict:
        found = self.compared(self.known)
        if found.differs is None and not found.lonely:
            return Verdict("equal" if found.agreeing >= ENOUGH else "undecided")
        for domain, names in self.assumptions():
            supposed = self.compared(self.known.supposing(domain, names))
            if supposed.differs is None and not supposed.lonely and supposed.agreeing >= ENOUGH:
                return Verdict("equal-if", f"{domain}:{','.join(names)}", found.differs)
        if found.differs is not None:
            return Verdict("different", counterexample=found.differs)
        return Verdict("equal" if found.agreeing >= ENOUGH else "undecided")

    def compared(self, known: Facts) -> _Compared:
        sampler = Sampler(self.readings, self.sampler.symbols, known)
        total = _Compared()
        for square in (False, True) if sampler.dims() else (False,):
            sample = sampler.draw(square=square)
            self.look(sample, total, sure=1 if square else 2)
            for wide in self.other_branches(sampler) if total.differs is None else ():
                self.look(wide, total, sure=0)
            if total.differs is not None:
                return total
        return total

    def look(self, sample: Sample, total: _Compared, *, sure: int) -> None:
        """Compare at the points of a sample in double precision; in many digits where that finds
        something, and at `sure` points where it does not."""
        ours, theirs = self.values(sample, FLOAT)
        here, there = (np.isfinite(each) for each in (ours, theirs))
        both = here & there
        if self.has_slopes:
            self.look_at_slopes(sample, total, ours, theirs)
            return
        with np.errstate(all="ignore"):
            apart = both & (np.abs(ours - theirs) > DOUBLE * _scale(ours, theirs))
        suspects = _points(apart)[:2]
        odd = _points(here ^ there)[:3]
        plain = [at for at in _points(both) if at not in suspects][:sure]
        at = [*suspects, *odd, *plain]
        if at:
            self.decide(sample.only(at), total)
        total.agreeing += len(_points(both)) - len(_points(apart)) if not total.differs else 0

    def look_at_slopes(self, sample: Sample, total: _Compared, ours: Array, theirs: Array) -> None:
        """Derivatives by differences have eight good digits and cost too much for more: many
        digits decide in doubt only."""
        both = np.isfinite(ours) & np.isfinite(theirs)
        with np.errstate(all="ignore"):
            gap = np.where(both, np.abs(ours - theirs) / _scale(ours, theirs), 0)
        clear = gap > CLEAR
        if len(_points(clear)) >= ENOUGH:
            total.differs = self.counterexample(sample, ours, theirs, clear)
        elif doubtful := _points(gap > DOUBTFUL)[:1]:
            self.decide(sample.only(doubtful), total)
        total.agreeing += len(_points(both)) - len(_points(gap > DOUBTFUL))

    def decide(self, sample: Sample, total: _Compared) -> None:
        ours, theirs, apart, lonely = self.judged(sample, DIGITS)
        if apart.any() or lonely.any():
            # 1 − σ(45) has lost twenty digits; what is left of them with many more decides.
            ours, theirs, apart, lonely = self.judged(sample, MANY_DIGITS)
        total.lonely |= bool(lonely.any())
        if apart.any():
            total.differs = self.counterexample(sample, ours, theirs, apart)

    def judged(self, sample: Sample, count: int) -> tuple[Array, Array, Array, Array]:
        """Both values with so many digits, where they differ, and where one is alone."""
        from dlprep.expr.precise import digits  # noqa: PLC0415 - mpmath is slow to import

        numbers = digits(count)
        ours, theirs = self.values(sample, numbers)
        here, there = (numbers.is_finite(each) for each in (ours, theirs))
        both = here & there
        zero = numbers.number(0)
        off = np.abs(np.where(both, ours, zero) - np.where(both, theirs, zero))
        scale = np.where(both, _scale(ours, theirs), zero)
        return ours, theirs, both & np.asarray(off > PRECISE * scale, bool), here ^ there

    def values(self, sample: Sample, numbers: Field) -> tuple[Array, Array]:
        """Both formulas at all points, of one shape (points, *indices, *axes)."""
        world = sample.world(numbers)
        lead = 1 + len(world.axes)
        found = []
        for node, reading in zip((self.a, self.b), self.readings, strict=True):
            value = evaluate(node, world)
            if value.ndim > lead and "1" in reading.kind.dims:
                own = [size for size in value.shape[lead:] if size != 1]
                value = value.reshape(*value.shape[:lead], *own)
            found.append(value)
        shape = np.broadcast_shapes(
            found[0].shape, found[1].shape, (sample.points,) + (1,) * (found[0].ndim - 1)
        )
        ours, theirs = (np.broadcast_to(value, shape) for value in found)
        return ours, theirs

    def counterexample(
        self, sample: Sample, ours: Array, theirs: Array, apart: Array
    ) -> Counterexample:
        where = tuple(int(each[0]) for each in np.nonzero(apart))
        world = sample.only([where[0]]).world(FLOAT)
        at = {
            word: values[0].tolist()
            for word, values in sorted(world.names.items())
            if word in self.sampler.names
        }
        sizes = {dim: size for dim, size in sample.dims.items() if dim in self.sampler.names}
        place = tuple(
            index + 1 for index, size in zip(where[1:], ours.shape[1:], strict=True) if size > 1
        )
        return Counterexample({**at, **sizes}, float(ours[where]), float(theirs[where]), place)

    def other_branches(self, sampler: Sampler) -> list[Sample]:
        """Points far out, where the other branch of a clipped function may lie."""
        if not any(node.op in _KINKS for node in in_order(self.a, self.b)):
            return []
        return [sampler.draw(2 * POINTS, spread=spread) for spread in SPREADS]

    def assumptions(self) -> list[tuple[str, list[str]]]:
        """What may be tacitly assumed: positive bases, vectors that sum to one."""
        symbols = self.sampler.symbols
        real = {
            word
            for word in self.sampler.names
            if self.known.domain(word, symbols.find(word)) == "real"
            and not (symbols.find(word) and symbols.find(word).is_ in {"index", "function"})  # type: ignore[union-attr]
        }
        bases = real & _under_roots(self.a, self.b)
        vectors = [word for word in sorted(real) if len(self.sampler.shape(word)) == 1]
        return [
            *([("positive", sorted(bases))] if bases else []),
            *(("sums-to-one", [word]) for word in vectors),
            *([("positive", sorted(real))] if bases and bases != real else []),
        ]


def _scale(ours: Array, theirs: Array) -> Array:
    return np.maximum(np.maximum(np.abs(ours), np.abs(theirs)), SMALLEST)


def _points(flags: Array) -> list[int]:
    """The points at which any entry is flagged."""
    rows = flags.reshape(flags.shape[0], -1).any(axis=1)
    return [int(at) for at in np.nonzero(rows)[0]]


def _under_roots(*roots: Node) -> frozenset[str]:
    """The names under a root, a logarithm or a power that is no whole number."""
    found: set[str] = set()
    for node in in_order(*roots):
        whole = node.op == "pow" and isinstance(node.args[1].value, int)
        if node.op in {"sqrt", "log", "log2", "log10"} or (node.op == "pow" and not whole):
            found |= names_in(node.args[0])
    return frozenset(found)


_KINKS = frozenset(
    ("max", "min", "abs", "relu", "sign", "if", "lt", "gt", "le", "ge", "leaky_relu", "floor")
)
