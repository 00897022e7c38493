"""A function with one place of it edited: wrong forms of a solution nobody has written down, and
mended forms of a learner's code."""

from __future__ import annotations

import ast
import contextlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dlprep.check.edits.arithmetic import constants, texts
from dlprep.check.edits.boards import Header, Part, Simple, is_docstring, made, switched
from dlprep.check.edits.change import (
    REDUCERS,
    Change,
    Kind,
    Path,
    Role,
    Rule,
    Scope,
    Spot,
    is_maker,
)
from dlprep.check.edits.contents import MODULES, variables
from dlprep.check.edits.defaults import defaults_of, with_defaults
from dlprep.check.edits.likeness import pattern
from dlprep.check.edits.splice import line_of, node_at, on_one_line, spliced_line
from dlprep.check.source.units import Unit
from dlprep.model.message import Message
from dlprep.model.value import dataclass

LARGE = re.compile(r"\b[1-9]0{6,}\.0\b")  # numbers that nobody counts the zeros of
MOST_PARALLEL = 3  # statements of one form that are changed together
MOST_ALIKE = 6  # places that are changed together


@dataclass(frozen=True, slots=True)
class Edit:
    """One statement changed. `line` is the statement's in the file; `statement` its new text,
    empty where it is left out; `old` gave way to `new` and `is_whole` where that is all that the
    statement computes; where `old` stands in several, `place` is the one that is meant, if that was
    asked for. `alike` are other lines that change in the same way; a statement that stands in a
    wrong place has its `cause` and says `where` it belongs."""

    kind: Kind
    line: int
    statement: str
    old: str
    new: str
    is_whole: bool = False
    place: str = ""
    alike: tuple[int, ...] = ()
    cause: Message | None = None
    where: Message | None = None


class Move(NamedTuple):
    """What is wrong with the place of a statement, where it belongs, and how it reads there."""

    cause: Message
    where: Message
    text: str


class Proposal(NamedTuple):
    """An edit not yet made: what would change, where, and what would change with it."""

    statement: Simple | Header
    kind: Kind
    path: Path
    new: ast.AST
    change: Change | None = None
    more: tuple[Part, ...] = ()
    move: Move | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """All that is changed."""
        return Part(self.statement, self.path, self.new), *self.more


class Editor:
    """The edits of one top-level statement, a function as a rule."""

    def __init__(self, unit: Unit, scope: Scope | None = None, *, defaults: bool = False) -> None:
        """`defaults`: those of the parameters are edited, too."""
        self.unit = unit
        self.node = unit.node
        self.defaults = tuple(defaults_of(self.node)) if defaults else ()
        self.statements = (*_statements(self.node), *self.defaults)
        self.scope = scope or Scope(variables(unit.node))

    def of(self, statement: Simple | Header, rules: Iterable[Rule]) -> Iterator[Proposal]:
        """All edits of one statement by some rules, rule by rule."""
        spots = [*_spots(statement)]
        for rule in rules:
            if statement in self.defaults and rule not in {constants, texts}:
                continue
            for spot in spots:
                for change in rule(spot, self.scope):
                    if isinstance(change.node, ast.Starred):  # stands in calls and series only
                        continue
                    yield Proposal(statement, change.kind, spot.path, change.node, change)

    def everywhere(self, rules: Sequence[Rule]) -> Iterator[Proposal]:
        """The same edit in all places where one expression stands, and in all axes."""
        groups: dict[str, list[tuple[Simple | Header, Spot]]] = {}
        for statement in self.statements:
            for spot in _spots(statement):
                if key := _repeated(spot):
                    groups.setdefault(key, []).append((statement, spot))
        for (first, spot), *others in groups.values():
            if 1 <= len(others) < MOST_ALIKE:
                for rule in rules:
                    for change in rule(spot, self.scope):
                        more = (Part(other, at.path, change.node) for other, at in others)
                        yield Proposal(first, change.kind, spot.path, change.node, change, (*more,))

    def parallel(self, rules: Sequence[Rule]) -> Iterator[Proposal]:
        """The same edit in statements of one form, as for height and width."""
        groups: dict[str, list[Simple]] = {}
        for statement in self.statements:
            if isinstance(statement, Simple) and (form := pattern(statement)) is not None:
                groups.setdefault(form, []).append(statement)
        for first, *others in groups.values():
            if 1 <= len(others) < MOST_PARALLEL:
                yield from self._alike(first, others, rules)

    def _alike(
        self, first: Simple, others: Sequence[Simple], rules: Sequence[Rule]
    ) -> Iterator[Proposal]:
        spots = [{spot.path: spot for spot in _spots(each)} for each in others]
        for rule in rules:
            for spot in _spots(first):
                there = [each[spot.path] for each in spots if spot.path in each]
                made = [[*rule(each, self.scope)] for each in (spot, *there)]
                if len(there) == len(others) and len({*map(len, made)}) == 1:
                    for change, *alike in zip(*made, strict=True):
                        pairs = zip(others, alike, strict=True)
                        more = tuple(Part(each, spot.path, one.node) for each, one in pairs)
                        yield Proposal(first, change.kind, spot.path, change.node, change, more)

    def whole(self, statement: Simple | Header) -> Iterator[Proposal]:
        """The statement left out; accumulated for overwritten and the other way round."""
        if isinstance(statement, Header) or statement in self.defaults:
            return
        if not isinstance(statement, ast.Return):
            yield Proposal(statement, "statement", (), ast.Pass())
        for kind, node in _assignments(statement):
            yield Proposal(statement, kind, (), node)

    def edit(self, proposal: Proposal) -> Edit:
        """A proposal in words."""
        statement, change = proposal.statement, proposal.change
        if move := proposal.move:
            line = int(str(move.cause.values["line"]))
            return Edit("moved", line, move.text, "", "", cause=move.cause, where=move.where)
        here, changed = self._here(proposal), self.made(proposal)
        others = {each.statement.lineno for each in proposal.more} - {statement.lineno}
        line = line_of(here)
        text = "" if isinstance(changed, ast.Pass) else self._written(changed, here, line)
        text = LARGE.sub(lambda found: f"{float(found[0]):.0e}".replace("e+0", "e"), text)
        old, new = _in_words(proposal, changed)
        return Edit(
            kind=proposal.kind,
            line=line,
            statement=text,
            old=old,
            new=new,
            is_whole=bool(change) and proposal.path == (("value", None),),
            alike=tuple(sorted(others)),
        )

    def made(self, proposal: Proposal) -> ast.stmt:
        """The statement as it would be."""
        return made(*self._here(proposal))

    def _here(self, proposal: Proposal) -> list[Part]:
        return [each for each in proposal.parts if each.statement is proposal.statement]

    def _written(self, changed: ast.stmt, parts: Sequence[Part], at: int) -> str:
        """A line of a statement as it would be, in the learner's own writing where that can be
        kept; else the whole statement."""
        if parts[0].statement in self.defaults:
            return spliced_line(
                self.unit.source.splitlines()[at - self.unit.first], parts, ""
            ).strip()
        text, lines = on_one_line(changed), self._lines(parts[0].statement)
        own = at - parts[0].statement.lineno
        for form in ("-", "", "()") if lines and parts[0].path else ():
            spliced = spliced_line(lines[own], parts, form)
            whole = "\n".join([*lines[:own], spliced, *lines[own + 1 :]]).strip()
            with contextlib.suppress(SyntaxError, ValueError):
                (read,) = ast.parse(f"{whole} pass" if text.endswith(":") else whole).body
                if on_one_line(read) == text:
                    return spliced.strip()
        return text

    def _lines(self, statement: ast.stmt) -> list[str]:
        """The lines of a statement, or of a block's header; nothing where they hold more."""
        last = statement.body[0].lineno - 1 if isinstance(statement, Header) else None
        first, end = statement.lineno - self.unit.first, (last or statement.end_lineno or 0)
        lines = self.unit.source.splitlines()[first : end - self.unit.first + 1]
        return [] if last and (len(lines) > 1 or not lines[0].endswith(":")) else lines

    def board(self, proposals: Sequence[Proposal]) -> ast.Module:
        """The unit with a switch that makes one of the proposals, or none; new nodes have no
        place yet."""
        places: dict[ast.stmt, list[tuple[int, Part]]] = {}
        for number, proposal in enumerate(proposals):
            for part in proposal.parts:
                places.setdefault(part.statement, []).append((number, part))
        defaults = [each for each in self.defaults if each in places]
        return ast.Module(switched(with_defaults(self.node, defaults), places), [])


def _in_words(proposal: Proposal, changed: ast.stmt) -> tuple[str, str]:
    """What gives way and what comes instead, where words of its kind speak of that; of another
    sign of assignment, the statements."""
    statement, change = proposal.statement, proposal.change
    if change is not None:
        return _said(proposal, change.old), _said(proposal, change.new) if change.new else ""
    if proposal.kind == "replaced":
        return on_one_line(statement), on_one_line(changed)
    return on_one_line(_target(statement, proposal.kind)), ""


def _said(proposal: Proposal, node: ast.expr) -> str:
    """An expression in words; of a slice or an index, with what it is taken of."""
    whole: ast.AST = node
    if isinstance(node, ast.Slice) or _is_index(proposal):
        for number in range(1, len(proposal.path)):
            above = node_at(Part(proposal.statement, proposal.path[:number], node))
            if isinstance(above, ast.Subscript):
                path = (("value", None), *proposal.path[number:])
                whole = made(Part(ast.Expr(above), path, node))
    return ast.unparse(whole)


def _is_index(proposal: Proposal) -> bool:
    """Whether a variable is changed by which an entry is found: by itself it tells little."""
    change = proposal.change
    if change is None or not isinstance(change.old, ast.Name):
        return False
    inside = any(field == "slice" for field, _ in proposal.path)
    return inside and node_at(Part(proposal.statement, proposal.path, change.old)) is change.old


def _is_one_line(block: Header) -> bool:
    return block.body[0].lineno > block.lineno


def _statements(node: ast.stmt) -> Iterator[Simple | Header]:
    """Of a class, what stands in its methods."""
    if isinstance(node, ast.ClassDef):
        for inner in node.body:
            if isinstance(inner, (ast.FunctionDef, ast.ClassDef)):
                yield from _statements(inner)
        return
    for each in ast.walk(node):
        if (isinstance(each, Simple) and not is_docstring(each)) or (
            isinstance(each, Header) and _is_one_line(each)
        ):
            yield each


def _target(statement: Simple | Header, kind: Kind) -> ast.AST:
    """What words about a whole statement name: what it assigns, or all of it."""
    match statement:
        case ast.AugAssign(target) | ast.Assign([target]) if kind != "statement":
            return target
        case _:
            return statement


def _spots(statement: Simple | Header) -> Iterator[Spot]:
    """The expressions of a statement, outermost first."""
    fields = (
        {"value", "test", "iter"}
        if isinstance(statement, Header)
        else {"value", "targets", "target"}
    )
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


def _repeated(spot: Spot) -> str:
    """What makes a place like others; nothing for what is too plain to be written twice."""
    match spot:
        case Spot(ast.Constant(int()), "axis"):
            return "axis"
        case Spot(ast.Name() | ast.Constant() | ast.Attribute() | ast.Tuple()):
            return ""
        case Spot(ast.Slice(ast.expr()) | ast.Slice(_, ast.expr()) | ast.Slice(_, _, ast.expr())):
            return ast.unparse(spot.node)
        case Spot(_, "whole" | "index" | "target"):
            return ""
        case _:
            return ast.unparse(spot.node)


def _indexed(value: object) -> list[tuple[int | None, object]]:
    return [*enumerate(value)] if isinstance(value, list) else [(None, value)]


def _is_fixed(node: ast.expr) -> bool:
    """What is assigned to stays, and modules are no variables."""
    if isinstance(getattr(node, "ctx", None), ast.Store):
        return not isinstance(node, (ast.Tuple, ast.List))
    return isinstance(node, ast.Name) and node.id in MODULES


def _role(  # noqa: C901, PLR0911 - a table
    parent: ast.AST, field: str, index: int | None, above: Role
) -> Role:
    match parent:
        case ast.Assign() | ast.AugAssign() | ast.AnnAssign() if field != "value":
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
        case ast.Call(function) if field == "args" and is_maker(function):
            return "other"
        case ast.Call() if field == "args":
            return "argument" if index == 0 else "other"
        case ast.keyword(arg="axis"):
            return "axis"
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
