"""A program is loaded under stand-ins, and its functions' locals are noted as they return."""

from __future__ import annotations

import ast
import sys
import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Any

import numpy as np

import dlprep.trace.functions  # noqa: F401 - fills the table of handlers
from dlprep.trace.array import Traced
from dlprep.trace.standins import names
from dlprep.trace.symbol import Symbol, lift, variable
from dlprep.trace.tape import UntraceableError

MODULE = "solution"
_CALL, _FRAME = "__traced_call__", "__traced_frame__"
MOST_STATES = 100


@dataclass(frozen=True, slots=True)
class Returned:
    """A function that has returned, with the arrays and numbers it held then (of two names for
    one array the later), and each value that a line gave to a name, in order, as `name@line`;
    a line that ran several times is left out, but where a name got its last value there."""

    function: str
    held: dict[str, Traced | Symbol]
    states: dict[str, Traced | Symbol]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a program could not be traced, and at which of its lines."""

    what: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Program:
    """A program in which arithmetic on floats is traced. `returned` grows, one entry for each
    function of the program that returns."""

    names: dict[str, Any]
    returned: list[Returned]


def load(source: bytes | str, file: str) -> Program:
    """Run a program's top level, and make its functions ready to be traced."""
    tree = _Noting().visit(ast.parse(source, file))
    code = compile(ast.fix_missing_locations(tree), file, "exec", dont_inherit=True)
    module = types.ModuleType(MODULE)
    module.__package__ = getattr(sys.modules.get(MODULE), "__package__", "")
    returned: list[Returned] = []
    module.__dict__["__builtins__"] = {**names(), _CALL: partial(_Frame, returned)}
    sys.modules[MODULE] = module  # dataclasses look their own module up
    exec(code, module.__dict__)  # noqa: S102 - the program was run before, under the same limits
    return Program(module.__dict__, returned)


class _Noting(ast.NodeTransformer):
    """Every function tells what it assigns, and its locals when it returns. A profiler could
    listen too, but would be called for each of the many small functions that trace."""

    inside = 0

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self.inside += 1
        self.generic_visit(node)
        self.inside -= 1
        opened = ast.parse(f"{_FRAME} = {_CALL}({node.name!r})").body
        closed = ast.parse(f"{_FRAME}.close(locals())").body
        head = node.body[: ast.get_docstring(node) is not None]
        rest = node.body[len(head) :] or [ast.Pass()]
        held = ast.Try(body=rest, handlers=[], orelse=[], finalbody=closed)
        node.body = [*head, *opened, held]
        return node

    def visit_Assign(self, node: ast.Assign) -> list[ast.stmt]:
        return [node, *self._told(node.targets, node.lineno)]

    def visit_AugAssign(self, node: ast.AugAssign) -> list[ast.stmt]:
        return [node, *self._told([node.target], node.lineno)]

    def _told(self, targets: list[ast.expr], line: int) -> list[ast.stmt]:
        if not self.inside:
            return []
        words = dict.fromkeys(word for target in targets for word in _assigned(target))
        return ast.parse("\n".join(f"{_FRAME}.note({w!r}, {w}, {line})" for w in words)).body


def _assigned(target: ast.expr) -> Iterator[str]:
    """The names of which a target changes the value, also in part."""
    match target:
        case ast.Name(id=word) | ast.Subscript(value=ast.Name(id=word)):
            yield word
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            for part in parts:
                yield from _assigned(part)
        case ast.Starred(value=part):
            yield from _assigned(part)


class _Frame:
    """One call of a function of the program."""

    def __init__(self, returned: list[Returned], function: str) -> None:
        self.returned = returned
        self.function = function
        self.states: dict[str, Traced | Symbol] = {}
        self.repeated: set[str] = set()
        self.last: dict[str, str] = {}

    def note(self, word: str, value: object, line: int) -> None:
        """A name has got a value at this line."""
        copied, state = _copied(value), f"{word}@{line}"
        self.last[word] = state
        if state in self.states:
            self.repeated.add(state)
        elif copied is not None and len(self.states) < MOST_STATES:
            self.states[state] = copied

    def close(self, held: dict[str, object]) -> None:
        """The function returns."""
        last = {id(value): name for name, value in held.items()}
        copies = {name: _copied(held[name]) for name in last.values() if name != _FRAME}
        known = {name: value for name, value in copies.items() if value is not None}
        states = {state: each for state, each in self.states.items() if state not in self.repeated}
        for word, state in self.last.items():
            if word in known:
                states.setdefault(state, known[word])
        self.returned.append(Returned(self.function, known, states))


def _copied(value: object) -> Traced | Symbol | None:
    """A traced value as it is now."""
    if isinstance(value, Traced) and value.view(np.ndarray).dtype.kind == "O":
        return value.copy()
    return value if isinstance(value, Symbol) else None


def copied(value: Any) -> Any:
    """A value as it is now, however the program goes on with its arrays."""
    match value:
        case dict():
            return {key: copied(each) for key, each in value.items()}
        case list() | tuple():
            return type(value)(copied(each) for each in value)
        case np.ndarray():
            return value.copy()
        case _:
            return value


def refusal(error: BaseException, file: str) -> Refusal:
    """An error as the reason why the program cannot be traced."""
    match error:
        case UntraceableError():
            what = error.what
        case _:
            what = f"{type(error).__name__}: {error}"
    return Refusal(what, _line(error.__traceback__, file))


def _line(trace: TracebackType | None, file: str) -> int | None:
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def variables(value: Any, word: str) -> Any:
    """An input of which every float is a free variable, named by its place: `x[0,1]`, `p.w[2]`.

    Integers, booleans, strings and None stay what they are.
    """
    match value:
        case dict():
            return {key: variables(each, f"{word}.{key}") for key, each in value.items()}
        case list() | tuple():
            parts = (variables(each, f"{word}.{n}") for n, each in enumerate(value))
            return type(value)(parts)
        case np.ndarray() if value.dtype.kind == "f":
            return _variables(value, word)
        case np.ndarray():
            return value.copy().view(Traced)
        case float():
            return variable(word, value)
        case _:
            return value


def _variables(array: Any, word: str) -> Traced:
    cells = np.empty(array.shape, object)
    for index in np.ndindex(array.shape):
        place = f"[{','.join(map(str, index))}]" if index else ""
        cells[index] = variable(word + place, float(array[index]))
    return cells.view(Traced)


def symbols_in(value: Any) -> list[Symbol]:
    """Every traced number of a value, entry by entry, in order."""
    match value:
        case Symbol():
            return [value]
        case np.ndarray() if value.view(np.ndarray).dtype.kind == "O":
            return [lift(each) for each in value.view(np.ndarray).ravel()]
        case dict():
            return [symbol for each in value.values() for symbol in symbols_in(each)]
        case list() | tuple():
            return [symbol for each in value for symbol in symbols_in(each)]
        case _:
            return []
