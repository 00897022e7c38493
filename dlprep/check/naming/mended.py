"""What is said of an edit that mends a learner's code, and when it is better not shown."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

from dlprep.check.edits.likeness import turned_round
from dlprep.check.edits.overflow import exponents
from dlprep.check.edits.splice import node_at
from dlprep.model.message import Message
from dlprep.model.report import NamedMistake
from dlprep.model.text import Text

if TYPE_CHECKING:
    from dlprep.check.naming.mending import Mended
    from dlprep.check.naming.naming import Naming

LONGEST = 80  # characters in which an effect is told beside a line


def is_denied(effect: Message | None, found: Mended) -> bool:
    """Whether the line says the reverse of an effect: it must get what should stand there too
    much, or asks the other way round. The effect is told of the solution, whose formula may be
    turned round in the line. Where it is long to read, or of two numbers alone, the line says more
    as well."""
    editor, proposal = found.mending
    edit = editor.edit(proposal)
    if effect is None or effect.code != "effect.replaced":
        return False
    belongs, stands = (str(effect.values[name]) for name in ("old", "new"))
    said = belongs + stands
    if len(said) > LONGEST or not re.search("[a-z]", said, re.IGNORECASE):
        return True
    if edit.kind != "replaced":
        return False
    asked, right = turned_round(belongs, stands), turned_round(edit.new, edit.old)
    if asked and right and asked != right:
        return True
    old, new = _words(belongs), _words(stands)
    gone, come = _words(edit.old), _words(edit.new)
    return bool((new - old) & (come - gone) or (old - new) & (gone - come))


def is_emptied(found: Mended) -> bool:
    """Whether a number takes the place of all that is assigned: that makes up for a mistake
    elsewhere."""
    editor, proposal = found.mending
    return isinstance(getattr(editor.made(proposal), "value", None), ast.Constant)


def overflows(found: Mended) -> bool:
    """Whether the line that is mended takes an exponential itself."""
    return any(exponents(found.mending[1].statement))


def is_anywhere(found: Mended) -> bool:
    """Whether a line gets a number more or less as a factor, or another sign, and not the form of a
    line of the solution: any line on the way would do, and beside the name of the mistake a right
    line must not be told. Where a plus stands for a minus it is likely the one."""
    _, proposal = found.mending
    change = proposal.change
    if change is None or found.in_known_form:
        return False
    before, after = node_at(proposal.parts[0]), change.node
    match before, after:
        case ast.BinOp(one, _, other), ast.BinOp(left, ast.Sub(), right):
            if (ast.dump(one), ast.dump(other)) == (ast.dump(right), ast.dump(left)):
                return True
    numbers = (isinstance(each, ast.Constant) for each in (change.old, change.new))
    rescaled = change.kind in {"scaled", "divided", "factor", "divisor"} and any(numbers)
    return rescaled or isinstance(after, ast.UnaryOp)


def _words(expression: str) -> set[str]:
    """The names and numbers in it."""
    return {*re.findall(r"\w+", expression)}


def own_lines(repaired: NamedMistake) -> dict[str, Any]:
    """What a repair tells of the learner's code, beside another name."""
    names = ("line", "fix", "alike", "where", "either")
    return {name: getattr(repaired, name) for name in names}


def repaired(found: Mended, naming: Naming) -> NamedMistake:
    """What is said of it: the line, how it should read, the cause or a name where there is one."""
    editor, proposal = found.mending
    edit, named = editor.edit(proposal), plainly_undone(found)
    outputs = found.outputs or {*naming.suspect.wrong}
    return NamedMistake(
        code=named[0] if named else "repair",
        confidence="confirmed",
        output=", ".join(name for name in naming.suspect.wrong if name in outputs),
        text=Text("repair", "repair"),
        source="repair",
        line=edit.line,
        fix=edit.statement,
        but=found.but,
        apart=bool(found.outputs),
        effect=named[1] if named else edit.cause,
        alike=edit.alike,
        where=edit.where,
        either=found.either,
    )


def plainly_undone(found: Mended) -> tuple[str, Message] | None:
    """The mistake that an edit plainly undoes."""
    from dlprep.check.naming.undone import undone  # noqa: PLC0415 - what a written mistake saves

    return undone(*found.mending)
