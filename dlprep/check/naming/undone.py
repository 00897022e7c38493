"""Mistakes with a name that an edit of a learner's line plainly undoes."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from dlprep.check.edits.editor import Editor, Proposal
from dlprep.model.message import Message

_BY_ENTRY = (ast.Add, ast.Sub, ast.Mult, ast.Div)  # what lines up axes; a product of matrices not


def undone(editor: Editor, proposal: Proposal) -> tuple[str, Message] | None:
    """The code of the mistake, and what is wrong with the line."""
    if proposal.more or not _keeps_an_axis(proposal):
        return None
    if not any(_is_operand(each, proposal) for each in _calculations(editor.node)):
        return None
    said = Message("cause.keepdims", {"line": proposal.statement.lineno})
    return "keepdims-missing", said


def _keeps_an_axis(proposal: Proposal) -> bool:
    """Whether `keepdims` is all that the edit adds to a sum or the like."""
    match proposal.change and (proposal.change.old, proposal.change.new):
        case ast.Call(_, _, before) as old, ast.Call(
            function, args, [*same, ast.keyword("keepdims")]
        ):
            return ast.dump(old) == ast.dump(ast.Call(function, args, same)) and same == before
        case _:
            return False


def _calculations(node: ast.AST) -> Iterator[ast.expr]:
    """What is calculated with entry by entry."""
    for each in ast.walk(node):
        match each:
            case ast.BinOp(left, sign, right) if isinstance(sign, _BY_ENTRY):
                yield left
                yield right
            case ast.AugAssign(_, sign, value) if isinstance(sign, _BY_ENTRY):
                yield value


def _is_operand(operand: ast.expr, proposal: Proposal) -> bool:
    """Whether the sum itself is calculated with, or the variable that holds it."""
    change, statement = proposal.change, proposal.statement
    if change is not None and operand is change.old:
        return True
    match statement, operand:
        case ast.Assign([ast.Name(name)], value), ast.Name(other):
            return name == other and change is not None and value is change.old
        case _:
            return False
