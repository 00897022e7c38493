"""Which single line must change? Edits of the learner's own code are tried out where that code
may run; one that makes all cases pass, fresh ones too, shows the line and what would mend it."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, islice
from operator import itemgetter

from dlprep.check.edits.change import parsed
from dlprep.check.edits.editor import Editor, Proposal
from dlprep.check.edits.likeness import pattern
from dlprep.check.grading.grade import grade
from dlprep.check.naming.budget import Budget
from dlprep.check.naming.divisors import given, inputs_of, may_vanish, names_over
from dlprep.check.naming.evidence import Close, is_finite, same
from dlprep.check.naming.mending import (
    Effect,
    Mended,
    Mending,
    board_of,
    first_line,
    growth,
    is_inwards,
    is_move,
    is_negated,
    is_plainer,
    is_repeated,
    is_unsigned,
    once,
)
from dlprep.check.naming.patient import Patient
from dlprep.check.naming.proposals import Proposals
from dlprep.check.naming.rounding import rounds_away
from dlprep.check.running.draw import Drawn
from dlprep.check.running.runs import Bench, Names, Runs
from dlprep.check.source.units import layout_of
from dlprep.model.text import Text

Slot = tuple[int, bool]  # a line, and whether all functions are right with an edit of it
BOARD = 40  # edits that a child tries in one request
MOST_LINES = 3  # that are told where each of them may be at fault
FURTHER = 20  # pairs of boards tried after an edit with which another function is wrong
ACCEPTABLE = frozenset(("passed", "not-judged"))
MOST_PARTS = 40  # edits that mend a part of the outputs and are tried on all cases


class Repair(Proposals):
    """The search for one edit."""

    def __init__(self, patient: Patient, bench: Bench, names: Names, close: Close) -> None:
        """Raises `SyntaxError` or `ValueError` where the learner's file is no Python."""
        super().__init__(patient, layout_of(bench.source), names)
        self.bench = bench
        self.close = close
        self.spoiling: list[Mending] = []  # with what mends this function another one is wrong
        self.helping: list[Mending] = []  # with these none is
        self.parts: list[tuple[Mending, frozenset[str]]] = []
        self.stable: Sequence[Drawn] = ()

    def found(
        self,
        cases: Sequence[Drawn],
        fresh: Sequence[Drawn],
        stable: Sequence[Drawn],
        budget: Budget,
        among: Iterable[Mending],
    ) -> Mended | None:
        """The first edit among some that mends everything, or else the first that mends all but
        some of the `stable` cases, where other lines may be at fault. The most telling case comes
        first. Where what was found may not be the one, the search goes on a little; what leaves
        another function wrong is none."""
        almost: Mended | None = None
        whole: list[Mending] = []
        further = 0
        self.stable = stable
        for found in self._mends_all(cases, fresh, budget, among):
            some = [each for each in found if not self._breaks(each.mending)]
            whole += [each.mending for each in some if not each.but]
            if whole and further >= self._patience(whole):
                break
            further += bool(whole)
            if not self.bench.alive:
                almost = None
                break
            almost = almost or (some[0] if some else None)
        good = [each for each in whole if each not in self.spoiling]
        return self._likeliest(good) if good else None if whole else almost

    def _patience(self, whole: Sequence[Mending]) -> int:
        """How many pairs of boards more are tried: many where another function is wrong with each
        of the edits, one where none gives its line a form of the solution's or tells a cause."""
        good = [each for each in whole if each not in self.spoiling]
        if not good:
            return FURTHER
        plain = any(is_move(each) or self._has_known_form(*each) for each in good)
        return 0 if plain or any(each[1].kind == "statement" for each in good) else 1

    def _likeliest(self, some: Sequence[Mending]) -> Mended:
        """Of edits of several lines, those with which other wrong functions are right as well, if
        there are any, but those that change others alike: one that leaves a statement out, or else
        one that tells a cause, what is repeated in a loop first, or else the one that gives its
        line a form that the solution has. Where none stands out, a result without its minus, one
        that feeds wrong outputs alone, the one that adds least, and the others beside it."""
        some = [each for each in some if each in self.helping] or some
        some = [each for each in some if not is_repeated(each)] or some[:1]
        first, *others = sorted(some, key=self._rank)
        needless = [each for each in some if each[1].kind == "statement"]
        moves = sorted(filter(is_move, some), key=once)
        alike = [each for each in some if each not in moves and self._has_known_form(*each)]
        if telling := needless or ([] if alike else moves):
            return Mended(telling[0])
        if len(alike) == 1 or not others:
            return Mended(alike[0] if alike else first, in_known_form=bool(alike))
        if not is_negated(first):
            others = [each for each in others if not is_negated(each)]
        lines = dict.fromkeys(map(first_line, [first, *others]))
        return Mended(first, either=(*lines,)[1:])

    def _rank(self, mending: Mending) -> tuple[bool, int, int]:
        return not is_unsigned(mending), self._near[first_line(mending)], growth(mending)

    @cached_property
    def _near(self) -> dict[int, int]:
        """How near each line is to what is wrong."""
        return {statement.lineno: nearness for nearness, _, statement in self.places()}

    def _has_known_form(self, editor: Editor, proposal: Proposal) -> bool:
        made, before = pattern(editor.made(proposal)), pattern(proposal.statement)
        return made in self._forms and before != made

    @cached_property
    def _forms(self) -> frozenset[str]:
        """The forms of all lines in the references."""
        return frozenset().union(*(each.patterns for each in self.patient.references))

    def _left(self, mending: Mending, outputs: frozenset[str] = frozenset()) -> tuple[Text, ...]:
        left = [each for each in self.stable if not self._mends(mending, [each], outputs)]
        return tuple(drawn.case.label for drawn in left)

    def _breaks(self, mending: Mending) -> bool:
        """Whether huge numbers give NaN, infinity or an error with an edit, and did not before: it
        takes away what is right."""
        held = [each for each in self.stable if each.case.label.en in self.patient.holding]
        for drawn in held:
            (made,) = self.bench.try_edits([board_of([mending], self.layout)], drawn, self.names)
            own = [at for at, step in enumerate(drawn.script) if step.call == self.patient.function]
            if not all(is_finite(made[0][at]) for at in own):
                return True
        return False

    def apart(self, cases: Sequence[Drawn], fresh: Sequence[Drawn]) -> Iterator[Mended]:
        """Where no edit that was tried mends everything: those that mend some outputs."""
        open_ = {name for name, right in self.patient.outputs.items() if not right}
        for mending, outputs in sorted(self.parts, key=lambda each: -len(each[1]))[:MOST_PARTS]:
            if outputs <= open_ and self._mends(mending, [*cases[1:], *fresh], outputs):
                open_ -= outputs
                yield Mended(mending, self._left(mending, outputs), outputs)

    def _mends_all(
        self,
        cases: Sequence[Drawn],
        fresh: Sequence[Drawn],
        budget: Budget,
        among: Iterable[Mending],
    ) -> Iterator[list[Mended]]:
        """Edits that mend everything, of those tried at once the likeliest of each line, apart from
        those with which all other functions are right as well; none where none of these does."""
        boards = self._boards(among)
        while self.bench.alive and (two := [*islice(boards, 2)]):
            if not budget.take(sum(map(len, two))):
                return
            found: dict[Slot, Mended] = {}
            for mending, effect in self._tried(two, cases[0]):
                slot = first_line(mending), effect.everywhere
                if effect.whole and self._is_needless(mending, slot, found):
                    continue
                if (
                    effect.whole
                    and self._mends(mending, [*cases, *fresh])
                    and self._keeps_shape(mending, cases[0])
                ):
                    self._keep(Mended(mending, self._left(mending)), slot, found)
                else:
                    self._note(mending, effect)
            yield [*found.values()]

    def _is_needless(self, mending: Mending, slot: Slot, found: Mapping[Slot, Mended]) -> bool:
        """Whether enough is known; of one line what has a form of the solution's goes before what
        comes first, what adds nothing before what does, and a place in its own block before one
        further in."""
        there = found.get(slot)
        if there is None:
            return sum(slot[1] == other for _, other in found) == MOST_LINES
        if there.but:
            return False
        known = there.mending
        if is_inwards(known) and is_move(mending):
            return is_inwards(mending)
        better = self._has_known_form(*mending) or is_plainer(mending, known)
        return self._has_known_form(*known) or not better

    def _keeps_shape(self, mending: Mending, drawn: Drawn) -> bool:
        """Whether a variable more leaves the shape of an expression as it is: (N,) and (N, 1) make
        (N, N), of which a mean may be right all the same."""
        editor, proposal = mending
        change = proposal.change
        if change is None or change.kind not in {"added", "subtracted"}:
            return True
        shapes = (
            f"getattr({ast.unparse(each)}, 'shape', ())" for each in (change.node, change.old)
        )
        kept = ast.IfExp(parsed(" == ".join(shapes)), change.node, ast.Constant(None))
        guarded = proposal._replace(new=kept)
        return any(each.whole for _, each in self._tried([[(editor, guarded)]], drawn))

    @staticmethod
    def _keep(mended: Mended, slot: Slot, found: dict[Slot, Mended]) -> None:
        """For its line, unless what is known of that leaves fewer cases."""
        if slot not in found or len(mended.but) <= len(found[slot].but):
            found[slot] = mended

    def _note(self, mending: Mending, effect: Effect) -> None:
        """An edit that mends some outputs is kept if it leaves all others as they are: one that
        changes what stays wrong makes up for the mistake in a part of what it spoils."""
        outputs = effect.mended & self.patient.telling.off
        if outputs and effect.apart:
            self.parts.append((mending, outputs))

    def _boards(self, proposals: Iterable[Mending]) -> Iterator[list[Mending]]:
        for _, some in groupby(proposals, key=itemgetter(0)):
            while board := [*islice(some, BOARD)]:
                yield board

    def _tried(
        self, boards: Sequence[list[Mending]], drawn: Drawn
    ) -> Iterator[tuple[Mending, Effect]]:
        """The edits that mend something in a case and spoil nothing."""
        asked = [board_of(each, self.layout) for each in boards]
        made = self.bench.try_edits(asked, drawn, self.names)
        for board, runs in zip(boards, made, strict=False):
            for mending, one in zip(board, runs, strict=False):
                effect = self._effect(drawn, one)
                if effect and not self._is_unsound(*mending):
                    yield mending, effect

    def _is_unsound(self, editor: Editor, proposal: Proposal) -> bool:
        """Whether it may divide by zero, or loses tiny numbers."""
        parts = proposal.parts
        divides = any(may_vanish(each.new, each.statement, self._risky) for each in parts)
        return divides or rounds_away(editor.made(proposal), proposal.statement)

    @cached_property
    def _risky(self) -> frozenset[str]:
        """What is given, and divided by neither in the learner's functions nor in a reference."""
        units = self.layout.reach([name for name in self.names.values() if name])
        own = [unit.node for unit in units]
        theirs = (unit.node for each in self.patient.references for unit in each.layout.units)
        known = {*inputs_of(self.patient.inputs)}
        return given(own, known) - names_over([*own, *theirs])

    def _mends(
        self, mending: Mending, cases: Sequence[Drawn], outputs: frozenset[str] = frozenset()
    ) -> bool:
        """Whether an edit makes all cases pass, or some outputs right in them."""
        helps = True
        for case in cases:
            effect = next((effect for _, effect in self._tried([[mending]], case)), None)
            if effect is None or not (effect.whole or (outputs and outputs <= effect.mended)):
                return False
            helps = helps and (effect.everywhere or case.case.axis != "value")
            if not effect.harmless and case.case.axis == "value":
                self.spoiling.append(mending)
        self.helping += [mending] if helps else []
        return True

    def _effect(self, drawn: Drawn, made: Runs) -> Effect | None:
        """None where an edit mends nothing or spoils something; the first look is a quick one."""
        close, patient = self.close(drawn), self.patient
        right = patient.reference(drawn)
        own = [at for at, step in enumerate(drawn.script) if step.call == patient.function]
        if any(made[at].kind != "ok" for at in own):
            return None

        def off(names: Iterable[str]) -> Iterator[str]:
            for name in names:
                if not all(same(made[at], right[at], {name}, close) for at in own):
                    yield name

        wrong = frozenset(name for name, is_right in patient.outputs.items() if not is_right)
        left = frozenset(off(wrong))
        if (wrong and left == wrong) or any(off(patient.outputs.keys() - wrong)):
            return None
        if left:
            return Effect(wrong - left, whole=False, apart=self._keeps(left, drawn, made))
        by_value = close.judge == "values"
        if by_value and not all(same(made[at], right[at], None, close) for at in own):
            return None
        grades = grade(drawn, right, made, close).grades
        if not all(grades[at].verdict == "passed" for at in own):
            return None
        wrong_in = {each.function for each in grades if each.verdict not in ACCEPTABLE}
        harmless = wrong_in.isdisjoint(patient.others)
        return Effect(wrong, whole=True, harmless=harmless, everywhere=not wrong_in)

    def _keeps(self, names: Collection[str], drawn: Drawn, made: Runs) -> bool:
        """Whether outputs are as they were in the most telling case, if this is that one."""
        telling = self.patient.telling
        return drawn is telling.drawn and all(
            same(made[at], telling.runs[at], names, telling.close) for at in telling.judged
        )
