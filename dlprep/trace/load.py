"""A program is loaded under stand-ins, and its functions' locals are noted as they return."""

from __future__ import annotations

import ast
import sys
import types
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
_NOTE = "__note_locals__"


@dataclass(frozen=True, slots=True)
class Returned:
    """A function that has returned, with the arrays and numbers it held then."""

    function: str
    held: dict[str, Traced | Symbol]


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
    returned: list[Returned] = []
    module.__dict__["__builtins__"] = {**names(), _NOTE: partial(_note, returned)}
    sys.modules[MODULE] = module  # dataclasses look their own module up
    exec(code, module.__dict__)  # noqa: S102 - the program was run before, under the same limits
    return Program(module.__dict__, returned)


class _Noting(ast.NodeTransformer):
    """Every function tells its locals when it returns. A profiler could listen too, but would
    be called for each of the many small functions that trace."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        self.generic_visit(node)
        tell = ast.parse(f"{_NOTE}({node.name!r}, locals())").body
        head = node.body[: ast.get_docstring(node) is not None]
        rest = node.body[len(head) :] or [ast.Pass()]
        node.body = [*head, ast.Try(body=rest, handlers=[], orelse=[], finalbody=tell)]
        return node


def _note(returned: list[Returned], function: str, held: dict[str, object]) -> None:
    copies = {name: _copied(value) for name, value in held.items()}
    known = {name: value for name, value in copies.items() if value is not None}
    returned.append(Returned(function, known))


def _copied(value: object) -> Traced | Symbol | None:
    """A traced value as it is now."""
    if isinstance(value, Traced) and value.view(np.ndarray).dtype.kind == "O":
        return value.copy()
    return value if isinstance(value, Symbol) else None


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
