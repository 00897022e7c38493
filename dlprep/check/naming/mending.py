"""An edit of a learner's own code, what it mends, and how it compares with others."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import NamedTuple

from dlprep.check.edits.change import Change
from dlprep.check.edits.editor import Editor, Proposal
from dlprep.check.running.runs import Board
from dlprep.check.source.units import Layout
from dlprep.model.text import Text

Mending = tuple[Editor, Proposal]
_INWARDS = frozenset(("cause.once-before", "cause.once-after", "cause.outside-if"))


class Mended(NamedTuple):
    """An edit that mends a function, or some of its outputs, but for some cases of the stability
    axis; `either` are other lines that would do as well; whether the line gets a form that the
    solution has."""

    mending: Mending
    but: tuple[Text, ...] = ()
    outputs: frozenset[str] = frozenset()
    either: tuple[int, ...] = ()
    in_known_form: bool = False


class Effect(NamedTuple):
    """Which wrong outputs an edit mends in a case, whether all is right with it, whether it
    leaves all others as they were in the most telling case, whether no function that it must not
    spoil is wrong with it, and whether none at all is."""

    mended: frozenset[str]
    whole: bool
    apart: bool = True
    harmless: bool = True
    everywhere: bool = False


def board_of(mendings: Sequence[Mending], layout: Layout) -> Board:
    """Edits of one top-level statement as one program, and what is built on that statement."""
    editor = mendings[0][0]
    module = editor.board([proposal for _, proposal in mendings])
    after = layout.built_on(editor.unit)
    binds = (name for each in after for name in each.binds)
    source = "\n".join([ast.unparse(module), *(each.source for each in after)])
    return Board((*editor.unit.binds, *binds), source, len(mendings))


def is_repeated(mending: Mending) -> bool:
    """Whether it changes other lines in the same way: of these one may be all that is wrong."""
    _, proposal = mending
    others = (part.statement is not proposal.statement for part in proposal.more)
    return proposal.move is None and any(others)


def growth(mending: Mending) -> int:
    """How much longer the line becomes."""
    editor, proposal = mending
    made, before = ast.walk(editor.made(proposal)), ast.walk(proposal.statement)
    return len([*made]) - len([*before])


def is_plainer(mending: Mending, known: Mending) -> bool:
    """Whether it changes one expression and adds nothing, where the other adds to one."""
    in_one = all(each[1].change and not each[1].more for each in (mending, known))
    return in_one and growth(mending) <= 0 < growth(known)


def is_unsigned(mending: Mending) -> bool:
    """Whether it takes the minus from what is returned or added."""
    _, proposal = mending
    match proposal.statement, proposal.change:
        case ast.Return() | ast.AugAssign(), Change("sign", made, ast.UnaryOp(_, operand)):
            return made is operand
        case _:
            return False


def is_negated(mending: Mending) -> bool:
    """Whether it only puts a minus before something: that makes up for another wrong sign, too."""
    change = mending[1].change
    return change is not None and change.kind == "sign" and isinstance(change.node, ast.UnaryOp)


def is_move(mending: Mending) -> bool:
    return mending[1].move is not None


def is_inwards(mending: Mending) -> bool:
    """Whether a statement is moved from beside a loop or a condition into it."""
    move = mending[1].move
    return move is not None and move.cause.code in _INWARDS


def once(mending: Mending) -> bool:
    """Last what is not repeated in a loop without need."""
    move = mending[1].move
    return move is None or move.cause.code != "cause.in-each-turn"


def first_line(mending: Mending) -> int:
    return mending[1].statement.lineno
