"""Which single line must change? Edits of the learner's own code are tried out where that code
may run; one that makes all cases pass, fresh ones too, shows the line and what would mend it."""

from __future__ import annotations

import ast
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, islice

from dlprep.check.draw import Drawn
from dlprep.check.edits import Edit, Editor, Header, Proposal, Simple
from dlprep.check.evidence import Close, same
from dlprep.check.flow import suspects
from dlprep.check.grade import grade
from dlprep.check.rules import REPAIRS
from dlprep.check.runs import Bench, Names, Runs
from dlprep.check.units import Layout, Unit
from dlprep.model.exercise import Draw, Step
from dlprep.model.value import dataclass

BATCH = 48
Judged = tuple[Drawn, Runs]


@dataclass(frozen=True, slots=True)
class Patient:
    """A function to be mended: its name in the exercise, those that feed it, what it gives and
    which of that is wrong, and how the inputs are drawn."""

    function: str
    feeders: Collection[str]
    script: Sequence[Step]
    gives: Sequence[str]
    wrong: Collection[str]
    inputs: Mapping[str, Draw]


class Repair:
    """The search for one edit. `cases` are those reported, with what is right in them, most
    telling first; `fresh` the same with other numbers."""

    def __init__(self, patient: Patient, bench: Bench, names: Names, close: Close) -> None:
        """Raises `SyntaxError` or `ValueError` where the learner's file is no Python."""
        self.patient = patient
        self.bench = bench
        self.names = names
        self.close = close
        self.layout = Layout(bench.source.decode("utf-8-sig", "replace"))

    def found(
        self,
        cases: Sequence[Judged],
        fresh: Sequence[Judged],
        until: float,
        known: Sequence[Edit] = (),
    ) -> tuple[Edit, bool] | None:
        """The first edit that mends everything within the time, and whether fresh cases, too,
        have shown that. `known` edits, which mended something else, are tried before others."""
        edits = chain(known, self._edits())
        while (batch := [*islice(edits, BATCH)]) and time.monotonic() < until:
            for edit in self._mending(batch, cases[0], until):
                if self._mends(edit, [*cases[1:], *fresh], until):
                    return edit, bool(fresh)
        return None

    def _edits(self) -> Iterator[Edit]:
        """The proposals as text, each text once."""
        seen: set[str] = set()
        for editor, proposal in self._proposals():
            edit = editor.edit(proposal)
            if edit.source not in seen:
                seen.add(edit.source)
                yield edit

    def _mending(self, edits: Sequence[Edit], case: Judged, until: float) -> Iterator[Edit]:
        drawn, right = case
        units = [(self.layout.by_name[edit.unit].binds, edit.source) for edit in edits]
        runs = self.bench.try_edits(units, drawn, self.names, until)
        for edit, made in zip(edits, runs, strict=False):
            if self._passes(drawn, right, made):
                yield edit

    def _mends(self, edit: Edit, cases: Sequence[Judged], until: float) -> bool:
        return all(any(self._mending([edit], case, until)) for case in cases)

    def _passes(self, drawn: Drawn, right: Runs, made: Runs) -> bool:
        """Whether all calls of the function are right; the first look is a quick one."""
        close, function = self.close(drawn), self.patient.function
        own = [at for at, step in enumerate(drawn.script) if step.call == function]
        if not all(made[at].kind == "ok" and same(made[at], right[at], None, close) for at in own):
            return False
        grades = grade(drawn, right, made, close).grades
        return all(grades[at].verdict == "passed" for at in own)

    def _proposals(self) -> Iterator[tuple[Editor, Proposal]]:
        """Likeliest first: what changes a token before what adds one, lines that feed the wrong
        outputs alone before others."""
        places = [*self._places()]
        for rules in REPAIRS:
            for near in (0, 1):
                for editor, statement, rank in places:
                    if rank == near:
                        yield from ((editor, each) for each in editor.of(statement, rules))
                        if rules is REPAIRS[1]:
                            yield from ((editor, each) for each in editor.whole(statement))

    def _places(self) -> Iterator[tuple[Editor, Simple | Header, int]]:
        own = [name for each in self.patient.feeders if (name := self.names.get(each))]
        called = {self.names.get(each): each for each in self.patient.feeders}
        for unit in self.layout.reach(own):
            if not isinstance(unit.node, (ast.FunctionDef, ast.Assign)):
                continue
            function = called.get(unit.binds[-1])
            editor = Editor(unit, self._sizes(unit, function))
            ranks = self._ranks(editor, function)
            for statement in editor.statements:
                yield editor, statement, ranks.get(statement.lineno, 1)

    def _ranks(self, editor: Editor, function: str | None) -> dict[int, int]:
        if function != self.patient.function:
            return {}
        alone, _ = suspects(editor.tree.body[0], self.patient.gives, self.patient.wrong)
        return dict.fromkeys(alone, 0)

    def _sizes(self, unit: Unit, function: str | None) -> list[str]:
        """Expressions for the sizes of the inputs, in the learner's names of the parameters."""
        if not isinstance(unit.node, ast.FunctionDef):
            return []
        taken = [each.arg for each in unit.node.args.args]
        step = next((each for each in self.patient.script if each.call == function), None)
        if step is None:
            return [f"{name}.shape[0]" for name in taken]
        found: dict[str, str] = {}
        for name, ref in zip(taken, step.args, strict=False):
            draw = self.patient.inputs.get(ref)
            for axis, size in enumerate(draw.shape if draw else ()):
                found.setdefault(size, f"{name}.shape[{axis}]")
            if draw and len(draw.shape) > 1:
                found.setdefault("·".join(draw.shape), f"{name}.size")
        return [*found.values()]
