"""A derivation is judged line by line.

Each side of an equation has a value: names by what the question gives and the lines before define,
derivatives by differences in the graph of these definitions. So a line is held against what is
true of its own left side, or against the line before if it has none, and every further `=` against
the part before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dlprep import formula
from dlprep.answer.derivation_case import (
    Case,
    Known,
    case,
)
from dlprep.answer.derivation_end import Ends, asked
from dlprep.answer.derivation_line import Line
from dlprep.expr.graph import names_in
from dlprep.model.derivation import Ending, JudgedDerivation, JudgedLine
from dlprep.model.item import Derivation
from dlprep.model.message import Message

if TYPE_CHECKING:
    from dlprep.formula import Reading, Scope


@dataclass(slots=True)
class Derived:
    """Takes lines and judges each; knows what was defined and where it went wrong."""

    case: Case
    scope: Scope = field(init=False)
    settled: Scope | None = field(init=False)
    lines: list[JudgedLine] = field(default_factory=list)
    said: list[tuple[Reading | None, list[Reading]]] = field(default_factory=list)
    bounds: list[Known] = field(default_factory=list)
    chain: Known | None = None  # from the last left side to the end of the line before

    def __post_init__(self) -> None:
        self.scope, self.settled = self.case.scope, self.case.settled

    def add(self, text: str, number: int | None = None) -> JudgedLine:
        """Judge one more line."""
        number = len(self.lines) + 1 if number is None else number
        line = Line(self, number, text).judged()
        self.lines.append(line)
        return line

    @property
    def own_names(self) -> set[str]:
        """The names that the lines before coined."""
        return self.scope.defined.keys() - self.case.scope.defined.keys()

    @property
    def restated(self) -> Scope:
        """With what is given as the lines before wrote it in names of their own."""
        written = {
            str(left.node.value): value.node
            for left, values in self.said
            for value in values
            if left and left.node.op == "name" and names_in(value.node) & self.own_names
        }
        return self.scope.taking(written, replace(self.scope, defined=written))

    @property
    def broken(self) -> bool:
        return any(line.status == "wrong" for line in self.lines)

    @property
    def ended(self) -> Reading | None:
        """What the line before ends in."""
        return self.chain.value if self.chain else None

    def say(self, left: Reading | None, values: list[Reading], *, goes_on: bool = False) -> None:
        """Remember what a line says, and what it ends in."""
        self.said.append((left, values))
        if not values:
            return
        if goes_on and self.chain is not None:
            self.chained("eq", values[-1])
        else:
            self.chain = Known(left or values[0], values[-1])

    def chained(self, sign: str, end: Reading) -> None:
        """Remember that the chain so far goes on to `end`; one that holds an inequality is one."""
        assert self.chain is not None
        relation = formula.joined(self.chain.relation, sign)
        self.chain = replace(self.chain, value=end, relation=relation)
        if relation not in {"eq", ""}:
            self.bounds.append(self.chain)

    @property
    def ends(self) -> Ends:
        return Ends(self.case, self.scope, self.said, self.bounds)

    def result(self) -> JudgedDerivation:
        reached = [self.ends.reached(answer) for answer in self.case.answers]
        missing = tuple(
            text
            for text, found in zip(self.case.item.answer, reached, strict=True)
            if found is not True
        )
        misfit = next((found for found in reached if isinstance(found, Message)), None)
        return JudgedDerivation(
            item=self.case.item.id,
            lines=tuple(self.lines),
            ending=self._ending(reached),
            missing=tuple(map(asked, missing)),
            misfit=misfit,
        )

    def _ending(self, reached: Sequence[bool | Message]) -> Ending:
        if self.chain is None and not self.broken:
            return "empty"
        if self.broken:
            return "wrong"
        if all(found is True for found in reached):
            unsure = any(line.status == "undecided" for line in self.lines[-1:])
            return "undecided" if unsure else "right"
        misfit = any(isinstance(found, Message) for found in reached)
        return "form" if misfit else "unfinished"


def judge(item: Derivation, lines: Sequence[tuple[int, str]]) -> JudgedDerivation:
    """All lines of a derivation, each with its number."""
    derived = Derived(case(item))
    for number, text in lines:
        derived.add(text, number)
    return derived.result()


__all__ = ["Case", "Derived", "Known", "case", "judge"]
