"""A submission is read and looked at, never run: its bytes, its syntax tree, its names."""

from __future__ import annotations

import ast
import io
import os
import re
import stat
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from dlprep.check.source.surround import surroundings
from dlprep.model.message import CellLine, Message, Place, fault
from dlprep.model.report import STDIN
from dlprep.model.surroundings import Surroundings
from dlprep.model.value import dataclass

LARGEST = 1 << 20
LONGEST_HEAD = 400  # of the two lines that may name an encoding
NOTEBOOK = ".ipynb"
_NAMED = re.compile(rb"^[ \t]*#[ \t]*dlprep:[ \t]*([\w.\-]+)[ \t]*\r?$", re.MULTILINE)
_DEFINED = re.compile(rb"^(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Submission:
    """A learner's file. `defines` are its top-level names in order, `asks` the exercises its
    `# dlprep: <id>` lines name; `broken` says why it is not Python. Of a notebook `data` are its
    code cells, and `lines` say where each of their lines stands. `around` is what it imports from
    its own folder."""

    name: str
    data: bytes
    defines: tuple[str, ...]
    asks: tuple[str, ...]
    broken: Message | None = None
    lines: tuple[CellLine, ...] = ()
    around: Surroundings = Surroundings()


def read_submission(path: Path) -> Submission:
    """Read a file for checking. Raises faults `check.…` for whatever is no Python source and no
    notebook."""
    if str(path) == "-":
        return _submission(STDIN, _bytes(path))
    found = _notebook(path) if path.suffix == NOTEBOOK else _submission(str(path), _bytes(path))
    return replace(found, around=surroundings(path, found.data))


def _notebook(path: Path) -> Submission:
    from dlprep.check.source.notebook import LARGEST as ROOM  # noqa: PLC0415 - few files are notebooks
    from dlprep.check.source.notebook import read_notebook  # noqa: PLC0415

    book = read_notebook(_bytes(path, ROOM), str(path))
    found = _submission(str(path), _small(book.source.encode(), str(path)))
    broken = found.broken and _in_cell(found.broken, book.lines)
    return replace(found, broken=broken, lines=book.lines)


def _in_cell(message: Message, lines: Sequence[CellLine]) -> Message:
    place = message.place
    if place is None or not place.line:
        return message
    return replace(message, place=replace(place, line=lines[min(place.line, len(lines)) - 1]))


def _submission(name: str, data: bytes) -> Submission:
    if not data.strip(b" \t\r\n\f\xef\xbb\xbf"):
        raise fault("check.empty", place=Place(name))
    if b"\0" in data:
        raise fault("check.binary", place=Place(name))
    asks = tuple(match.decode() for match in _NAMED.findall(data))
    try:
        tree = _tree(data, name)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
        defines = tuple(match.decode() for match in _DEFINED.findall(data))
        return Submission(name, data, defines, asks, _broken(problem, name))
    return Submission(name, data, tuple(_names(tree.body)), asks)


def _bytes(path: Path, most: int = LARGEST) -> bytes:
    """At most so many bytes of a regular file; a pipe or a device is never waited for, but
    standard input is, where it was asked for by the name `-`."""
    name = str(path)
    if name == "-":
        return _small(sys.stdin.buffer.read(LARGEST + 1), STDIN)
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        raise fault("check.no-file", place=Place(name)) from None
    except (OSError, ValueError) as problem:
        raise fault("check.unreadable", place=Place(name), why=problem) from None
    with _closing(descriptor):
        found = os.fstat(descriptor)
        if stat.S_ISDIR(found.st_mode):
            raise fault("check.directory", place=Place(name))
        if not stat.S_ISREG(found.st_mode):
            raise fault("check.not-a-file", place=Place(name))
        if found.st_size == 0:  # also all of /proc, where reading may wait for ever
            raise fault("check.empty", place=Place(name))
        return _small(os.read(descriptor, most + 1), name, most)


def _small(data: bytes, name: str, most: int = LARGEST) -> bytes:
    if len(data) > most:
        raise fault("check.too-large", place=Place(name), limit=f"{most >> 20} MiB")
    return data


@contextmanager
def _closing(descriptor: int) -> Iterator[None]:
    try:
        yield
    finally:
        os.close(descriptor)


def _tree(data: bytes, name: str) -> ast.Module:
    """As Python reads a file: bytes that are not in its encoding are an error in any place."""
    encoding = _encoding(data)
    try:
        data.decode(encoding)
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        byte = f"0x{data[problem.start]:02x}"
        raise SyntaxError(f"{byte} is not {encoding}", (name, line, None, None)) from None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(data, name)


def _broken(problem: BaseException, name: str) -> Message:
    line = problem.lineno if isinstance(problem, SyntaxError) else None
    why = problem.msg if isinstance(problem, SyntaxError) else str(problem)
    return Message("check.syntax", {"why": why}, Place(name, line))


def _names(body: list[ast.stmt]) -> list[str]:
    """Names bound at the top level, also under `if` and `try`."""
    names: list[str] = []
    for statement in body:
        match statement:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names.append(name)
            case ast.Assign(targets=targets):
                names += [name for target in targets for name in _bound(target)]
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr()):
                names.append(name)
            case ast.ImportFrom(names=aliases, level=0):
                names += [alias.asname or alias.name for alias in aliases]
            case ast.If() | ast.Try() | ast.With():
                inner = [getattr(statement, part, []) for part in ("body", "orelse", "finalbody")]
                names += [name for part in inner for name in _names(part)]
    return names


def _bound(target: ast.expr) -> list[str]:
    """The names that an assignment binds, also by unpacking."""
    match target:
        case ast.Name(id=name):
            return [name]
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            return [name for part in parts for name in _bound(part)]
        case ast.Starred(value=rest):
            return _bound(rest)
        case _:
            return []


def decoded(data: bytes) -> str:
    """The text of a source file, by its byte-order mark or coding line."""
    try:
        encoding = _encoding(data)
    except SyntaxError:
        encoding = "utf-8"
    return data.decode(encoding, "replace")


def _encoding(data: bytes) -> str:
    """Raises SyntaxError for an encoding that Python does not know."""
    if data.isascii() and b"coding" not in data[:LONGEST_HEAD]:
        return "ascii"
    import tokenize  # noqa: PLC0415 - 3 ms that most files save

    return tokenize.detect_encoding(io.BytesIO(data).readline)[0]
