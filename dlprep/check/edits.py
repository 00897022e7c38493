"""A function with one place of it edited: wrong forms of a solution nobody has written down, and
mended forms of a learner's code. Only texts are made here; whoever runs them decides where."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import CodeType
from typing import NamedTuple

from dlprep.check.rules import Change, Kind, Role, Rule, Scope, Spot
from dlprep.check.units import Unit
from dlprep.model.value import dataclass

Simple = ast.Assign | ast.AugAssign | ast.AnnAssign | ast.Return | ast.Expr
Header = ast.For | ast.While | ast.If
_MODULES = frozenset(("np", "numpy", "math"))


@dataclass(frozen=True, slots=True)
class Edit:
    """One unit with one statement changed. `line` is the statement's in the file; `statement`
    its new text, empty where it is left out; `old` gave way to `new`."""

    kind: Kind
    unit: str
    line: int
    source: str
    statement: str
    old: str
    new: str


class Proposal(NamedTuple):
    """An edit not yet made: what would change, where."""

    statement: Simple | Header
    kind: Kind
    spot: Spot | None = None
    change: Change | None = None
    text: str = ""
    old: str = ""


class Editor:
    """The edits of one function. `sizes` are expressions for the sizes of its inputs."""

    def __init__(self, unit: Unit, sizes: Sequence[str] = ()) -> None:
        self.unit = unit
        self.lines = _without_docstring(unit)
        self.tree = ast.parse("\n".join(self.lines))
        self.statements = tuple(_statements(self.tree.body[0]))
        self.scope = Scope(_variables(unit.node), tuple(sizes))

    def line(self, proposal: Proposal) -> int:
        """Where in the file it would change something."""
        return proposal.statement.lineno + self.unit.first - 1

    def of(self, statement: Simple | Header, rules: Iterable[Rule]) -> Iterator[Proposal]:
        """All edits of one statement by some rules, rule by rule."""
        spots = [*_spots(statement)]
        for rule in rules:
            for spot in spots:
                for change in rule(spot, self.scope):
                    yield Proposal(statement, change.kind, spot, change)

    def whole(self, statement: Simple | Header) -> Iterator[Proposal]:
        """The statement left out; accumulated for overwritten and the other way round."""
        if isinstance(statement, Header):
            return
        if not isinstance(statement, ast.Return):
            yield Proposal(statement, "statement", text="pass", old=_text(statement))
        for kind, text, target in _assignments(statement):
            yield Proposal(statement, kind, text=text, old=ast.unparse(target))

    def code(self, proposal: Proposal) -> CodeType:
        """The unit with the proposal made, compiled. Raises `SyntaxError` or `ValueError`."""
        if proposal.spot is None or proposal.change is None:
            source = self._spliced(proposal.statement, proposal.text)
            return compile(source, "edit", "exec", dont_inherit=True)
        proposal.spot.put(proposal.change.node)
        try:
            ast.fix_missing_locations(proposal.statement)
            return compile(self.tree, "edit", "exec", dont_inherit=True)
        finally:
            proposal.spot.put(proposal.spot.node)

    def edit(self, proposal: Proposal) -> Edit:
        """The unit with the proposal made, as text."""
        statement, change = proposal.statement, proposal.change
        text, old, new = proposal.text, proposal.old, ""
        if proposal.spot is not None and change is not None:
            text = _with(statement, proposal.spot, change.node)
            old = ast.unparse(change.old)
            new = ast.unparse(change.new) if change.new is not None else ""
        return Edit(
            kind=proposal.kind,
            unit=self.unit.binds[-1],
            line=self.line(proposal),
            source=self._spliced(statement, text),
            statement="" if text == "pass" else text,
            old=old,
            new=new,
        )

    def _spliced(self, statement: ast.stmt, text: str) -> str:
        """The unit with the statement, or the header of a block, in its new form."""
        first, end = statement.lineno - 1, _end(statement)
        last = end[0] - 1
        head = self.lines[first].encode()[: statement.col_offset].decode()
        tail = self.lines[last].encode()[end[1] :].decode()
        if isinstance(statement, Header):
            tail = ""
        lines = [*self.lines[:first], head + text + tail, *self.lines[last + 1 :]]
        return "\n".join(lines) + "\n"


def _end(statement: ast.stmt) -> tuple[int, int]:
    """Line and column behind the statement, or behind the header of a block."""
    match statement:
        case ast.For(iter=last) | ast.While(test=last) | ast.If(test=last):
            return last.end_lineno or 0, last.end_col_offset or 0
        case _:
            return statement.end_lineno or 0, statement.end_col_offset or 0


def _without_docstring(unit: Unit) -> list[str]:
    """The unit's lines; a docstring leaves empty ones, which compile faster."""
    lines = unit.source.splitlines()
    if isinstance(unit.node, ast.FunctionDef) and ast.get_docstring(unit.node, clean=False):
        first = unit.node.body[0]
        for line in range(first.lineno, (first.end_lineno or first.lineno) + 1):
            lines[line - unit.first] = ""
        lines[first.lineno - unit.first] = " " * first.col_offset + "0"
    return lines


def _statements(node: ast.stmt) -> Iterator[Simple | Header]:
    for each in ast.walk(node):
        if (isinstance(each, Header) and _is_one_line(each)) or (
            isinstance(each, Simple) and not _is_docstring(each)
        ):
            yield each


def _is_one_line(block: Header) -> bool:
    """Whether the header stands alone on its line and begins it, which `elif` does not."""
    return block.body[0].lineno > block.lineno


def _is_docstring(statement: Simple) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _variables(node: ast.stmt) -> tuple[str, ...]:
    """Names a function assigns or takes, in order."""
    found: dict[str, None] = {}
    for each in ast.walk(node):
        match each:
            case ast.arg(name):
                found.setdefault(name)
            case ast.Name(name, ast.Store()) if not name.startswith("_"):
                found.setdefault(name)
    return tuple(found)


def _text(statement: Simple | Header) -> str:
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


def _with(statement: Simple | Header, spot: Spot, node: ast.expr) -> str:
    """The statement's text with another expression in one place."""
    spot.put(node)
    try:
        return _text(statement)
    finally:
        spot.put(spot.node)


def _spots(statement: Simple | Header) -> Iterator[Spot]:
    """The expressions of a statement, outermost first."""
    fields = {"value", "test", "iter"} if isinstance(statement, Header) else {"value", "targets"}
    waiting: list[tuple[ast.AST, Role]] = [(statement, "whole")]
    while waiting:
        parent, above = waiting.pop(0)
        for field, value in ast.iter_fields(parent):
            if parent is statement and field not in fields:
                continue
            for index, node in _indexed(value):
                if isinstance(node, ast.AST):
                    role = _role(parent, field, index, above)
                    waiting.append((node, role))
                    if isinstance(node, ast.expr) and not _is_fixed(node):
                        yield Spot(node, role, _setter(parent, field, index))


def _indexed(value: object) -> list[tuple[int | None, object]]:
    return [*enumerate(value)] if isinstance(value, list) else [(None, value)]


def _is_fixed(node: ast.expr) -> bool:
    """What is assigned to stays, and modules are no variables."""
    if isinstance(getattr(node, "ctx", None), ast.Store):
        return True
    return isinstance(node, ast.Name) and node.id in _MODULES


def _role(  # noqa: PLR0911 - a table
    parent: ast.AST, field: str, index: int | None, above: Role
) -> Role:
    match parent:
        case ast.Assign() | ast.AugAssign() | ast.AnnAssign() | ast.Return():
            return "whole"
        case ast.Tuple() | ast.Slice():
            return above
        case ast.Dict() if field == "values":
            return "whole"
        case ast.BinOp(_, ast.Add() | ast.Sub(), _):
            return "term"
        case ast.BinOp() | ast.UnaryOp() | ast.Compare():
            return "operand"
        case ast.Call() if field == "args":
            return "argument" if index == 0 else "other"
        case ast.Subscript() if field == "slice":
            return "index"
        case _:
            return "other"


def _setter(parent: ast.AST, field: str, index: int | None) -> Callable[[ast.expr], None]:
    if index is None:
        return lambda node: setattr(parent, field, node)
    place = getattr(parent, field)

    def put(node: ast.expr) -> None:
        place[index] = node

    return put


def _assignments(statement: Simple) -> Iterator[tuple[Kind, str, ast.expr]]:
    """The statement with another assignment sign."""
    match statement:
        case ast.AugAssign(target, operator, value):
            plain = copy.copy(statement)
            yield "overwritten", f"{ast.unparse(target)} = {ast.unparse(value)}", target
            for other in (ast.Add(), ast.Sub(), ast.Mult(), ast.Div()):
                if type(other) is not type(operator):
                    plain.op = other
                    yield "replaced", ast.unparse(plain), target
        case ast.Assign([target], value) if not isinstance(target, ast.Tuple):
            for sign in ("+=", "-="):
                text = f"{ast.unparse(target)} {sign} {ast.unparse(value)}"
                yield "accumulated", text, target
