"""Two parts of a statement that should be built alike, of which one is: `(a2 - a1) * (b2 - b1)`."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from dlprep.check.edits.change import Change, Scope, Spot
from dlprep.check.source.units import names_in

MOST_PARTS = 4
LEAST = 3  # names, numbers and operators of a part that others are made like


class _Letters(NamedTuple):
    """What stands in one name where something else stands in the other."""

    old: str
    new: str

    def is_part_of(self, name: str) -> bool:
        """Whether the name has other letters as well."""
        return 0 < len(self.old) < len(name)


def alike(spot: Spot, scope: Scope) -> Iterator[Change]:
    """One of several operands, arguments or results like another of them, with other names."""
    parts = _parts(spot.node)
    for at, other in permutations(range(len(parts)), 2):
        for made in _made_like(parts[at], parts[other], scope):
            if ast.unparse(made) != ast.unparse(parts[at]):
                whole = _whole(spot.node, [*parts[:at], made, *parts[at + 1 :]])
                yield Change("replaced", whole, parts[at], made)


def _parts(node: ast.expr) -> Sequence[ast.expr]:
    match node:
        case ast.BinOp(left, ast.Add() | ast.Sub() | ast.Mult() | ast.Div(), right):
            return [left, right]
        case ast.Tuple(parts) | ast.List(parts) | ast.Call(_, parts) if len(parts) <= MOST_PARTS:
            return parts
        case _:
            return ()


def _whole(node: ast.expr, parts: Sequence[ast.expr]) -> ast.expr:
    """The same expression with other parts."""
    match node:
        case ast.BinOp(_, sign, _):
            return ast.BinOp(parts[0], sign, parts[1])
        case ast.Call(function, _, keywords):
            return ast.Call(function, [*parts], keywords)
        case ast.List():
            return ast.List([*parts], ast.Load())
        case _:
            return ast.Tuple([*parts], ast.Load())


def _made_like(own: ast.expr, other: ast.expr, scope: Scope) -> Iterator[ast.expr]:
    """The other one with the names of this one, where one exchange of letters leads to each."""
    if len([*ast.walk(other)]) < LEAST or isinstance(other, ast.Constant):
        return
    known = {*scope.names}
    theirs = sorted(names_in(other) & known)
    mine = names_in(own)
    seen: set[_Letters] = set()
    for old in theirs:
        for new in sorted(known - {old}):
            letters = _difference(old, new)
            if letters is None or letters in seen or not (new in mine or letters.is_part_of(old)):
                continue
            seen.add(letters)
            names = {name: _exchanged(name, letters, known) for name in theirs}
            if new in mine or sum(a != b for a, b in names.items()) > 1:
                yield _renamed(other, names)


def _difference(one: str, other: str) -> _Letters | None:
    """The letters of a name that make it another, if the rest is the same."""
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if same is None:
        return None
    rest = 0
    while rest < min(len(one), len(other)) - same and one[-1 - rest] == other[-1 - rest]:
        rest += 1
    return _Letters(one[same : len(one) - rest], other[same : len(other) - rest])


def _exchanged(name: str, letters: _Letters, known: set[str]) -> str:
    """A name with other letters in the first or the last place where that is a known name."""
    old, new = letters
    made = (name.replace(old, new, 1), new.join(name.rsplit(old, 1))) if old else ()
    return next((each for each in made if each in known), name)


def _renamed(node: ast.expr, names: Mapping[str, str]) -> ast.expr:
    class Rename(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return ast.Name(names.get(node.id, node.id), node.ctx)

    changed: ast.expr = Rename().visit(copy.deepcopy(node))
    return changed
