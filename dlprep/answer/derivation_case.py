"""A derivation question made ready: what is given, and what is known of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from dlprep import formula
from dlprep.expr.graph import in_order
from dlprep.model.derivation import Apart, SympyWitness
from dlprep.model.item import Derivation
from dlprep.model.message import DlprepError
from dlprep.model.text import Text

if TYPE_CHECKING:
    from dlprep.formula import Reading, Scope, Verdict

USUAL_LOSS = "L"


@dataclass(frozen=True, slots=True)
class Known:
    """A formula that is right (or foreseen as wrong) for a left side: equal to it, or in the
    `relation` `lt`, `le`, `gt` or `ge`."""

    left: Reading
    value: Reading
    relation: str = "eq"
    code: str | None = None
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A question made ready: what is given, what holds under its conditions, and what is known.
    `coined` are the names that only conditions define, which no derivative of it moves."""

    item: Derivation
    scope: Scope
    settled: Scope | None
    coined: frozenset[str]
    answers: tuple[Known, ...]
    wrong: tuple[Known, ...]
    worked: tuple[Known, ...]

    def by_sympy(self) -> tuple[SympyWitness, ...]:
        """What SymPy makes of each answer that is an equation, from what is given alone."""
        return tuple(
            SympyWitness(
                answer=text, entries=formula.by_sympy(answer.left, answer.value, self.scope)
            )
            for text, answer in zip(self.item.answer, self.answers, strict=True)
            if answer.relation == "eq"
        )

    def likely(self, left: Reading | None, value: Reading) -> list[tuple[Reading, Reading]]:
        """A wrong side of an equation beside what would be right: another value of its left side,
        or another left side of its value."""
        right = (*self.answers, *self.worked)
        found = [(renamed(value, left, known.left), known.value) for known in about(left, right)]
        if left is not None:
            same = (known for known in right if known.value.node is value.node)
            found += [(left, known.left) for known in same]
        return sorted(found, key=lambda pair: -likeness(*pair))


def likeness(one: Reading, other: Reading) -> float:
    """How much two formulas share: a slip is seen best in the form that it was made in."""
    ours, theirs = (set(in_order(each.node)) for each in (one, other))
    return len(ours & theirs) / len(ours | theirs)


def about(left: Reading | None, known: Sequence[Known]) -> list[Known]:
    """What is known of the same left side; all of it where there is none."""
    if left is None:
        return list(known)
    return [e for e in known if formula.base(e.left.node) == formula.base(left.node)]


def renamed(value: Reading, left: Reading | None, to: Reading) -> Reading:
    """With the indices of another left side: ∂L/∂z_i = p_i as ∂L/∂z_j = p_j."""
    ours, theirs = (formula.letters(each.node) if each else () for each in (left, to))
    if not ours:
        ours, theirs = tuple(sorted(value.ranges)), tuple(sorted(to.ranges))
    if len(ours) != len(theirs) or ours == theirs:
        return value
    return formula.with_letters(value, dict(zip(ours, theirs, strict=True)))


@lru_cache(maxsize=32)
def case(item: Derivation) -> Case:
    """Raises the faults of the reader for what does not read; `bank lint` proves that all does."""
    usual = (
        USUAL_LOSS if any(text.split("=")[0].strip() == USUAL_LOSS for text in item.given) else ""
    )
    symbols = formula.slope_table(item.symbols, loss=item.loss or usual)
    known = formula.facts(item.assume, symbols)
    scope = formula.scope_of(symbols, known, item.given)
    settled = formula.scope_of(symbols, known, [*item.given, *item.conditions]).ordered()
    answers = tuple(_equation(text, scope, scope.reading("1")) for text in item.answer)
    wrong = tuple(_foreseen(item, scope, answers[0].left))
    return Case(
        item=item,
        scope=scope,
        settled=settled if item.conditions else None,
        coined=frozenset(settled.defined.keys() - scope.words),
        answers=answers,
        wrong=wrong,
        worked=_worked(item, scope),
    )


def _equation(text: str, scope: Scope, otherwise: Reading) -> Known:
    """The sides of an equation or an inequality; a bare formula is one for the left side
    `otherwise`."""
    if (said := formula.relation(text)) is not None:
        left, *_, right = (scope.reading(part) for _, part in said.parts)
        return Known(left, right, said.whole)
    parts = [part for _, part in formula.sides(text)]
    left = scope.reading(parts[0]) if len(parts) > 1 else otherwise
    return Known(left, scope.reading(parts[-1]))


def _foreseen(item: Derivation, scope: Scope, asked: Reading) -> Iterator[Known]:
    for wrong in item.wrong:
        try:
            known = _equation(wrong.formula, scope, asked)
        except DlprepError:
            continue  # its shapes do not fit, which is told in words of its own
        yield replace(known, code=wrong.code, why=wrong.why)


def _worked(item: Derivation, scope: Scope) -> tuple[Known, ...]:
    """Every right formula of the worked derivation with its left side."""
    found: list[Known] = []
    for step in item.steps:
        parts = [part for _, part in formula.sides(step.formula)]
        try:
            if len(parts) > 1 and formula.is_new(parts[0], scope.symbols):
                value = scope.reading(parts[1])
                scope = scope.defining(parts[0], value)
            left, *values = (scope.reading(part) for part in parts)
        except DlprepError:
            continue
        found += [Known(left, value) for value in values]
    return tuple(found)


def own_left(left: Reading | None, text: str) -> list[Reading]:
    """The left side, where the line has one of its own."""
    has_own = len(formula.sides(text)) > 1 and bool(formula.sides(text)[0][1].strip())
    return [left] if left is not None and has_own else []


def apart(verdict: Verdict) -> Apart | None:
    """Where two formulas differ, and what each is there."""
    example = verdict.counterexample
    if example is None:
        return None
    return Apart(at=example.at, right=example.a, yours=example.b)
