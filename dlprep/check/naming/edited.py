"""Wrong forms of the references that nobody has written down: edits of one place.

Apart from the written ones, since most wrong answers never need them.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import groupby, islice
from operator import itemgetter
from types import FrameType

import numpy as np

from dlprep.check.edits.arithmetic import dropped
from dlprep.check.edits.boards import Header, Simple
from dlprep.check.edits.change import Scope
from dlprep.check.edits.contents import counters, variables
from dlprep.check.edits.editor import Edit, Editor, Proposal
from dlprep.check.edits.place import place_of
from dlprep.check.edits.rules import MISTAKES
from dlprep.check.naming.forms import Form, Reference
from dlprep.check.running.draw import Drawn
from dlprep.check.running.program import Program
from dlprep.check.source.flow import suspects

BOARD = 48  # edits in one program
Gives = tuple[Sequence[str], Collection[str]]


def edits(
    reference: Reference, functions: Mapping[str, Gives | None], drawn: Drawn
) -> Iterator[Form]:
    """Edits of what some functions depend on. For each function the mapping tells what it gives
    and which of that is wrong; `drawn` is a case to see the shapes of the variables on."""
    places = _suspected(reference, functions, _shapes(reference, drawn))
    for rank in (0, 1):
        proposals = _proposals([place for place in places if place[0] == rank])
        for editor, some in groupby(proposals, key=itemgetter(0)):
            while batch := [proposal for _, proposal in islice(some, BOARD)]:
                yield from _edited(reference, editor, batch)


def _proposals(places: Sequence[Place]) -> Iterator[tuple[Editor, Proposal]]:
    """Rule by rule, since the likelier rules come first."""
    for rule in MISTAKES:
        for _, editor, statement in places:
            yield from ((editor, each) for each in editor.of(statement, [rule]))
    for _, editor, statement in places:
        yield from ((editor, each) for each in editor.whole(statement))


def terms(reference: Reference, functions: Mapping[str, Gives | None]) -> Iterator[Form]:
    """The same, with a term of a sum left out."""
    for _, editor, statement in _suspected(reference, functions, {}):
        found = [each for each in editor.of(statement, [dropped]) if each.kind == "term"]
        yield from _edited(reference, editor, found)


Place = tuple[int, Editor, Simple | Header]


def _suspected(
    reference: Reference,
    functions: Mapping[str, Gives | None],
    shapes: Mapping[str, Mapping[str, tuple[int, ...]]],
) -> list[Place]:
    editors = [
        (_editor(reference, unit, shapes.get(unit, {})), functions.get(unit))
        for unit in sorted(reference.reach(functions))
        if reference.layout.by_name[unit].is_function
    ]
    places = [place for editor, given in editors for place in _places(editor, given)]
    return sorted(places, key=lambda place: place[0])


def _places(editor: Editor, given: Gives | None) -> Iterator[Place]:
    """The statements that may be at fault; those that feed wrong outputs alone come first."""
    alone, shared = suspects(editor.node, *given) if given else (None, frozenset())
    for statement in editor.statements:
        if alone is None or statement.lineno in alone:
            yield 0, editor, statement
        elif statement.lineno in shared:
            yield 1, editor, statement


def _edited(reference: Reference, editor: Editor, proposals: Sequence[Proposal]) -> Iterator[Form]:
    @cache
    def load() -> Program:
        return reference.program.patched(editor.board(proposals))

    for number, proposal in enumerate(proposals):
        yield Form(load, (), partial(_told, editor, proposal), number)


def _told(editor: Editor, proposal: Proposal) -> Edit:
    """An edit in words, with the place that is meant."""
    edit = editor.edit(proposal)
    if proposal.change is None:
        return edit
    place = place_of(editor.node, proposal.statement, proposal.path, edit.old)
    return replace(edit, place=place)


def _shapes(reference: Reference, drawn: Drawn) -> dict[str, dict[str, tuple[int, ...]]]:
    """For each function the shapes of its variables when it returned, on one case."""
    found: dict[str, dict[str, tuple[int, ...]]] = {}

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event == "return" and frame.f_code.co_filename == reference.file:
            shapes = found.setdefault(frame.f_code.co_name, {})
            shapes.update(
                {
                    name: np.shape(value)
                    for name, value in frame.f_locals.items()
                    if isinstance(value, (float, int, np.ndarray, np.generic))
                }
            )

    sys.setprofile(watch)
    try:
        reference.program.run(drawn)
    finally:
        sys.setprofile(None)
    return found


def _editor(reference: Reference, unit: str, shapes: Mapping[str, tuple[int, ...]]) -> Editor:
    """The edits of one function; only variables of one shape are taken for one another."""
    found = reference.layout.by_name[unit]
    loops = counters(found.node)
    return Editor(found, Scope(variables(found.node), shapes=shapes, counters=loops))
