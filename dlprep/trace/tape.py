"""What one trace remembers beside the values: followed branches, ties, and how much it made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from dlprep.expr.graph import Node, apply

MOST_OPERATIONS = 200_000


class UntraceableError(BaseException):
    """Code that cannot become an expression; `what` is the name of what stands in the way.

    No `Exception`, so that the traced program's own `except` does not hide it.
    """

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(slots=True)
class Tape:
    """Assumptions are comparisons that hold at the sample point, in order; a tie is one whose
    two sides are equal there, so that a point nearby may take the other branch."""

    assumptions: dict[Node, None] = field(default_factory=dict)
    ties: dict[Node, None] = field(default_factory=dict)
    made: int = 0

    def count(self) -> None:
        """One more operation; raises `UntraceableError` when there are too many."""
        self.made += 1
        if self.made > MOST_OPERATIONS:
            raise UntraceableError(f"more than {MOST_OPERATIONS} operations")

    def assume(self, op: str, a: Node, b: Node, *, tie: bool = False) -> None:
        """Note that a comparison holds, unless it holds everywhere."""
        if a is b or a.op == b.op == "number":
            return
        node = apply(op, a, b)
        self.assumptions[node] = None
        if tie:
            self.ties[node] = None


_tapes: list[Tape] = [Tape()]


def tape() -> Tape:
    """The tape of the trace at hand."""
    return _tapes[-1]


@contextmanager
def recording() -> Iterator[Tape]:
    """A fresh tape for what is traced inside."""
    fresh = Tape()
    _tapes.append(fresh)
    try:
        yield fresh
    finally:
        _tapes.pop()
