"""Many edits of a function as one: each place has a switch that chooses between the statement and
what some edits make of it. Compiling a function costs more than running it on a case."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from dlprep.check.edits.change import Path
from dlprep.check.running.program import SWITCH

Simple = (
    ast.Assign | ast.AugAssign | ast.AnnAssign | ast.Return | ast.Expr | ast.Break | ast.Continue
)
Header = ast.For | ast.While | ast.If


class Part(NamedTuple):
    """One of several changes that are made together: a node replaced in a statement, or a
    statement put beside another or into a loop."""

    statement: ast.stmt
    path: Path
    new: ast.AST
    where: Literal["at", "before", "after", "first", "last"] = "at"


Places = Mapping[ast.stmt, Sequence[tuple[int, Part]]]


def switched(statement: ast.stmt, places: Places) -> list[ast.stmt]:
    """A statement with a switch that chooses between it and its edits, and what some edits put
    before it and after it."""
    found = places.get(statement, ())
    here: dict[int, list[Part]] = {}
    for number, part in found:
        if part.where == "at":
            here.setdefault(number, []).append(part)
    inside = _inside(statement, places)
    if isinstance(inside, Header):
        inside = _header(inside, here)
    elif here:
        cases = [
            ast.match_case(ast.MatchValue(ast.Constant(number)), None, [made(*parts)])
            for number, parts in here.items()
        ]
        cases.append(ast.match_case(ast.MatchAs(), None, [statement]))
        inside = ast.Match(ast.Name(SWITCH, ast.Load()), cases)
    return [*_put(found, "before"), inside, *_put(found, "after")]


def _put(found: Sequence[tuple[int, Part]], where: str) -> Iterator[ast.stmt]:
    """What some edits put there."""
    for number, part in found:
        if part.where == where:
            assert isinstance(part.new, ast.stmt)
            yield ast.If(_chosen(number), [part.new], [])


def _chosen(number: int) -> ast.Compare:
    return ast.Compare(ast.Name(SWITCH, ast.Load()), [ast.Eq()], [ast.Constant(number)])


def _inside(statement: ast.stmt, places: Places) -> ast.stmt:
    """The same statement with switches in its blocks; docstrings go."""
    if isinstance(statement, ast.Match):
        return ast.Match(statement.subject, [_case(each, places) for each in statement.cases])
    blocks = [name for name in ("body", "orelse", "finalbody") if getattr(statement, name, None)]
    if not blocks:
        return statement
    other = copy.copy(statement)
    for name in blocks:
        kept = [each for each in getattr(statement, name) if not is_docstring(each)]
        block = [one for each in kept for one in switched(each, places)]
        setattr(other, name, block or [ast.Pass()])
    if isinstance(other, (ast.For, ast.While, ast.If)):
        found = places.get(statement, ())
        other.body = [*_put(found, "first"), *other.body, *_put(found, "last")]
    return other


def _case(case: ast.match_case, places: Places) -> ast.match_case:
    body = [one for each in case.body for one in switched(each, places)]
    return ast.match_case(case.pattern, case.guard, body)


def _header(block: Header, found: Mapping[int, Sequence[Part]]) -> ast.stmt:
    name = "iter" if isinstance(block, ast.For) else "test"
    for number, parts in found.items():
        changed = getattr(made(*parts), name)
        setattr(block, name, ast.IfExp(_chosen(number), changed, getattr(block, name)))
    return block


def made(first: Part, *more: Part) -> ast.stmt:
    """A statement with changes in places apart."""
    changed = _with(first.statement, first.path, first.new)
    for part in more:
        changed = _with(changed, part.path, part.new)
    assert isinstance(changed, ast.stmt)
    return changed


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


def is_docstring(statement: ast.AST) -> bool:
    """Whether it is a text that nothing uses."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
