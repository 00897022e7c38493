"""Results that stay zero, since nothing is ever put into the variable that holds them."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

from dlprep.check.grading.bonds import Bonds
from dlprep.check.source.unfinished import Blanks
from dlprep.model.message import Message
from dlprep.model.report import NamedMistake
from dlprep.model.text import Text


def unfilled(
    node: ast.stmt | None, bonds: Bonds, function: str, outputs: Collection[str]
) -> Iterator[NamedMistake]:
    """The line that sets some outputs of a function to zero, where no other line changes them."""
    gives, _ = bonds.gives(function, ())
    if not isinstance(node, ast.FunctionDef):
        return
    for place, name, line in Blanks(node).zeros(len(gives)):
        here = [each for each in bonds.alike(function, gives[place]) if each in outputs]
        if here:
            yield NamedMistake(
                code="repair",
                confidence="confirmed",
                output=", ".join(sorted(here)),
                text=Text("repair", "repair"),
                source="repair",
                line=line,
                effect=Message("cause.never-filled", {"line": line, "name": name}),
            )
