"""Whether the lines of a derivation end in what is asked, in the form in which it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dlprep import formula
from dlprep.answer.derivation_case import Case, Known, renamed
from dlprep.answer.formula import unfit
from dlprep.model.item import Form
from dlprep.model.message import DlprepError, Message

if TYPE_CHECKING:
    from dlprep.expr.graph import Node
    from dlprep.formula import Reading, Scope


@dataclass(frozen=True, slots=True)
class Ends:
    """What the lines say: `said` each left side with what it equals, `bounds` the inequalities
    from the start of a chain to its end."""

    case: Case
    scope: Scope
    said: Sequence[tuple[Reading | None, Sequence[Reading]]]
    bounds: Sequence[Known]

    def reached(self, answer: Known) -> bool | Message:
        """Whether a line ends in an asked result, or what is wrong with its form. Where one result
        is asked, it must be the last line."""
        said = self.said[-1:] if len(self.case.answers) == 1 else self.said
        misfit: Message | None = None
        if answer.relation != "eq":
            return any(self.is_bound(said, answer) for said in self.bounds)
        for left, values in reversed(said):
            if not values or not self._is_answer(left, values[-1], answer):
                continue
            misfit = self._misfit(values[-1], answer)
            if misfit is None or self._misfit(self._in_full(values[-1]), answer) is None:
                return True
        return misfit or False

    def _is_answer(self, left: Reading | None, value: Reading, answer: Known) -> bool:
        if left is not None and formula.base(left.node) is formula.base(answer.left.node):
            return True  # what is said of it was judged with the line
        if left is not None and not (formula.has_slope(left) and left.kind.dims):
            return False
        if left is not None:  # ∂g/∂w for ∂g_d/∂w_e
            return self.scope.compare(left, answer.left).answer == "equal"
        own = renamed(value, left, answer.left)
        return self.scope.compare(own, answer.value).answer in {"equal", "equal-if"}

    def is_bound(self, said: Known, answer: Known) -> bool:
        """Whether an inequality is the asked one, whatever stands on which side of it, in the
        names that it is asked in."""
        (ours, *sides), (theirs, *others) = (
            formula.ascending(each.relation, each.left, each.value) for each in (said, answer)
        )
        stray = set[str]().union(*(formula.words_in(each).names for each in sides))
        stray -= set[str]().union(*(formula.words_in(each).names for each in others))
        if ours != theirs or stray - self.case.scope.defined.keys():
            return False
        try:
            gaps = [formula.between("sub", *pair) for pair in (sides, others)]
        except DlprepError:
            return False
        return self.scope.compare(*gaps).answer in {"equal", "equal-if"}

    def _in_full(self, value: Reading) -> Reading:
        """With what the lines found in the place of derivatives: da = dc·g where dc was found."""
        found: dict[Node, Node] = {}
        for left, values in self.said:
            if left is not None and values and formula.has_slope(left):
                found.setdefault(left.node, formula.replaced(values[-1].node, found))
        return replace(value, node=formula.replaced(value.node, found))

    def _misfit(self, value: Reading, answer: Known) -> Message | None:
        """What is wrong with the form: where none is asked, the names are those of the answer."""
        if formula.has_slope(value) and not formula.has_slope(answer.value):
            return Message("derive.still-derivative")
        own = self.scope.defined.keys() - self.case.scope.defined.keys()
        form = self.case.item.form or Form()
        if not (form.only or form.without):
            form = Form(only=tuple(sorted(formula.words_in(answer.value).names)))
        if form.only:
            form = replace(form, only=(*form.only, *sorted(own)))
        elif not form.without and formula.words_in(value).names - own:
            return Message("derive.still-names")
        return unfit(form, value)


def asked(answer: str) -> str:
    """The left side of an answer."""
    said = formula.relation(answer)
    return (said.parts if said else formula.sides(answer))[0][1].strip()
