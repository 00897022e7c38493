"""A notebook as one Python source: its code cells in order, without outputs.

Magics and shell lines are commented out where they stand, so that every line keeps its number and
can be told as a line of a cell.
"""

from __future__ import annotations

import ast
import json
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dlprep.model.message import CellLine, Message, Place, fault
from dlprep.model.value import dataclass

LARGEST = 64 << 20  # with its outputs
# Cell magics that run the rest of their cell as Python; below any other is something else.
_PYTHON = frozenset(("time", "timeit", "capture", "prun", "python", "python3", "pypy"))
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
_CELL_MAGIC = re.compile(r"\s*%%(?P<name>\w+)")
_LINE_MAGIC = re.compile(r"\s*(?:[%!?]|[\w.\[\], ()]*=\s*[%!]\s*\w|[^#'\"]*\?{1,2}\s*$)")


@dataclass(frozen=True, slots=True)
class Notebook:
    """The code of a notebook; `lines` says of each line where a person finds it."""

    source: str
    lines: tuple[CellLine, ...]


def read_notebook(data: bytes, name: str) -> Notebook:
    """Raises `notebook.…` for what is no notebook, is in another language or has no code."""
    book = _loaded(data, name)
    _in_python(book, name)
    cells = [_commented_out(text) for text in _code_cells(book, name)]
    if not any(line.strip() for cell in cells for line in cell):
        raise fault("notebook.empty", place=Place(name))
    numbered = [
        (line, cell, within)
        for cell, lines in enumerate(cells, 1)
        for within, line in enumerate(lines, 1)
    ]
    source = "\n".join(line for line, _, _ in numbered) + "\n"
    places = (
        CellLine(number, cell=cell, within=within)
        for number, (_, cell, within) in enumerate(numbered, 1)
    )
    return Notebook(source, tuple(places))


def needed(source: str, names: Iterable[str]) -> str:
    """The source with nothing but what some functions need, directly or through others; all else
    is left empty, so that lines keep their numbers. Most of a notebook are trials: figures,
    training runs, files that are only there at home."""
    body = ast.parse(source).body
    bound = [frozenset(_binds(node)) for node in body]
    wanted, kept, before = set(names), set[int](), -1
    while before != len(kept):
        before = len(kept)
        for number, node in enumerate(body):
            if number not in kept and (bound[number] & wanted or "*" in bound[number]):
                kept.add(number)
                wanted |= {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    lines = [""] * source.count("\n")
    for number in kept:
        first = min([body[number].lineno, *_decorators(body[number])])
        end = body[number].end_lineno or first
        lines[first - 1 : end] = source.split("\n")[first - 1 : end]
    return "\n".join(lines) + "\n"


def _decorators(node: ast.stmt) -> list[int]:
    return [each.lineno for each in getattr(node, "decorator_list", [])]


def _binds(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement binds or changes, wherever in it; `*` for all of a module's."""
    for node in _own_nodes(statement):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.ClassDef(name=name):
                yield name
            case ast.alias(name=name, asname=other):
                yield other or name.partition(".")[0]
            case ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.Subscript(ctx=ast.Store()) | ast.Attribute(ctx=ast.Store()):
                yield from (each.id for each in ast.walk(node) if isinstance(each, ast.Name))


def _own_nodes(statement: ast.AST) -> Iterator[ast.AST]:
    """A statement and what is in it, but nothing from inside of functions and classes."""
    yield statement
    if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        for child in ast.iter_child_nodes(statement):
            yield from _own_nodes(child)


def _loaded(data: bytes, name: str) -> Mapping[str, Any]:
    try:
        book = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as problem:
        raise _not_json(name, problem) from None
    except UnicodeDecodeError as problem:
        raise _broken(name, problem) from None
    except RecursionError:
        raise _broken(name, Message("notebook.too-deep")) from None
    if not isinstance(book, dict):
        raise _broken(name, Message("notebook.no-cells"))
    return book


def _not_json(name: str, problem: json.JSONDecodeError) -> Exception:
    """Told by what happens to notebooks: a download that ends early, a merge; JSON names the
    place where a text begins that does not end."""
    text, line = problem.doc, problem.lineno
    rest = text[problem.pos :].strip()
    if text.split("\n")[line - 1].lstrip().startswith(_CONFLICT):
        why = "notebook.conflict"
    elif not rest or ("\n" not in rest and problem.msg.startswith("Unterminated")):
        why = "notebook.cut-off"
    else:
        why = "notebook.no-json"
    return _broken(name, Message(why), line)


def _broken(name: str, why: object, line: int | None = None) -> Exception:
    return fault("notebook.broken", place=Place(name, line), why=why)


def _in_python(book: Mapping[str, Any], name: str) -> None:
    about = book.get("metadata")
    about = about if isinstance(about, dict) else {}
    for part, key in (("language_info", "name"), ("kernelspec", "language")):
        found = about.get(part)
        language = found.get(key) if isinstance(found, dict) else None
        if isinstance(language, str) and "python" not in language.lower():
            raise fault("notebook.language", place=Place(name), language=language)


def _code_cells(book: Mapping[str, Any], name: str) -> Iterator[str]:
    """The text of each code cell; older notebooks keep them in worksheets."""
    sheets = book.get("worksheets", [book])
    for sheet in sheets if isinstance(sheets, list) else [None]:
        cells = sheet.get("cells") if isinstance(sheet, dict) else None
        if not isinstance(cells, list):
            raise _broken(name, Message("notebook.no-cells"))
        for cell in cells:
            if isinstance(cell, dict) and cell.get("cell_type") == "code":
                yield _text(cell.get("source", cell.get("input")), name)


def _text(source: object, name: str) -> str:
    """One text, or a list of lines that keep their ends."""
    parts: list[Any] = source if isinstance(source, list) else [source]
    if not all(isinstance(part, str) for part in parts):
        raise _broken(name, Message("notebook.no-text"))
    text = "".join(parts).replace("\r\n", "\n").replace("\r", "\n")
    return text.encode("utf-8", "replace").decode()


def _commented_out(text: str) -> list[str]:
    """The lines of a cell, those that are not Python put behind a `pass`: it may be all there is
    below an `if`."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    magic = _CELL_MAGIC.match(lines[first])
    if magic is not None and magic["name"] not in _PYTHON:
        return [_passed(line) for line in lines]
    if magic is not None:
        lines[first] = _passed(lines[first])
    while (wrong := _first_wrong(lines)) is not None and _LINE_MAGIC.match(lines[wrong]):
        lines[wrong] = _passed(lines[wrong])
    return lines


def _passed(line: str) -> str:
    bare = line.lstrip()
    return f"{line[: len(line) - len(bare)]}pass  # {bare}" if bare else line


def _first_wrong(lines: list[str]) -> int | None:
    """The first line, from 0, that Python does not read; None where it reads all or cannot say.
    A string or a bracket that goes on over lines may hold what looks like a magic, and does no
    harm: Python reads it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse("\n".join(lines) + "\n")
    except SyntaxError as problem:
        at = problem.lineno or 0
        return at - 1 if 1 <= at <= len(lines) else None
    except (ValueError, RecursionError, MemoryError):
        return None
    return None
