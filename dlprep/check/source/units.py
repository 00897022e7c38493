"""A file as its top-level statements, so that one function can be changed and compiled alone."""

from __future__ import annotations

import ast
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from dlprep.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """One top-level statement: the names it binds, its first line (from 1) and its text."""

    binds: tuple[str, ...]
    first: int
    source: str
    node: ast.stmt

    @property
    def last(self) -> int:
        """Its last line."""
        return self.node.end_lineno or self.first

    @property
    def is_function(self) -> bool:
        """Whether it defines a function."""
        return isinstance(self.node, ast.FunctionDef)

    def uses(self) -> frozenset[str]:
        """All names that stand in it."""
        return frozenset(each.id for each in ast.walk(self.node) if isinstance(each, ast.Name))


class Layout:
    """The units of a file that bind names. Raises `SyntaxError` or `ValueError`."""

    def __init__(self, source: str | bytes) -> None:
        if isinstance(source, bytes):
            self.lines = source.removeprefix(BOM_UTF8).decode("utf-8", "replace").splitlines()
        else:
            self.lines = source.splitlines()
        self.tree = ast.parse(source)
        self.units = tuple(self._unit(node) for node in self.tree.body if _binds(node))

    def _unit(self, node: ast.stmt) -> Unit:
        decorators = getattr(node, "decorator_list", [])
        first = min([node.lineno, *(each.lineno for each in decorators)])
        return Unit(_binds(node), first, self.text(first, node.end_lineno or first), node)

    def text(self, first: int, last: int) -> str:
        """Lines `first` to `last`, from 1, both included."""
        return "\n".join(self.lines[first - 1 : last]) + "\n"

    @cached_property
    def by_name(self) -> dict[str, Unit]:
        """The unit that binds a name last."""
        return {name: unit for unit in self.units for name in unit.binds}

    @cached_property
    def _uses(self) -> dict[str, frozenset[str]]:
        return {name: unit.uses() for name, unit in self.by_name.items()}

    def built_on(self, unit: Unit) -> tuple[Unit, ...]:
        """The units after one that take its values when they are run: subclasses, what a decorator
        wraps, what a call returns."""
        names, found = {*unit.binds}, list[Unit]()
        for each in self.units:
            if each.first > unit.first and names & {*_taken(each.node)}:
                names |= {*each.binds}
                found.append(each)
        return tuple(found)

    def at(self, line: int) -> Unit | None:
        """The unit a line stands in."""
        return next((unit for unit in self.units if unit.first <= line <= unit.last), None)

    def reach(self, names: Iterable[str]) -> tuple[Unit, ...]:
        """The units behind some names: what these use, directly or through others, in the
        order of the file."""
        found: set[str] = set()
        waiting = [name for name in names if name in self.by_name]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += [each for each in self._uses[name] if each in self.by_name]
        return tuple(unit for unit in self.units if found & set(unit.binds))


def _taken(node: ast.AST) -> Iterator[str]:
    """The names whose values a statement takes when it is run: not those inside of functions."""
    match node:
        case ast.Name(name):
            yield name
        case ast.FunctionDef(args=args) | ast.Lambda(args=args):
            wrapping = getattr(node, "decorator_list", [])
            for value in (*wrapping, *args.defaults, *filter(None, args.kw_defaults)):
                yield from _taken(value)
        case _:
            for inner in ast.iter_child_nodes(node):
                yield from _taken(inner)


def names_in(node: ast.AST) -> set[str]:
    """The names that stand in it."""
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


@lru_cache(maxsize=4)  # every search for a mistake looks at the same file
def layout_of(source: bytes) -> Layout:
    """The units of a learner's file. Raises `SyntaxError` or `ValueError`."""
    return Layout(source)


def _binds(node: ast.stmt) -> tuple[str, ...]:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return (name,)
        case ast.Assign(targets=targets):
            return tuple(each.id for each in targets if isinstance(each, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr()):
            return (name,)
        case _:
            return ()
