"""Inequalities: the parts of a line such as `−D ≤ log(Σ_k q_k) = 0`, and points that refute one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from types import MappingProxyType

import numpy as np

from dlprep.expr.fields import FLOAT
from dlprep.expr.graph import apply, in_order
from dlprep.expr.tensors import evaluate
from dlprep.formula.assume import Facts
from dlprep.formula.equality import DOUBLE, DOUBTFUL, SMALLEST, aligned
from dlprep.formula.kinds import Kind
from dlprep.formula.lexis import math_tokens
from dlprep.formula.read import Reading
from dlprep.formula.sampling import Sampler
from dlprep.formula.tokens import Token
from dlprep.model.message import DlprepError, Message

TRIED = 200  # points at which an inequality is tried
EQUAL = "eq"
_SIGNS = MappingProxyType(
    {
        "<": "lt",
        ">": "gt",
        "<=": "le",
        ">=": "ge",
        "≤": "le",
        "≥": "ge",
        "=": EQUAL,
    }
)
_SHOWN = MappingProxyType({"lt": "<", "gt": ">", "le": "≤", "ge": "≥", EQUAL: "="})
_LATEX = MappingProxyType({**_SHOWN, "le": r"\le", "ge": r"\ge"})
_TURNED = MappingProxyType({"lt": "gt", "gt": "lt", "le": "ge", "ge": "le"})
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


@dataclass(frozen=True, slots=True)
class Relation:
    """The parts of a line, each with how many characters stand before it, and what is said to
    hold between one and the next: `eq`, `lt`, `le`, `gt` or `ge`."""

    parts: Sequence[tuple[int, str]]
    signs: Sequence[str]

    @property
    def whole(self) -> str:
        """What holds between the first part and the last."""
        return reduce(joined, self.signs)

    def shown(self, parts: Iterable[str], *, latex: bool = False) -> str:
        """The parts with the signs between them."""
        first, *rest = parts
        signs = ((_LATEX if latex else _SHOWN)[sign] for sign in self.signs)
        return " ".join(
            [first, *(f"{sign} {part}" for sign, part in zip(signs, rest, strict=True))]
        )


def relation(text: str) -> Relation | None:
    """The inequality that a text says, if it says one."""
    found = _signs(math_tokens(text))
    if all(_SIGNS[sign.text] == EQUAL for sign in found):
        return None
    starts = [0, *(sign.stop - 1 for sign in found)]
    ends = [*(sign.column - 1 for sign in found), len(text)]
    parts = [(a, text[a:b]) for a, b in zip(starts, ends, strict=True)]
    return Relation(parts, [_SIGNS[sign.text] for sign in found])


def joined(first: str, second: str) -> str:
    """What `a first b second c` says of a and c; nothing where the two point opposite ways."""
    if EQUAL in {first, second}:
        return second if first == EQUAL else first
    for weak, strict in (("le", "lt"), ("ge", "gt")):
        if {first, second} <= {weak, strict}:
            return weak if first == second == weak else strict
    return ""


def _signs(tokens: Sequence[Token]) -> list[Token]:
    """Those outside brackets; `a if x > 0 else b` says nothing of that kind."""
    depth, found = 0, list[Token]()
    for token in tokens:
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        if token.kind == "command":
            depth += (token.text == "begin") - (token.text == "end")
        if depth == 0 and token.text in {"if", "else"}:
            return []
        if depth == 0 and token.kind == "sign" and token.text in _SIGNS:
            found.append(token)
    return found


def between(op: str, a: Reading, b: Reading) -> Reading:
    """That `a` and `b` are so related, or another operation on both.

    Raises the fault of shapes that do not fit.
    """
    both = aligned(a, b)
    if isinstance(both, Message):
        raise DlprepError(both)
    ranges = {**a.ranges, **b.ranges}
    dims = a.kind.dims if len(a.kind.dims) >= len(b.kind.dims) and a.node is both[0] else ()
    return replace(
        a,
        node=apply(op, *both),
        kind=Kind(dims, indices=frozenset(ranges)),
        ranges=ranges,
        naturals=a.naturals | b.naturals,
        kinds={**a.kinds, **b.kinds},
    )


def ascending(op: str, a: Reading, b: Reading) -> tuple[str, Reading, Reading]:
    """The same inequality with its smaller side first."""
    return (op, a, b) if op in {"lt", "le"} else (_TURNED[op], b, a)


def refuted(said: Reading, known: Facts) -> dict[str, object] | None:
    """A point at which an inequality does not hold, among two hundred; what is not finite there
    says nothing, and where sides may be equal a difference of rounding is none."""
    sampler = Sampler((said,), said.symbols, known)
    world = sampler.draw(points=TRIED).world(FLOAT)
    ours, theirs = np.broadcast_arrays(*(evaluate(side, world) for side in said.node.args))
    with np.errstate(all="ignore"):
        scale = np.maximum(np.maximum(np.abs(ours), np.abs(theirs)), SMALLEST)
        off = (ours - theirs) / scale * (1 if said.node.op in {"lt", "le"} else -1)
        taken = any(node.op == "slope" for node in in_order(*sampler.nodes))
        false = off > (DOUBTFUL if taken else DOUBLE) * (said.node.op in {"le", "ge"})
    false = false & np.isfinite(ours) & np.isfinite(theirs)
    false = false.reshape(false.shape[0], -1).any(axis=1)
    if not false.any():
        return None
    at = int(false.argmax())
    return {
        word: world.names[word][at].tolist() for word in sorted(sampler.names & world.names.keys())
    }
