"""Which edits of a learner's own code are tried, likeliest first."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from dlprep.check.edits.boards import Header, Simple
from dlprep.check.edits.change import Rule
from dlprep.check.edits.contents import taken_otherwise
from dlprep.check.edits.editor import Editor, Proposal
from dlprep.check.edits.losses import losses
from dlprep.check.edits.moves import Moves
from dlprep.check.edits.rules import ALIKE, PARALLEL, REPAIRS
from dlprep.check.edits.variables import returned, unsigned
from dlprep.check.naming.mending import Mending
from dlprep.check.naming.patient import Patient
from dlprep.check.naming.vocabulary import Vocabulary
from dlprep.check.running.runs import Names
from dlprep.check.source.flow import suspects
from dlprep.check.source.units import Layout, Unit

Place = tuple[int, Editor, Simple | Header]

# Which places are tried with which rules, in turn: places by how near they are to what is wrong
# (see `places`), rules by how much they presume.
_TURNS = (
    *((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (0, 3), (2, 0), (1, 2), (2, 1), (2, 2)),
    *((1, 3), (3, 0), (3, 1), (3, 2), (2, 3), (3, 3), (0, 4), (1, 4), (2, 4)),
)


class Proposals:
    """Edits of what one wrong function runs."""

    def __init__(self, patient: Patient, layout: Layout, names: Names) -> None:
        self.patient = patient
        self.layout = layout
        self.names = names

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self.patient, self.layout, self.names)

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
        places = [*self.places()]
        moves = _moves(places)
        for _, editor, statement in places:
            yield from ((editor, each) for each in moves[id(editor)].copies(statement))

    def by(self, rule: Rule) -> Iterator[Mending]:
        """All edits by one rule."""
        for _, editor, statement in self.places():
            yield from ((editor, each) for each in editor.of(statement, [rule]))

    def proposals(self) -> Iterator[Mending]:
        """All edits, likeliest first."""
        yield from self.exchanges()
        places = [*self.places()]
        yield from _unsigned(places)
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

    def places(self) -> Iterator[Place]:
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


def _unsigned(places: Sequence[Place]) -> Iterator[Mending]:
    """What is returned or added, without its minus."""
    for _, editor, statement in places:
        if isinstance(statement, (ast.Return, ast.AugAssign)):
            yield from ((editor, each) for each in editor.of(statement, [unsigned]))


def _moves(places: Sequence[Place]) -> dict[int, Moves]:
    """The moves within the function of each editor."""
    return {id(editor): Moves(editor.node) for _, editor, _ in places}
