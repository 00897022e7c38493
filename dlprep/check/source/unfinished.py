"""Functions that are still as they were given out: nothing in them makes what they return.

Told from the syntax tree alone. A course gives out functions that set their results to None or
to zeros, hold a `pass` where the work belongs, and return; some make one of two results already.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from dlprep.check.source.units import names_in
from dlprep.model.exercise import Step
from dlprep.model.report import CaseResult

_MAKERS = frozenset(("zeros", "zeros_like", "empty", "empty_like"))
_HOLDERS = frozenset(("dict", "list"))  # empty where nothing is put in
_ZEROS = frozenset(("zeros", "zeros_like"))
_KEEPERS = frozenset(("astype", "copy", "reshape"))  # what they make of nothing is nothing


def is_unfinished(
    function: ast.stmt | None, steps: Iterable[Step], cases: Iterable[CaseResult]
) -> bool:
    """Whether none of what is compared of a function that takes its arguments is ever made; or
    where a `pass` stands beside a result that is not, whether nothing else is wrong."""
    cases = [*cases]
    if not isinstance(function, ast.FunctionDef) or any(map(_does_not_take, cases)):
        return False
    blanks = Blanks(function)
    compared: set[str] = set()
    blank: set[str] = set()
    for gives in {step.gives for step in steps}:
        named = {place: name for place, name in enumerate(gives) if name[0] != "$"}
        compared |= {*named.values()}
        blank |= {named[place] for place in blanks.places(len(gives)) if place in named}
    waits = any(isinstance(each, ast.Pass) for each in function.body)
    if blank == compared:
        return bool(compared) and (waits or not any(map(_is_work, _own(function))))
    wrong = {
        output.name.partition(".")[0]
        for case in cases
        for output in case.outputs
        if output.verdict != "passed"
    }
    return waits and bool(wrong) and wrong <= blank


def _is_work(node: ast.AST) -> bool:
    """Whether something is added up, if only in a variable of which nothing is made."""
    match node:
        case ast.AugAssign():
            return True
        case ast.Assign([ast.Name(name)], ast.BinOp() as value):
            return name in names_in(value)
        case _:
            return False


def _does_not_take(case: CaseResult) -> bool:
    """Whether an error was raised before a line of the file ran: the call does not fit."""
    return case.message is not None and case.message.code == "check.raised-somewhere"


class Blanks:
    """What the names of a function stand for, and which of them are changed in place."""

    def __init__(self, function: ast.FunctionDef) -> None:
        self.function = function
        self.given: dict[str, list[ast.expr]] = {}
        self.changed: set[str] = set()
        for node in _own(function):
            self._note(node)

    def places(self, count: int) -> Iterator[int]:
        """Results that are blank whichever way the function ends."""
        ends = [node.value for node in _own(self.function) if isinstance(node, ast.Return)]
        if not ends:
            yield from range(count if all(map(_is_idle, self.function.body)) else 0)
            return
        for place in range(count):
            if all(self._is_blank(_part(end, place, count)) for end in ends):
                yield place

    def zeros(self, count: int) -> Iterator[tuple[int, str, int]]:
        """Of these, each that is a variable set to zeros in one place: with its name and line."""
        ends = [node.value for node in _own(self.function) if isinstance(node, ast.Return)]
        for place in self.places(count):
            roots = {_root(_part(end, place, count)) for end in ends}
            name = roots.pop() if len(roots) == 1 else None
            match self.given.get(name or ""):
                case [ast.Call(func=maker) | ast.Constant(value=maker) as value]:
                    if maker == 0 or getattr(maker, "attr", "") in _ZEROS:
                        yield place, name or "", value.lineno

    def _note(self, node: ast.AST) -> None:
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self._give(target, value)
            case ast.AugAssign(target=target) | ast.For(target=target):
                self.changed |= names_in(target)
            case ast.Call(func=called, args=args, keywords=keywords):
                for each in (*args, *(keyword.value for keyword in keywords)):
                    self.changed |= names_in(each)
                if isinstance(called, ast.Attribute) and called.attr not in _KEEPERS:
                    self.changed |= names_in(called.value)

    def _give(self, target: ast.expr, value: ast.expr) -> None:
        match target, value:
            case ast.Name(id=name), _:
                self.given.setdefault(name, []).append(value)
            case ast.Tuple(elts=targets), ast.Tuple(elts=parts) if len(targets) == len(parts):
                for each, part in zip(targets, parts, strict=True):
                    self._give(each, part)
            case _:
                self.changed |= names_in(target)

    def _is_blank(  # noqa: PLR0911 - a table
        self, value: ast.expr | None, seen: frozenset[str] = frozenset()
    ) -> bool:
        match value:
            case None:
                return True
            case ast.Constant(value=constant):
                return constant is None or constant in (0, "")
            case ast.Name(id=name):
                given = self.given.get(name, [])
                known = bool(given) and name not in self.changed
                return known and all(
                    each is value or name in seen or self._is_blank(each, seen | {name})
                    for each in given
                )
            case ast.Call(func=ast.Attribute(attr=maker) | ast.Name(id=maker)) if maker in _MAKERS:
                return True
            case ast.Call(func=ast.Name(id=holder), args=[], keywords=[]) if holder in _HOLDERS:
                return True
            case ast.Call(func=ast.Attribute(value=inner, attr=keeper)) if keeper in _KEEPERS:
                return self._is_blank(inner, seen)
            case ast.Subscript(value=inner) | ast.BinOp(
                ast.Name() as inner, ast.Mult() | ast.Div()
            ):
                return self._is_blank(inner, seen)
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                return all(self._is_blank(part, seen) for part in parts)
            case ast.Dict(keys=keys):
                return not keys
            case _:
                return False


def _own(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """What is in it, but nothing from inside of other functions."""
    waiting: list[ast.AST] = [*function.body]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, ast.FunctionDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)


def _part(end: ast.expr | None, place: int, count: int) -> ast.expr | None:
    """One of the results, where they are written one by one; else all of them."""
    if isinstance(end, ast.Tuple) and len(end.elts) == count and count > 1:
        return end.elts[place]
    return end


def _root(value: ast.expr | None) -> str | None:
    """The variable of which a result is a part or a copy."""
    match value:
        case ast.Name(id=name):
            return name
        case (
            ast.Subscript(value=inner)
            | ast.BinOp(inner)
            | ast.Call(func=ast.Attribute(value=inner))
        ):
            return _root(inner)
        case _:
            return None


def _is_idle(statement: ast.stmt) -> bool:
    """Docstrings, `pass` and `...`."""
    plain = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return plain or isinstance(statement, ast.Pass)
