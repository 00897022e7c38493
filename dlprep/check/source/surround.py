"""What lies around a file that is checked: the files of its folder that it imports, as text."""

from __future__ import annotations

import ast
import builtins
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from dlprep.model.surroundings import Surroundings
from dlprep.model.value import dataclass

OURS = frozenset(("dlprep", "solutions"))  # of which nothing is read
MOST = 400 << 10  # of all files together
MOST_FILES = 40
DEEPEST = 4  # folders above a file that its package may begin at
_MODULES = re.compile(
    rb"^[ \t]*(?:from[ \t]+([.\w]+)[ \t]*import|import[ \t]+([.\w, \t]+))", re.MULTILINE
)
_FURNISHED = frozenset((*sys.stdlib_module_names, "numpy"))
_BUILT_IN = frozenset(dir(builtins))


@dataclass(frozen=True, slots=True)
class _Import:
    """A module that is imported, by its whole name, and whether from the file's own package."""

    module: str
    relative: bool


def surroundings(path: Path, data: bytes) -> Surroundings:
    """What `path` imports that is neither Python's nor NumPy's, as far as it lies beside it."""
    if not _looks_around(data):
        return Surroundings()
    tree = _parsed(data)
    if tree is None:
        return Surroundings()
    folder = path.resolve().parent
    root, package = _package(folder, tree)
    search = _Search((root, folder))
    search.follow(tree, package)
    return Surroundings(
        package=package,
        sources=search.sources,
        absent=tuple(sorted(search.absent)),
        free=tuple(sorted(search.free)),
    )


class _Search:
    """What was found below some folders, and what was not."""

    def __init__(self, roots: tuple[Path, ...]) -> None:
        self.roots = roots
        self.sources: dict[str, str] = {}
        self.absent: set[str] = set()
        self.free: set[str] = set()

    def follow(self, tree: ast.Module, package: str) -> None:
        """All that a file of a package imports, and what that imports in its turn."""
        self.free |= _free(tree)
        for wanted in _imports(tree, package):
            if wanted.module not in self.absent and wanted.module not in self.sources:
                self._take(wanted)

    def _take(self, wanted: _Import) -> None:
        path, text = next(self._files(wanted.module), (None, ""))
        tree = _parsed(text) if path else None
        if path and tree:
            self.sources[wanted.module] = text
            is_folder = path.name == "__init__.py"
            package = wanted.module if is_folder else wanted.module.rpartition(".")[0]
            self.follow(tree, package)
        elif wanted.relative:
            self.absent.add(wanted.module)

    def _files(self, module: str) -> Iterator[tuple[Path, str]]:
        """Where a module may lie, as far as there is room for it."""
        parts = module.split(".")
        if not OURS.isdisjoint(parts) or len(self.sources) == MOST_FILES:
            return
        room = MOST - sum(map(len, self.sources.values()))
        for root in self.roots:
            for last in ((f"{parts[-1]}.py",), (parts[-1], "__init__.py")):
                path = root.joinpath(*parts[:-1], *last)
                if (text := _text(path, root, room)) is not None:
                    yield path, text


def _looks_around(data: bytes) -> bool:
    found = (one or other for one, other in _MODULES.findall(data))
    names = (part.strip().partition(b".")[0] for each in found for part in each.split(b","))
    return any(name.split(b" ")[0].decode("latin-1") not in _FURNISHED for name in names)


def _parsed(data: bytes | str) -> ast.Module | None:
    try:
        return ast.parse(data)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _package(folder: Path, tree: ast.Module) -> tuple[Path, str]:
    """The folder that the file's package lies in, and the package's name: as many folders up as
    its relative imports go, or as its absolute ones name."""
    above = [folder, *folder.parents][:DEEPEST]
    tops = {module.partition(".")[0] for module in _absolute(tree)}
    depth = max((level for level, _ in _relative(tree)), default=0)
    named = (number for number, each in enumerate(above, 1) if each.name in tops)
    depth = min(max(depth, *named, 0), len(above))
    names = [each.name.replace(".", "_") for each in reversed(above[:depth])]
    return (above[depth - 1].parent if depth else folder), ".".join(names)


def _imports(tree: ast.Module, package: str) -> Iterator[_Import]:
    parts = package.split(".") if package else []
    for level, module in _relative(tree):
        base = parts[: len(parts) - level + 1]
        if base:
            yield _Import(".".join([*base, module] if module else base), relative=True)
    for module in _absolute(tree):
        if module.partition(".")[0] not in _FURNISHED:
            own = bool(parts) and module.partition(".")[0] == parts[0]
            yield _Import(module, relative=own)


def _relative(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """`from . import im2col` may mean a module of that name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            if node.module:
                yield node.level, node.module
            else:
                yield from ((node.level, alias.name) for alias in node.names)


def _absolute(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=aliases):
                yield from (alias.name for alias in aliases)
            case ast.ImportFrom(module=str(module), level=0):
                yield module


def _text(path: Path, root: Path, most: int) -> str | None:
    """A regular file's text, where it really lies below the root; a pipe or a device is never
    waited for."""
    try:
        real = path.resolve()
        fits = real.is_file() and real.is_relative_to(root) and real.stat().st_size <= most
        return real.read_text(encoding="utf-8") if fits else None
    except (OSError, UnicodeDecodeError):
        return None


def _free(tree: ast.Module) -> set[str]:
    """Names that are read and bound nowhere in the file."""
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    bound = {node.id for node in names if not isinstance(node.ctx, ast.Load)}
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
                bound.add(name)
            case ast.alias(name=name, asname=other):
                bound.add(other or name.partition(".")[0])
    return {node.id for node in names} - bound - _BUILT_IN
