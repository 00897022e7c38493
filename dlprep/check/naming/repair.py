"""Which single line must change? Edits of the learner's own code are tried out where that code
may run; one that makes all cases pass, fresh ones too, shows the line and what would mend it."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, islice
from operator import itemgetter

from dlprep.check.edits.boards import Header, Simple
from dlprep.check.edits.change import Rule, parsed
from dlprep.check.edits.contents import taken_otherwise
from dlprep.check.edits.editor import Editor, Proposal
from dlprep.check.edits.likeness import pattern
from dlprep.check.edits.losses import losses
from dlprep.check.edits.moves import Moves
from dlprep.check.edits.rules import ALIKE, PARALLEL, REPAIRS
from dlprep.check.edits.variables import returned
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
    is_repeated,
    once,
)
from dlprep.check.naming.patient import Patient
from dlprep.check.naming.rounding import rounds_away
from dlprep.check.naming.vocabulary import Vocabulary
from dlprep.check.running.draw import Drawn
from dlprep.check.running.runs import Bench, Names, Runs
from dlprep.check.source.flow import suspects
from dlprep.check.source.units import Unit, layout_of
from dlprep.model.text import Text

BOARD = 40  # edits that a child tries in one request
Place = tuple[int, Editor, Simple | Header]
MOST_LINES = 3  # that are told where each of them may be at fault
FURTHER = 20  # pairs of boards tried after an edit with which another function is wrong
MOST_PARTS = 40  # edits that mend a part of the outputs and are tried on all cases


# Which places are tried with which rules, in turn: places by how near they are to what is wrong
# (see `_Nearness`), rules by how much they presume.
_TURNS = (
    *((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (0, 3), (2, 0), (1, 2), (2, 1), (2, 2)),
    *((1, 3), (3, 0), (3, 1), (3, 2), (2, 3), (3, 3), (0, 4), (1, 4), (2, 4)),
)


class Repair:
    """The search for one edit."""

    def __init__(self, patient: Patient, bench: Bench, names: Names, close: Close) -> None:
        """Raises `SyntaxError` or `ValueError` where the learner's file is no Python."""
        self.patient = patient
        self.bench = bench
        self.names = names
        self.close = close
        self.layout = layout_of(bench.source)
        self.spoiling: list[Mending] = []  # with what mends this function another one is wrong
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
        """Of edits of several lines, but those that change others alike, one that leaves a
        statement out, or else one that tells a cause, what is repeated in a loop first, or else
        the one that gives its line a form that the solution has. Where none stands out, one
        that feeds wrong outputs alone, the one that adds least, and the others beside it."""
        some = [each for each in some if not is_repeated(each)] or some[:1]
        first, *others = sorted(some, key=lambda each: (self._near[first_line(each)], growth(each)))
        needless = [each for each in some if each[1].kind == "statement"]
        moves = sorted(filter(is_move, some), key=once)
        alike = [each for each in some if each not in moves and self._has_known_form(*each)]
        if telling := needless or ([] if alike else moves):
            return Mended(telling[0])
        if len(alike) == 1 or not others:
            return Mended(alike[0] if alike else first, in_known_form=bool(alike))
        lines = dict.fromkeys(map(first_line, [first, *others]))
        return Mended(first, either=(*lines,)[1:])

    @cached_property
    def _near(self) -> dict[int, int]:
        """How near each line is to what is wrong."""
        return {statement.lineno: nearness for nearness, _, statement in self._places()}

    def _has_known_form(self, editor: Editor, proposal: Proposal) -> bool:
        made, before = pattern(editor.made(proposal)), pattern(proposal.statement)
        return made in self._forms and before != made

    @cached_property
    def _forms(self) -> frozenset[str]:
        """The forms of all lines in the references."""
        return frozenset().union(*(each.patterns for each in self.patient.references))

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self.patient, self.layout, self.names)

    def _left(self, mending: Mending, outputs: frozenset[str] = frozenset()) -> tuple[Text, ...]:
        left = [each for each in self.stable if not self._mends(mending, [each], outputs)]
        return tuple(drawn.case.label for drawn in left)

    def _breaks(self, mending: Mending) -> bool:
        """Whether huge numbers give NaN, infinity or an error with an edit, and did not before: it
        takes away what is right."""
        held = [each for each in self.stable if each.case.label.en in self.patient.holding]
        for drawn in held:
            (made,) = self.bench.try_edits([board_of([mending])], drawn, self.names)
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
        """Edits that mend everything, of those tried at once the likeliest of each line, and none
        where none of these does."""
        boards = self._boards(among)
        while self.bench.alive and (two := [*islice(boards, 2)]):
            if not budget.take(sum(map(len, two))):
                return
            found: dict[int, Mended] = {}
            for mending, effect in self._tried(two, cases[0]):
                if effect.whole and self._is_needless(mending, found):
                    continue
                if (
                    effect.whole
                    and self._mends(mending, [*cases, *fresh])
                    and self._keeps_shape(mending, cases[0])
                ):
                    self._keep(Mended(mending, self._left(mending)), found)
                else:
                    self._note(mending, effect)
            yield [*found.values()]

    def _is_needless(self, mending: Mending, found: Mapping[int, Mended]) -> bool:
        """Whether enough is known; of one line what has a form of the solution's goes before what
        comes first, and a place in its own block before one further in."""
        there = found.get(first_line(mending))
        if there is None:
            return len(found) == MOST_LINES
        if there.but:
            return False
        known = there.mending
        if is_inwards(known) and is_move(mending):
            return is_inwards(mending)
        return self._has_known_form(*known) or not self._has_known_form(*mending)

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
    def _keep(mended: Mended, found: dict[int, Mended]) -> None:
        """For its line, unless what is known of that leaves fewer cases."""
        line = first_line(mended.mending)
        if line not in found or len(mended.but) <= len(found[line].but):
            found[line] = mended

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
        asked = [board_of(each) for each in boards]
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
        for case in cases:
            effect = next((effect for _, effect in self._tried([[mending]], case)), None)
            if effect is None or not (effect.whole or (outputs and outputs <= effect.mended)):
                return False
            if not effect.harmless and case.case.axis == "value":
                self.spoiling.append(mending)
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
        users = (each for each in grades if each.function in patient.users)
        harmless = all(each.verdict in {"passed", "not-judged"} for each in users)
        return Effect(wrong, whole=True, harmless=harmless)

    def _keeps(self, names: Collection[str], drawn: Drawn, made: Runs) -> bool:
        """Whether outputs are as they were in the most telling case, if this is that one."""
        telling = self.patient.telling
        return drawn is telling.drawn and all(
            same(made[at], telling.runs[at], names, telling.close) for at in telling.judged
        )

    def exchanges(self) -> Iterator[Mending]:
        """What is handed on in one order and taken in another; two results of the function
        exchanged where it returns them."""
        own = self.names.get(self.patient.function)
        for unit in (each for each in self.layout.units if each.is_function):
            for statement, anew in taken_otherwise(unit.node, self.layout.tree):
                yield Editor(unit), Proposal(statement, "replaced", *anew)
        for editor in (Editor(unit) for unit in self.layout.units if unit.binds[-1] == own):
            returns = (each for each in editor.statements if isinstance(each, ast.Return))
            for each in returns:
                yield from ((editor, one) for one in editor.of(each, [returned]))

    def copies(self) -> Iterator[Mending]:
        """A copy of each array that is changed in place."""
        places = [*self._places()]
        moves = _moves(places)
        for _, editor, statement in places:
            yield from ((editor, each) for each in moves[id(editor)].copies(statement))

    def by(self, rule: Rule) -> Iterator[Mending]:
        """All edits by one rule."""
        for _, editor, statement in self._places():
            yield from ((editor, each) for each in editor.of(statement, [rule]))

    def proposals(self) -> Iterator[Mending]:
        """All edits, likeliest first."""
        yield from self.exchanges()
        places = [*self._places()]
        moves = _moves(places)
        renames = [
            (editor, each)
            for _, editor, statement in places
            for each in moves[id(editor)].renames(statement)
        ]
        if not self.patient.wrong:  # but an input, whose old value something may need
            yield from renames
        yield from self.copies()
        for editor in {id(editor): editor for _, editor, _ in places}.values():
            yield from ((editor, each) for each in losses(editor.node))
        yield from renames
        editors = {id(editor): (nearness, editor) for nearness, editor, _ in reversed(places)}
        for rank, group in _TURNS:
            if group == 1:
                for nearness, editor in editors.values():
                    if nearness == rank:
                        yield from ((editor, each) for each in editor.everywhere(ALIKE))
                        yield from ((editor, each) for each in editor.parallel(PARALLEL))
            for nearness, editor, statement in places:
                if nearness == rank:
                    if group == 0:
                        yield from ((editor, each) for each in editor.whole(statement))
                        yield from ((editor, each) for each in moves[id(editor)].of(statement))
                    yield from ((editor, each) for each in editor.of(statement, REPAIRS[group]))

    def _places(self) -> Iterator[Place]:
        """Every statement that may be at fault, with its nearness: 0 feeds wrong outputs alone,
        1 right ones too, or stands in a helper; 2 fills the cache of a function whose outputs
        are right, 3 is any other statement of that function."""
        called = {self.names.get(each): each for each in self.patient.feeders}
        for unit in self.layout.reach([name for name in called if name]):
            if isinstance(unit.node, (ast.FunctionDef, ast.ClassDef, ast.Assign)):
                function = called.get(unit.binds[-1])
                editor = Editor(unit, self._vocabulary.scope(unit, function), defaults=True)
                alone, base = self._alone(unit, function)
                for statement in editor.statements:
                    yield base + (statement.lineno not in alone), editor, statement

    def _alone(self, unit: Unit, function: str | None) -> tuple[Collection[int], int]:
        """Lines that come first in a function, and the nearness of these."""
        patient = self.patient
        if function == patient.function:
            return suspects(unit.node, patient.gives, patient.wrong)[0], 0
        step = next((each for each in patient.script if each.call == function), None)
        if step is None:
            return (), 0
        handles = [name for name in step.gives if name.startswith("$")]
        return suspects(unit.node, step.gives, handles)[0], 2


def _moves(places: Sequence[Place]) -> dict[int, Moves]:
    """The moves within the function of each editor."""
    return {id(editor): Moves(editor.node) for _, editor, _ in places}
