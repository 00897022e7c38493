"""What is wrong with a formula: which single slip turns the right one into it.

Proportionality comes first (a sign, a constant, a size, a name), then the edits of the right
formula's tree. Slips that give the same formula cannot be told apart and are named together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

import numpy as np

from dlprep.expr.arrays import Array
from dlprep.expr.fields import FLOAT
from dlprep.expr.graph import Node, apply, in_order, name, names_in, number
from dlprep.expr.tensors import evaluator
from dlprep.expr.world import TooLargeError
from dlprep.formula.assume import Facts
from dlprep.formula.echo import part_text
from dlprep.formula.edits import Edit, edits, reshapings, scalings
from dlprep.formula.equality import aligned
from dlprep.formula.material import SMOOTH, Sides
from dlprep.formula.read import Reading
from dlprep.formula.repairs import repairs
from dlprep.formula.sampling import Sample, Sampler
from dlprep.model.message import Message

MOST_NAMES = 3
POINTS = {True: 8, False: 16}  # with arrays, which have many entries at each, and without
NEAR = 1e-8
_SIMPLE = 12  # largest numerator and denominator of a constant worth naming
_FEWEST = 3  # numbers that have to agree
_ENOUGH = frozenset(("sign", "size-missing", "size-twice"))
_ALIKE = {
    **dict.fromkeys(("constant", "over", "taken-as-one"), "factor-dropped"),
    "size-missing": "divisor-dropped",
    "taken-as-zero": "term-dropped",
}


@dataclass(frozen=True, slots=True)
class Slip:
    """One way to make the mistake: its kind (`term-dropped`, `sign`, …) and a sentence."""

    code: str
    said: Message


def slips(wrong: Reading, right: Reading, known: Facts = Facts()) -> tuple[Slip, ...]:  # noqa: B008
    """The single slips that give `wrong` instead of `right`, at most three; nothing where no
    single slip does. One-hot labels count as soft ones, which hide less."""
    pair = aligned(wrong, right)
    if isinstance(pair, Message):
        return _misshapen(wrong, right, known)
    declared = frozenset(
        each.name for each in right.symbols.declared if each.is_ not in {"index", "function"}
    )
    sampler = Sampler((wrong, right), right.symbols, _softened(known, right), extra=declared)
    arrays = bool(sampler.dims())
    points, profiles = POINTS[arrays], (False, True) if arrays else (False,)
    try:
        trials = [_Trial(sampler.draw(points, square=square), *pair) for square in profiles]
        found = _all(trials, pair[1], Sides(wrong, right))
        return tuple(islice(_different(found), MOST_NAMES))
    except TooLargeError:
        return ()


def _different(found: Iterator[Slip]) -> Iterator[Slip]:
    """Each sentence once."""
    said: set[tuple[str, str]] = set()
    for slip in found:
        what = (_ALIKE.get(slip.code, slip.code), str(slip.said.values.get("what")))
        if what not in said:
            said.add(what)
            yield slip


def _softened(known: Facts, right: Reading) -> Facts:
    labels = [each.name for each in right.symbols.declared if each.domain == "one-hot"]
    return known.supposing("simplex", [label for label in labels if label])


def _misshapen(wrong: Reading, right: Reading, known: Facts) -> tuple[Slip, ...]:
    """What a matrix or vector of another shape is: the transpose of the right one, or one with a
    product turned or a factor lost."""
    if not wrong.kind.dims or not right.kind.dims:
        return ()
    trial = _Trial(
        Sampler((wrong, right), right.symbols, known).draw(POINTS[True]), wrong.node, right.node
    )
    turned = apply("transpose", wrong.node)
    if wrong.kind.dims[::-1] == right.kind.dims and trial.is_right(turned):
        return (Slip("transposed", Message("naming.result-transposed")),)
    found = (
        Slip(edit.code, _said(edit, right))
        for edit in reshapings(right.node)
        if trial.is_wrong(edit.node)
    )
    return tuple(islice(_different(found), MOST_NAMES))


class _Trial:
    """The wrong and the right formula at the points of a sample."""

    def __init__(self, sample: Sample, wrong: Node, right: Node) -> None:
        self.sizes = frozenset(sample.dims)
        self.value = evaluator(sample.world(FLOAT))
        self.mine = wrong
        self.wrong, self.right = self.value(wrong), self.value(right)

    def is_wrong(self, node: Node) -> bool:
        """Whether a formula has the values of the wrong one. Where these are numbers alone, none
        in which names cancel was meant."""
        if names_in(node) and not names_in(self.mine):
            return False
        return self._has(node, self.wrong)

    def is_right(self, node: Node) -> bool:
        """Whether a formula has the values of the right one."""
        return self._has(node, self.right)

    def _has(self, node: Node, values: Array) -> bool:
        try:
            return _same(self.value(node), values)
        except (IndexError, KeyError, ValueError):
            return False  # it does not fit the shapes

    def ratio(self) -> float | None:
        """The constant between the two, if there is one."""
        shape = np.broadcast_shapes(self.wrong.shape, self.right.shape)
        wrong, right = (np.broadcast_to(each, shape) for each in (self.wrong, self.right))
        usable = np.isfinite(wrong) & np.isfinite(right) & (np.abs(right) > NEAR)
        if usable.sum() < _FEWEST:
            return None
        ratios = wrong[usable] / right[usable]
        constant = np.ptp(ratios) <= NEAR * max(1.0, float(np.abs(ratios).max()))
        return float(ratios[0]) if constant else None


def _same(a: Array, b: Array) -> bool:
    shape = np.broadcast_shapes(a.shape, b.shape)
    a, b = np.broadcast_to(a, shape), np.broadcast_to(b, shape)
    both = np.isfinite(a) & np.isfinite(b)
    fewest = _FEWEST if shape[0] > 1 else 1  # a number is the same at all points
    if both.sum() < fewest or (np.isfinite(a) ^ np.isfinite(b)).any():
        return False
    scale = np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-6)
    with np.errstate(all="ignore"):
        return bool((np.abs(a - b)[both] <= NEAR * scale[both]).all())


def _all(trials: Sequence[_Trial], root: Node, sides: Sides) -> Iterator[Slip]:
    """A ratio, then the edits that say where, of the right formula or else of the wrong one;
    scaled terms only where nothing else explains it."""
    right = sides.right
    ratio = next(_proportional(trials, root, right), None)
    if ratio is not None:
        yield ratio
        if ratio.code in _ENOUGH:
            return
    local = [edit for edit in edits(root, sides) if _gives(edit, trials)]
    yield from (Slip(edit.code, _said(edit, right)) for edit in local)
    if not local and ratio is None:
        yield from _apart(trials, root, sides)


def _apart(trials: Sequence[_Trial], root: Node, sides: Sides) -> Iterator[Slip]:
    """What is wrong in a formula of another form than the right one; a number in it says less than
    a term that is scaled."""
    wrong = trials[0].mine
    mended = [edit for edit in repairs(wrong, sides) if _mends(edit, trials)]
    plain = [edit for edit in mended if edit.about.op != "number"]
    scaled = [] if plain else [edit for edit in scalings(root, sides) if _gives(edit, trials)]
    yield from (Slip(edit.code, _said(edit, sides.right)) for edit in scaled)
    yield from (Slip(edit.code, _said(edit, sides.wrong)) for edit in plain or mended if not scaled)


def _gives(edit: Edit, trials: Sequence[_Trial]) -> bool:
    return all(trial.is_wrong(edit.node) for trial in trials)


def _mends(edit: Edit, trials: Sequence[_Trial]) -> bool:
    return all(trial.is_right(edit.node) for trial in trials)


def _said(edit: Edit, right: Reading) -> Message:
    return Message(f"naming.{edit.code}", {"what": f"${part_text(edit.about, right)}$"})


def _proportional(trials: Sequence[_Trial], root: Node, right: Reading) -> Iterator[Slip]:
    ratios = [trial.ratio() for trial in trials]
    if None not in ratios and np.ptp(np.array(ratios, float)) <= NEAR * max(1, abs(ratios[0] or 0)):
        yield from _constant(ratios[0] or 0.0)
        return
    yield from _by_slope(trials, root, right)
    words = sorted(names_in(root) | trials[0].sizes)
    names = [name(word) for word in words if _is_number(word, right)]
    for word in names:
        for code, op in (("times", "mul"), ("over", "div")):
            if all(trial.is_wrong(apply(op, root, word)) for trial in trials):
                size = str(word.value) in right.symbols.dims or _is_size(word, right)
                yield _by_name(code, word, right, size=size)


def _by_slope(trials: Sequence[_Trial], root: Node, right: Reading) -> Iterator[Slip]:
    """A derivative of an activation too many or too few: σ(z)(1 − σ(z)), or a(1 − a)."""
    slopes = [
        (node, apply("call", name(node.op), number(1), *node.args))
        for node in in_order(root)
        if node.op in SMOOTH and node.op != "exp"  # which is its own derivative
    ]
    units = [each for each in right.symbols.declared if each.domain == "unit"]
    for symbol in units:
        output = name(symbol.name)
        slopes.append((output, apply("mul", output, apply("sub", number(1), output))))
    for node, slope in slopes:
        for code, op in (("slope-kept", "mul"), ("slope-missing", "div")):
            if all(trial.is_wrong(apply(op, root, slope)) for trial in trials):
                yield Slip(code, Message(f"naming.{code}", {"what": f"${part_text(node, right)}$"}))


def _is_number(word: str, right: Reading) -> bool:
    symbol = right.symbols.find(word)
    return (symbol is None or symbol.is_ == "scalar") and word not in right.ranges


def _is_size(word: Node, right: Reading) -> bool:
    symbol = right.symbols.find(str(word.value))
    return symbol is not None and symbol.domain == "natural"


def _by_name(code: str, word: Node, right: Reading, *, size: bool) -> Slip:
    values = {"what": f"${part_text(word, right)}$"}
    if size:
        code = {"times": "size-missing", "over": "size-twice"}[code]
    return Slip(code, Message(f"naming.{code}", values))


def _constant(ratio: float) -> Iterator[Slip]:
    if abs(ratio) < NEAR:
        return
    if abs(ratio + 1) < NEAR:
        yield Slip("sign", Message("naming.sign"))
        return
    simple = Fraction(ratio).limit_denominator(_SIMPLE)
    if abs(float(simple) - ratio) < NEAR and abs(simple.numerator) <= _SIMPLE:
        text = str(simple).replace("-", "−")
        yield Slip("factor", Message("naming.factor", {"what": f"${text}$"}))
