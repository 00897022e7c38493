"""What kind of value a formula has: the sizes of its axes, in symbols, and the free indices.

Products follow what people mean: `·` and juxtaposition multiply numbers, matrices as matrices
and two vectors as their inner product; `*` and ⊙ work entry by entry; `@` is that of NumPy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dlprep.expr.graph import Node, apply, name, number
from dlprep.model.message import DlprepError, Message, fault

UNKNOWN = "?"
"""The size of ones and of an identity until what stands beside tells it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`row` marks the transpose of a vector; `indices` are those the value depends on."""

    dims: tuple[str, ...] = ()
    row: bool = False
    indices: frozenset[str] = frozenset()

    @property
    def is_number(self) -> bool:
        return not self.dims


def shape(dims: Sequence[str]) -> str:
    return f"({', '.join(dims)}{',' * (len(dims) == 1)})"


def size_of(dim: str) -> Node:
    """The size of a dimension, which has a name or is a number."""
    return number(int(dim)) if dim.isdigit() else name(dim)


class Builder:
    """Makes nodes and remembers their kinds; complains in words where shapes do not fit."""

    def __init__(self) -> None:
        self.kinds: dict[Node, Kind] = {}
        self.dots: set[Node] = set()

    def kind(self, node: Node) -> Kind:
        return self.kinds.get(node, Kind())

    def made(
        self,
        op: str,
        *args: Node,
        dims: Sequence[str] = (),
        row: bool = False,
        drop: frozenset[str] = frozenset(),
    ) -> Node:
        node = apply(op, *args)
        indices = frozenset[str]().union(*(self.kind(arg).indices for arg in args)) - drop
        if dims or indices:
            self.kinds[node] = Kind(tuple(dims), row, indices)
        return node

    def named(
        self, word: str, dims: Sequence[str] = (), indices: frozenset[str] = frozenset()
    ) -> Node:
        node = name(word)
        self.kinds[node] = Kind(tuple(dims), row=False, indices=indices)
        return node

    def elementwise(self, op: str, *args: Node, column: int, sign: str = "") -> Node:
        """An operation entry by entry, with NumPy's broadcasting."""
        args = self.fitted(args)
        kinds = [self.kind(arg) for arg in args]
        dims: tuple[str, ...] = ()
        for kind in kinds:
            dims = self._broadcast(dims, kind.dims, args, column, sign or op)
        vectors = [kind for kind in kinds if kind.dims]
        row = len(dims) == 1 and bool(vectors) and all(kind.row for kind in vectors)
        return self.made(op, *args, dims=dims, row=row)

    def _broadcast(
        self, a: tuple[str, ...], b: tuple[str, ...], args: Sequence[Node], column: int, sign: str
    ) -> tuple[str, ...]:
        longest = max(len(a), len(b))
        left, right = ((("1",) * (longest - len(dims))) + dims for dims in (a, b))
        for x, y in zip(left, right, strict=True):
            if x != y and "1" not in {x, y}:
                raise self._unfit("formula.shape-elementwise", args, column, sign)
        return tuple(y if x == "1" else x for x, y in zip(left, right, strict=True))

    def fitted(self, args: Sequence[Node]) -> tuple[Node, ...]:
        """Ones and identities of unknown size as large as the arrays beside them."""
        sized = next(
            (self.kind(a).dims for a in args if self._sized(a) and self.kind(a).dims), None
        )
        if sized is None:
            return tuple(args)
        return tuple(self.resized(arg, sized[-1]) if not self._sized(arg) else arg for arg in args)

    def _sized(self, node: Node) -> bool:
        return UNKNOWN not in self.kind(node).dims

    def resized(self, node: Node, dim: str) -> Node:
        """The same with the unknown size known."""
        kind = self.kind(node)
        if node.op in {"ones", "eye"}:
            made = apply(node.op, name(dim))
        else:
            made = apply(
                node.op, *(a if self._sized(a) else self.resized(a, dim) for a in node.args)
            )
        dims = tuple(dim if each == UNKNOWN else each for each in kind.dims)
        self.kinds[made] = Kind(dims, kind.row, kind.indices)
        return made

    def product(self, left: Node, right: Node, sign: str, column: int) -> Node:
        a, b = self.kind(left), self.kind(right)
        if a.is_number or b.is_number:
            return self.elementwise("mul", left, right, column=column)
        if sign == "⊗":
            return self._outer(left, right, column)
        if sign in {"*", "⊙"}:
            return self.elementwise("mul", left, right, column=column, sign=sign)
        if not (self._sized(left) and self._sized(right)):
            left, right = self._sized_product(left, right)
            a, b = self.kind(left), self.kind(right)
        if len(a.dims) == len(b.dims) == 1:
            return self._vectors(left, right, sign, column)
        return self._contracted(left, right, sign, column)

    def _outer(self, left: Node, right: Node, column: int) -> Node:
        """⊗ of vectors; of matrices people mean different things by it."""
        a, b = self.kind(left), self.kind(right)
        if len(a.dims) != 1 or len(b.dims) != 1:
            raise fault("formula.which-product", column=column)
        return self.made("outer", left, right, dims=(*a.dims, *b.dims))

    def _sized_product(self, left: Node, right: Node) -> tuple[Node, Node]:
        a, b = self.kind(left), self.kind(right)
        if not self._sized(left) and self._sized(right):
            left = self.resized(left, b.dims[0])
        elif self._sized(left):
            right = self.resized(right, a.dims[-1])
        return left, right

    def _vectors(self, left: Node, right: Node, sign: str, column: int) -> Node:
        a, b = self.kind(left), self.kind(right)
        if not a.row and b.row:
            if sign == "@" and a.dims == b.dims:
                raise fault("formula.outer-or-dot", column=column)
            return self.made("outer", left, right, dims=(*a.dims, *b.dims))
        if not a.row and not b.row and sign == "":
            raise fault("formula.which-product", column=column)
        if a.dims != b.dims:
            raise self._unfit("formula.shape-product", (left, right), column, sign)
        node = self.made("matmul", left, right)
        if sign == "·" and not a.row:
            self.dots.add(node)
        return node

    def _contracted(self, left: Node, right: Node, sign: str, column: int) -> Node:
        a, b = self.kind(left), self.kind(right)
        if max(len(a.dims), len(b.dims)) > 2 or a.dims[-1] != b.dims[0]:
            raise self._unfit("formula.shape-product", (left, right), column, sign)
        dims = (*a.dims[:-1], *b.dims[1:])
        return self.made("matmul", left, right, dims=dims, row=len(a.dims) == 1)

    def unambiguous(self, left: Node, right: Node, column: int) -> None:
        """Refuse u·v·w of vectors: inner product or entry by entry?"""
        if left in self.dots and not self.kind(right).is_number:
            raise fault("formula.which-product", column=column)

    def transposed(self, node: Node, column: int) -> Node:
        kind = self.kind(node)
        if kind.is_number:
            return node
        if len(kind.dims) > 2:
            raise fault("formula.transpose-of", column=column)
        if node.op == "transpose":
            return node.args[0]
        turned = self.made("transpose", node, dims=kind.dims[::-1], row=not kind.row)
        if len(kind.dims) == 2:
            self.kinds[turned] = Kind(kind.dims[::-1], row=False, indices=kind.indices)
        return turned

    def reduced(self, op: str, node: Node, axis: int | None, *, keep: bool, column: int) -> Node:
        """A reduction along an axis, or over everything."""
        dims = self.kind(node).dims
        if axis is None:
            return self.made(op, node)
        if not -len(dims) <= axis < len(dims):
            raise fault("formula.no-axis", column=column, axis=axis, shape=shape(dims))
        at = axis % len(dims)
        left = (*dims[:at], *(("1",) if keep else ()), *dims[at + 1 :])
        args = (number(axis), *((number(1),) if keep else ()))
        return self.made(op, node, *args, dims=left)

    def _unfit(self, code: str, args: Sequence[Node], column: int, sign: str) -> DlprepError:
        dims = [self.kind(arg).dims for arg in args if self.kind(arg).dims]
        return fault(
            code,
            column=column,
            sign=sign or "·",
            left=shape(dims[0]),
            right=shape(dims[-1]),
            hint=_hint(dims[0], dims[-1]),
        )


def _hint(left: tuple[str, ...], right: tuple[str, ...]) -> Message:
    """Which transpose would make a product fit."""
    if len(left) == 2 and left[0] == right[0]:
        return Message("formula.transpose-left")
    if len(right) == 2 and left[-1] == right[-1]:
        return Message("formula.transpose-right")
    if len(left) == len(right) == 2 and left[0] == right[-1]:
        return Message("formula.transpose-both")
    return Message("formula.no-hint")
