"""Python source as text and tree at once: edits change exact ranges, so line numbers stay true."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T", bound=ast.AST)

ATOMS = (
    ast.Name,
    ast.Constant,
    ast.Call,
    ast.Attribute,
    ast.Subscript,
    ast.List,
    ast.Dict,
    ast.Tuple,
)
REDUCTIONS = {"sum", "mean", "max", "min", "prod", "var", "std", "argmax", "argmin", "any", "all"}
OPERATORS = (
    ast.BinOp,
    ast.UnaryOp,
    ast.Compare,
    ast.BoolOp,
    ast.Attribute,
    ast.IfExp,
    ast.Starred,
)


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement: where, by what, and what a person would say was done."""

    start: int
    stop: int
    text: str
    says: str


class SourceText:
    """A module's source with its tree, the parent of every node and byte offsets."""

    def __init__(self, source: str) -> None:
        self.data = source.encode()
        self.tree = ast.parse(source)
        starts = [0]
        for line in self.data.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        self._starts = starts
        self.parents = {
            child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)
        }
        self.skipped = frozenset(self._untouched())

    def _untouched(self) -> Iterator[ast.AST]:
        """Docstrings, annotations and imports: no edit there is a mistake in the mathematics."""
        for node in ast.walk(self.tree):
            match node:
                case ast.Expr(value=ast.Constant(value=str())) | ast.Import() | ast.ImportFrom():
                    yield from ast.walk(node)
                case ast.arg(annotation=note) | ast.FunctionDef(returns=note) if note:
                    yield from ast.walk(note)
                case ast.AnnAssign(annotation=note):
                    yield from ast.walk(note)
                case _:
                    pass

    def start(self, node: ast.AST) -> int:
        return self._starts[node.lineno - 1] + node.col_offset  # type: ignore[attr-defined]

    def stop(self, node: ast.AST) -> int:
        return self._starts[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]

    def line(self, offset: int) -> int:
        return self.data.count(b"\n", 0, offset) + 1

    def text(self, node: ast.AST) -> str:
        return self.data[self.start(node) : self.stop(node)].decode()

    def nodes(self, kind: type[T]) -> Iterator[T]:
        """All nodes of one kind in the order of the text."""
        found = [
            node
            for node in ast.walk(self.tree)
            if isinstance(node, kind) and node not in self.skipped and hasattr(node, "lineno")
        ]
        yield from sorted(found, key=lambda node: (self.start(node), self.stop(node)))

    def grouped(self, node: ast.expr) -> str:
        """The text of an operand, in parentheses unless it holds together by itself."""
        return self.text(node) if isinstance(node, ATOMS) else f"({self.text(node)})"

    def put(self, slot: ast.AST, new: str, says: str) -> Edit:
        """Write an expression in the place of a node, in parentheses where its parent asks."""
        parent = self.parents.get(slot)
        binds = isinstance(parent, OPERATORS) or (
            isinstance(parent, ast.Subscript) and parent.value is slot
        )
        text = f"({new})" if binds and not isinstance(parsed(new), ATOMS) else new
        return Edit(self.start(slot), self.stop(slot), text, says)

    def between(self, left: ast.AST, right: ast.AST, old: str, new: str, says: str) -> Edit:
        """Replace the operator that stands between two nodes."""
        at = self.data.index(old.encode(), self.stop(left), self.start(right))
        return Edit(at, at + len(old), new, says)

    def rename(self, attribute: ast.Attribute, new: str, says: str) -> Edit:
        """Replace the last name of `a.b.name`."""
        stop = self.stop(attribute)
        return Edit(stop - len(attribute.attr), stop, new, says)

    def call(self, call: ast.Call, args: Sequence[str], keywords: Sequence[ast.keyword]) -> str:
        """A call of the same function with other arguments."""
        named = [
            f"{word.arg}={self.text(word.value)}" if word.arg else f"**{self.text(word.value)}"
            for word in keywords
        ]
        return f"{self.text(call.func)}({', '.join([*args, *named])})"

    def apply(self, edit: Edit) -> str | None:
        """The source after one edit, with as many lines as before; None if it is no Python."""
        old = self.data[edit.start : edit.stop]
        missing = old.count(b"\n") - edit.text.encode().count(b"\n")
        candidates = [edit.text]
        if missing > 0:
            candidates = [f"({edit.text}{chr(10) * missing})", edit.text + "\n" * missing]
        for text in candidates:
            whole = self.data[: edit.start] + text.encode() + self.data[edit.stop :]
            if parses(whole):
                return whole.decode()
        return None


def parsed(expression: str) -> ast.expr:
    return ast.parse(expression, mode="eval").body


def parses(source: bytes) -> bool:
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        return False
    return True


def callee(call: ast.Call) -> str:
    """The last name of what is called: `exp` for `np.exp(x)`, `sum` for `x.sum()`."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def of_module(call: ast.Call) -> bool:
    """`np.sum(x)` and not `x.sum()`."""
    match call.func:
        case ast.Attribute(value=ast.Name(id="np" | "numpy")):
            return True
        case _:
            return False


def axes(call: ast.Call) -> Iterator[ast.expr]:
    """The axis of a reduction, given by name or by position."""
    for word in call.keywords:
        if word.arg == "axis":
            yield word.value
    place = 1 if of_module(call) else 0
    if callee(call) in REDUCTIONS and len(call.args) > place:
        yield call.args[place]


Editor = Callable[[SourceText], Iterator[Edit]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of slip; `plausible` if a person would make it, not only a machine."""

    name: str
    plausible: bool
    editor: Editor


KINDS: dict[str, Kind] = {}


def kind(name: str, *, plausible: bool) -> Callable[[Editor], Editor]:
    """Register an editor under the name of the slip it makes."""

    def register(editor: Editor) -> Editor:
        if name in KINDS:
            raise ValueError(name)
        KINDS[name] = Kind(name, plausible, editor)
        return editor

    return register
