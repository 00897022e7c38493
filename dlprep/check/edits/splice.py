"""The line of a learner's in which an edit stands, and that line with the edit made, in its own
writing."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

from dlprep.check.edits.boards import Part


def spliced_line(line: str, parts: Sequence[Part], form: str) -> str:
    """A line with other text in the place of some expressions: in brackets, with `-` without
    those that stand there, or as it comes."""
    data = line.encode()
    for part in sorted(parts, key=lambda each: node_at(each).col_offset, reverse=True):
        node = node_at(part)
        first, last = node.col_offset, node.end_col_offset or 0
        text = ast.unparse(part.new)
        if isinstance(part.new, ast.Tuple) and not data[first:].startswith(b"("):
            text = text[1:-1]
        if form == "-" and data[:first].endswith(b"(") and data[last:].startswith(b")"):
            first, last = first - 1, last + 1
        text = f"({text})" if form == "()" else text
        data = data[:first] + text.encode() + data[last:]
    return data.decode(errors="replace")


def line_of(parts: Sequence[Part]) -> int:
    """The line in which all that an edit replaces stands, of a statement that takes several."""
    places = [node_at(each) for each in parts]
    first, *others = (getattr(each, "lineno", None) for each in places)
    ends = {getattr(each, "end_lineno", None) for each in places}
    return first if first and {*others, *ends} == {first} else parts[0].statement.lineno


def node_at(part: Part) -> Any:
    """The expression that a part replaces."""
    node: Any = part.statement
    for field, index in part.path:
        node = getattr(node, field) if index is None else getattr(node, field)[index]
    return node


def on_one_line(statement: ast.AST) -> str:
    """A statement on one line; of a block, its header."""
    match statement:
        case ast.For(target, iterable):
            return f"for {ast.unparse(target)} in {ast.unparse(iterable)}:"
        case ast.While(test):
            return f"while {ast.unparse(test)}:"
        case ast.If(test):
            return f"if {ast.unparse(test)}:"
        case _:
            return ast.unparse(statement)
