"""A function with one place of it edited: wrong forms of a solution nobody has written down, and
mended forms of a learner's code.

Compiling a function costs more than running it on a case. So many edits go into one *board*: the
function once, with a switch in each place that chooses between the statement and its edits.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dlprep.check.change import REDUCERS, Change, Kind, Path, Role, Rule, Scope, Spot
from dlprep.check.program import SWITCH
from dlprep.check.units import Unit
from dlprep.model.value import dataclass

Simple = ast.Assign | ast.AugAssign | ast.AnnAssign | ast.Return | ast.Expr
Header = ast.For | ast.While | ast.If
_MODULES = frozenset(("np", "numpy", "math"))


@dataclass(frozen=True, slots=True)
class Edit:
    """One statement changed. `line` is the statement's in the file; `statement` its new text,
    empty where it is left out; `old` gave way to `new` and `is_whole` where that is all that the
    statement computes."""

    kind: Kind
    line: int
    statement: str
    old: str
    new: str
    is_whole: bool = False


class Proposal(NamedTuple):
    """An edit not yet made: what would change, where."""

    statement: Simple | Header
    kind: Kind
    path: Path
    new: ast.AST
    change: Change | None = None


class Editor:
    """The edits of one top-level statement, a function as a rule."""

    def __init__(self, unit: Unit, scope: Scope | None = None) -> None:
        self.unit = unit
        self.node = unit.node
        self.statements = tuple(_statements(self.node))
        self.scope = scope or Scope(variables(unit.node))

    def of(self, statement: Simple | Header, rules: Iterable[Rule]) -> Iterator[Proposal]:
        """All edits of one statement by some rules, rule by rule."""
        spots = [*_spots(statement)]
        for rule in rules:
            for spot in spots:
                for change in rule(spot, self.scope):
                    if isinstance(change.node, ast.Starred):  # stands in calls and series only
                        continue
                    yield Proposal(statement, change.kind, spot.path, change.node, change)

    def whole(self, statement: Simple | Header) -> Iterator[Proposal]:
        """The statement left out; accumulated for overwritten and the other way round."""
        if isinstance(statement, Header):
            return
        if not isinstance(statement, ast.Return):
            yield Proposal(statement, "statement", (), ast.Pass())
        for kind, node in _assignments(statement):
            yield Proposal(statement, kind, (), node)

    def resets(self, statement: Simple | Header) -> Iterator[Proposal]:
        """For a loop: what is set before it and changed in it, set at the start of each turn."""
        if isinstance(statement, ast.For):
            for each in self.statements:
                if isinstance(each, ast.Assign) and _is_reset(each, statement):
                    yield Proposal(statement, "moved", (), each)

    def edit(self, proposal: Proposal) -> Edit:
        """A proposal in words."""
        statement, change = proposal.statement, proposal.change
        if isinstance(proposal.new, ast.Assign) and proposal.kind == "moved":
            moved, text = proposal.new, _text(proposal.new)
            return Edit("moved", moved.lineno, f"{_text(statement)} {text}", text, text)
        made = _made(proposal)
        return Edit(
            kind=proposal.kind,
            line=statement.lineno,
            statement="" if isinstance(made, ast.Pass) else _text(made),
            old=ast.unparse(change.old) if change else _text(_target(statement, proposal.kind)),
            new=ast.unparse(change.new) if change and change.new else "",
            is_whole=bool(change) and proposal.path == (("value", None),),
        )

    def board(self, proposals: Sequence[Proposal]) -> ast.Module:
        """The unit with a switch that makes one of the proposals, or none; new nodes have no
        place yet."""
        places: dict[ast.stmt, list[tuple[int, Proposal]]] = {}
        for number, proposal in enumerate(proposals):
            places.setdefault(proposal.statement, []).append((number, proposal))
        return ast.Module([_switched(self.node, places)], [])


Places = Mapping[ast.stmt, Sequence[tuple[int, Proposal]]]


def _switched(statement: ast.stmt, places: Places) -> ast.stmt:
    found = places.get(statement, ())
    if isinstance(statement, Header):
        inside = _inside(statement, places)
        assert isinstance(inside, Header)
        return _header(inside, found)
    if not found:
        return _inside(statement, places)
    cases = [
        ast.match_case(ast.MatchValue(ast.Constant(number)), None, [_made(proposal)])
        for number, proposal in found
    ]
    cases.append(ast.match_case(ast.MatchAs(), None, [statement]))
    return ast.Match(ast.Name(SWITCH, ast.Load()), cases)


def _inside(statement: ast.stmt, places: Places) -> ast.stmt:
    """The same statement with switches in its blocks; docstrings go."""
    blocks = [name for name in ("body", "orelse", "finalbody") if getattr(statement, name, None)]
    if not blocks:
        return statement
    other = copy.copy(statement)
    for name in blocks:
        block = [each for each in getattr(statement, name) if not _is_docstring(each)]
        setattr(other, name, [_switched(each, places) for each in block] or [ast.Pass()])
    return other


def _header(block: Header, found: Sequence[tuple[int, Proposal]]) -> ast.stmt:
    name = "iter" if isinstance(block, ast.For) else "test"
    for number, proposal in found:
        chosen = ast.Compare(ast.Name(SWITCH, ast.Load()), [ast.Eq()], [ast.Constant(number)])
        if isinstance(proposal.new, ast.Assign):
            block.body = [ast.If(chosen, [proposal.new], []), *block.body]
            continue
        changed = getattr(_made(proposal), name)
        setattr(block, name, ast.IfExp(chosen, changed, getattr(block, name)))
    return block


def _made(proposal: Proposal) -> ast.stmt:
    made = _with(proposal.statement, proposal.path, proposal.new)
    assert isinstance(made, ast.stmt)
    return made


def _with(node: ast.AST, path: Path, new: ast.AST) -> ast.AST:
    """A syntax tree with another node in one place; what is not on the way there is shared."""
    if not path:
        return new
    (field, index), rest = path[0], path[1:]
    other = copy.copy(node)
    if index is None:
        setattr(other, field, _with(getattr(node, field), rest, new))
    else:
        series = [*getattr(node, field)]
        series[index] = _with(series[index], rest, new)
        setattr(other, field, series)
    return other


def _is_reset(assignment: ast.Assign, loop: ast.For) -> bool:
    """Whether it stands before a loop, outside of it, and gives a start to what that changes."""
    match assignment.targets:
        case [ast.Name(name)] if assignment.lineno < loop.lineno:
            inside = [each for each in ast.walk(loop) if isinstance(each, ast.AugAssign)]
            return any(ast.unparse(each.target).startswith(name) for each in inside)
    return False


def _statements(node: ast.stmt) -> Iterator[Simple | Header]:
    """Of a class, what stands in its methods."""
    if isinstance(node, ast.ClassDef):
        for inner in node.body:
            if isinstance(inner, (ast.FunctionDef, ast.ClassDef)):
                yield from _statements(inner)
        return
    for each in ast.walk(node):
        if (isinstance(each, Simple) and not _is_docstring(each)) or (
            isinstance(each, Header) and _is_one_line(each)
        ):
            yield each


def _is_one_line(block: Header) -> bool:
    return block.body[0].lineno > block.lineno


def _is_docstring(statement: ast.AST) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def variables(node: ast.stmt) -> tuple[str, ...]:
    """Names a function assigns or takes, in order."""
    found: dict[str, None] = {}
    for each in ast.walk(node):
        match each:
            case ast.arg(name):
                found.setdefault(name)
            case ast.Name(name, ast.Store()) if not name.startswith("_"):
                found.setdefault(name)
    return tuple(found)


def entries(node: ast.stmt) -> tuple[str, ...]:
    """Single entries of variables that a function speaks of, such as `x[i]`."""
    found = (
        ast.unparse(each)
        for each in ast.walk(node)
        if isinstance(each, ast.Subscript)
        and isinstance(each.value, ast.Name)
        and isinstance(each.slice, ast.Name)
    )
    return tuple(dict.fromkeys(found))


def _text(statement: ast.AST) -> str:
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


def _target(statement: Simple | Header, kind: Kind) -> ast.AST:
    """What words about a whole statement name: what it assigns, or all of it."""
    match statement:
        case ast.AugAssign(target) | ast.Assign([target]) if kind != "statement":
            return target
        case _:
            return statement


def _spots(statement: Simple | Header) -> Iterator[Spot]:
    """The expressions of a statement, outermost first."""
    fields = {"value", "test", "iter"} if isinstance(statement, Header) else {"value", "targets"}
    waiting: list[tuple[ast.AST, Path, Role]] = [(statement, (), "whole")]
    while waiting:
        parent, above, place = waiting.pop(0)
        for field, value in ast.iter_fields(parent):
            if parent is statement and field not in fields:
                continue
            for index, node in _indexed(value):
                if isinstance(node, ast.AST):
                    role, path = _role(parent, field, index, place), (*above, (field, index))
                    waiting.append((node, path, role))
                    if isinstance(node, ast.expr) and not _is_fixed(node):
                        yield Spot(node, role, path)


def _indexed(value: object) -> list[tuple[int | None, object]]:
    return [*enumerate(value)] if isinstance(value, list) else [(None, value)]


def _is_fixed(node: ast.expr) -> bool:
    """What is assigned to stays, and modules are no variables."""
    if isinstance(getattr(node, "ctx", None), ast.Store):
        return not isinstance(node, (ast.Tuple, ast.List))
    return isinstance(node, ast.Name) and node.id in _MODULES


def _role(  # noqa: PLR0911 - a table
    parent: ast.AST, field: str, index: int | None, above: Role
) -> Role:
    match parent:
        case ast.Assign() | ast.AnnAssign() if field != "value":
            return "target"
        case ast.Assign() | ast.AugAssign() | ast.AnnAssign() | ast.Return():
            return "whole"
        case ast.Tuple() | ast.List() | ast.Slice():
            return above
        case ast.Dict() if field == "values":
            return "whole"
        case ast.BinOp(_, ast.Add() | ast.Sub(), _):
            return "term"
        case ast.BinOp() | ast.UnaryOp() | ast.Compare():
            return "operand"
        case ast.Call() if field == "args":
            return "argument" if index == 0 else "other"
        case ast.Attribute(attr=name) if name in REDUCERS:
            return "argument"
        case ast.Subscript() if field == "slice":
            return "index"
        case _:
            return "other"


def _assignments(statement: Simple) -> Iterator[tuple[Kind, ast.stmt]]:
    """The statement with another assignment sign."""
    match statement:
        case ast.AugAssign(target, operator, value):
            plain = ast.Assign([target], value, lineno=statement.lineno)  # `unparse` asks for it
            yield "overwritten", plain
            for other in (ast.Add(), ast.Sub(), ast.Mult(), ast.Div()):
                if type(other) is not type(operator):
                    yield "replaced", ast.AugAssign(target, other, value)
        case ast.Assign([ast.Name() | ast.Subscript() as target], value):
            for sign in (ast.Add(), ast.Sub()):
                yield "accumulated", ast.AugAssign(target, sign, value)
