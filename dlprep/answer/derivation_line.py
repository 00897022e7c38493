"""One line of a derivation on its way to a judgement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import combinations
from typing import TYPE_CHECKING

from dlprep import formula
from dlprep.answer.derivation_case import Known, about, apart, likeness, own_left, renamed
from dlprep.answer.formula import NAMED
from dlprep.model.derivation import JudgedLine, Status
from dlprep.model.message import DlprepError, Message

if TYPE_CHECKING:
    from dlprep.answer.derivation import Derived
    from dlprep.formula import Reading, Relation, Scope, Slip, Verdict

_LIKELY_TRIED = 4  # worked formulas with which a wrong one is compared to name the slip
_MOST_SAID = 3  # slips of one line
_AS_LIKE = 0.8  # of the likeness of the likest


@dataclass(slots=True)
class Line:
    """One line on its way to a judgement."""

    so_far: Derived
    number: int
    text: str
    assumption: str | None = None
    rounded: bool = False
    undecided: bool = False
    goes_on: bool = False  # from the line before

    def judged(self) -> JudgedLine:
        try:
            return self._judged()
        except DlprepError as unread:
            message = unread.messages[0]
            if message.code.startswith("formula.shape") and not self.so_far.broken:
                return self._line("wrong", said=message)
            return self._line("unread", said=message)

    def _judged(self) -> JudgedLine:
        formula_text, condition = formula.parted(self.text)
        if condition is not None and "=" in formula_text:
            parts = formula.sides(formula_text)
            readings = [self._read(part) for part in parts if part[1].strip()]
            if len(readings) > 1 and not formula.is_new(parts[0][1], self.so_far.scope.symbols):
                return self._under(condition, readings)
        if (relation := formula.relation(self.text)) is not None:
            return self._inequality(relation)
        parts = formula.sides(self.text)
        if len(parts) > 1 and formula.is_new(parts[0][1], self.so_far.scope.symbols):
            return self._definition(parts)
        readings = [self._read(part) for part in parts if part[1].strip()]
        if len(readings) < 2:
            return self._alone(readings[0], continued=len(parts) > 1)
        if not parts[0][1].strip():
            return self._alone(readings[0], continued=True, more=readings[1:])
        return self._chain(readings[0], readings[1:])

    def _read(self, part: tuple[int, str]) -> Reading:
        before, text = part
        try:
            return self.so_far.scope.reading(text)
        except DlprepError as unread:
            message = unread.messages[0]
            column = message.values.get("column")
            if isinstance(column, int):
                message = replace(message, values={**message.values, "column": column + before})
            raise DlprepError(message) from None

    def _under(self, condition: tuple[str, str, str], readings: Sequence[Reading]) -> JudgedLine:
        """An equation of entries where two indices are equal, or differ: no result by itself."""
        left, *values = formula.where(condition, readings)
        found = self._first_apart(left, values)
        before = self.so_far.chain
        line = self._said(readings[0], list(readings[1:]), found, "right")
        if found is None:
            self.so_far.said.pop()
            self.so_far.chain = before
        return line

    def _definition(self, parts: Sequence[tuple[int, str]]) -> JudgedLine:
        """A name that nobody declared stands for what follows."""
        left = parts[0][1]
        values = [self._read(part) for part in parts[1:]]
        found = self._first_apart(values[0], values[1:])
        if found is None:
            self.so_far.scope = self.so_far.scope.defining(left, values[0])
            if self.so_far.settled is not None:
                self.so_far.settled = self.so_far.settled.defining(left, values[0])
        name = self.so_far.scope.reading(left) if found is None else None
        return self._said(name, values, found, "defined")

    def _alone(
        self, value: Reading, *, continued: bool, more: Sequence[Reading] = ()
    ) -> JudgedLine:
        """A formula without a left side goes on from the line before; a first one starts from
        what is asked, or from what is given."""
        before = self.so_far.ended
        if before is None:
            starts = [answer.left for answer in self.so_far.case.answers]
            starts += [self.so_far.scope.reading(word) for word in self.so_far.scope.defined]
            before = next((each for each in starts if self._same(each, value)), starts[0])
        left = self.so_far.said[-1][0] if self.so_far.said else before
        if self.so_far.chain is not None and self.so_far.chain.relation != "eq":
            left = None
        self.goes_on = True
        found = self._first_apart(before, [value, *more])
        return self._said(left, [value, *more], found, "right")

    def _same(self, a: Reading, b: Reading) -> bool:
        return self.so_far.scope.compare(a, b).answer in {"equal", "equal-if"}

    def _chain(self, left: Reading, values: Sequence[Reading]) -> JudgedLine:
        found = self._first_apart(left, values)
        restated = left.node.op in {"name", "entry"} and not formula.has_slope(left)
        given = restated and formula.base(left.node).value in self.so_far.case.scope.defined
        return self._said(left, values, found, "given" if given else "right")

    def _first_apart(
        self, left: Reading, values: Sequence[Reading]
    ) -> tuple[Reading, Verdict] | None:
        """The first part that differs from the one before it."""
        for before, after in zip([left, *values], values, strict=False):
            verdict = self._compared(before, after, first=before is left)
            match verdict.answer:
                case "different":
                    return after, verdict
                case "equal-if":
                    self.assumption = verdict.assumption
                case "undecided":
                    self.undecided = True
                case _:
                    pass
        return None

    def _compared(self, before: Reading, after: Reading, *, first: bool) -> Verdict:
        verdict = self.so_far.scope.compare(before, after)
        settled = self.so_far.settled
        derives = first and formula.has_slope(before) and not formula.is_zero(after)
        if verdict.answer == "different" and settled is not None:
            coined = self.so_far.case.coined
            holds = self.so_far.scope.taking(coined, settled) if derives else settled
            verdict = holds.compare(before, after) if coined or not derives else verdict
        if verdict.answer == "different" and self._unused([before, after]):
            verdict = self.so_far.restated.compare(before, after)
        if verdict.answer == "different" and self._rounds(before, after, verdict):
            self.rounded = True
            return replace(verdict, answer="equal")
        return verdict

    def _rounds(self, before: Reading, after: Reading, verdict: Verdict) -> bool:
        """Whether numbers agree to the digits that they are written with."""
        scope = self.so_far.settled or self.so_far.scope
        digits = formula.decimals(after) or formula.decimals(before)
        example = verdict.counterexample
        if not digits or example is None or not scope.is_number(after):
            return False
        return abs(example.a - example.b) <= 1.01 * 10.0**-digits

    def _said(
        self,
        left: Reading | None,
        values: Sequence[Reading],
        found: tuple[Reading, Verdict] | None,
        status: Status,
    ) -> JudgedLine:
        read = {
            "read": " = ".join(map(formula.unicode_text, [*own_left(left, self.text), *values])),
            "latex": " = ".join(map(formula.latex_text, [*own_left(left, self.text), *values])),
        }
        if found is None:
            self.so_far.say(left, list(values), goes_on=self.goes_on)
            return self._line(self._status(status), **read, assumption=self.assumption)
        after, verdict = found
        if (doubt := self._doubt(left, values, after)) is not None:
            return self._line("undecided", said=doubt, **read)
        if self.so_far.broken:
            status = "carried" if self._follows(left, after) else "after"
            self.so_far.say(left, list(values), goes_on=self.goes_on)
            return self._line(status, **read)
        line = self._line("wrong", said=verdict.reason, apart=apart(verdict), **read)
        self.so_far.say(left, list(values), goes_on=self.goes_on)
        return self._named(line, left, after)

    def _doubt(
        self, left: Reading | None, values: Sequence[Reading], after: Reading
    ) -> Message | None:
        """Why a line that differs may be right all the same."""
        formulas = [*([left] if left else []), *values]
        if formula.has_array_slope(formulas) and not self._fits_no_layout(left, after):
            return Message("derive.jacobian")
        if unused := self._unused(formulas, self.so_far.restated):
            return Message("derive.unused", {"name": unused[0]})
        return None

    def _unused(self, formulas: Sequence[Reading], scope: Scope | None = None) -> list[str]:
        """Own names by which a derivative is taken of what is not written in them."""
        scope = self.so_far.scope if scope is None else scope
        return sorted(scope.without_part(formulas) & self.so_far.own_names)

    def _fits_no_layout(self, left: Reading | None, value: Reading) -> bool:
        """Whether a Jacobian is wrong whichever way it is laid out."""
        turned = formula.turned(value)
        if left is None or turned is None or formula.has_array_slope([value]):
            return False
        return self.so_far.scope.compare(left, turned).answer == "different"

    def _status(self, status: Status) -> Status:
        if self.undecided:
            return "undecided"
        if self.assumption is not None:
            return "assuming"
        return "rounded" if self.rounded else status

    def _follows(self, left: Reading | None, value: Reading) -> bool:
        """Whether a wrong value is that of the last line about the same left side."""
        for earlier, values in reversed(self.so_far.said):
            if left and earlier and formula.base(left.node) == formula.base(earlier.node):
                return self._same(renamed(values[-1], earlier, left), value)
        return False

    def _named(self, line: JudgedLine, left: Reading | None, value: Reading) -> JudgedLine:
        """The mistake that the author foresaw, or the slip from what would be right."""
        for known in about(left, self.so_far.case.wrong):
            if known.relation == "eq" and self._same(renamed(value, left, known.left), known.value):
                return replace(line, mistake=known.code, why=known.why)
        slips = self._slips(self.so_far.case.likely(left, value)[:_LIKELY_TRIED])
        mistake = NAMED.get(slips[0].code) if len(slips) == 1 else None
        return replace(line, mistake=mistake, likely=tuple(each.said for each in slips))

    def _slips(self, likely: Sequence[tuple[Reading, Reading]]) -> list[Slip]:
        """The slips from the likest right formula that has any, and from those that are as like."""
        scope = self.so_far.scope
        found: list[Slip] = []
        least = 0.0
        for own, right in likely:
            shared = likeness(own, right)
            if found and shared < least:
                break
            slips = [
                slip for slip in formula.slips(*scope.prepared(own, right)) if slip not in found
            ]
            if slips and not found:
                least = _AS_LIKE * shared
            found += slips
        return found[:_MOST_SAID]

    def _inequality(self, said: Relation) -> JudgedLine:
        """A chain of inequalities and equations; one without a left side goes on from the line
        before."""
        parts = [self._read(part) for part in said.parts if part[1].strip()]
        goes_on = len(parts) == len(said.signs)
        if goes_on:
            parts.insert(0, self.so_far.ended or self.so_far.case.answers[0].left)
        read = {
            "read": said.shown(map(formula.unicode_text, parts)),
            "latex": said.shown(map(formula.latex_text, parts), latex=True),
        }
        for sign, before, after in zip(said.signs, parts, parts[1:], strict=False):
            wrong = self._unrelated(sign, before, after)
            if wrong and self.so_far.broken:
                return self._line("after", **read)
            if wrong:
                return self._foreseen(self._line("wrong", **read, **wrong), said, parts)
        for start, end in combinations(range(len(parts)), 2):
            within = reduce(formula.joined, said.signs[start:end])
            if within not in {"eq", ""}:
                self.so_far.bounds.append(Known(parts[start], parts[end], within))
        if not goes_on or self.so_far.chain is None:
            self.so_far.chain = Known(parts[0], parts[0])
        self.so_far.chained(said.whole, parts[-1])
        return self._line("not-refuted", **read)

    def _unrelated(self, sign: str, before: Reading, after: Reading) -> dict[str, object]:
        """Where two parts of an inequality are not as it says."""
        if sign == "eq":
            verdict = self._compared(before, after, first=False)
            if verdict.answer != "different":
                return {}
            return {"said": verdict.reason, "apart": apart(verdict)}
        said = formula.between(sign, before, after)
        against = None
        for scope in filter(None, (self.so_far.scope, self.so_far.settled)):
            against = formula.refuted(scope.resolved(said), scope.facts)
            if against is None:
                return {}
        return {"said": Message("derive.refuted", {"at": against})}

    def _foreseen(self, line: JudgedLine, said: Relation, parts: Sequence[Reading]) -> JudgedLine:
        """With the mistake that the author foresaw."""
        own = Known(parts[0], parts[-1], said.whole)
        for known in self.so_far.case.wrong:
            if known.relation != "eq" and self.so_far.ends.is_bound(own, known):
                return replace(line, mistake=known.code, why=known.why)
        return line

    def _line(self, status: Status, **more: object) -> JudgedLine:
        return JudgedLine(number=self.number, text=self.text, status=status, **more)  # type: ignore[arg-type]
