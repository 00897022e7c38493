"""How two expressions differ, term by term: what is missing, what is too much, what is wrong
by a factor or a sign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from itertools import combinations_with_replacement

import numpy as np

from dlprep.check.symbols.points import CLOSE, same
from dlprep.expr import fold
from dlprep.expr.arrays import evaluate
from dlprep.expr.graph import Node
from dlprep.expr.pretty import letter, operations, pretty
from dlprep.expr.sums import shortened
from dlprep.model.message import Message
from dlprep.sandbox.frames import Array

LONGEST = 60  # operations that a person can read
WIDEST = 240  # characters
SHORT = 100  # in a remark on two expressions that are shown anyway
MOST_TERMS = 40


def length(node: Node) -> int:
    """How long the expression is to read, in characters."""
    short = shortened(node)
    return len(pretty(short)) if operations(short) <= LONGEST else 100 * operations(short)


def text(node: Node) -> str | None:
    """The expression, or None where it is too long to read."""
    return pretty(shortened(node)) if length(node) <= WIDEST else None


def difference(
    yours: Node, right: Node, env: Mapping[str, Array], sizes: Mapping[str, int]
) -> Message | None:
    """The simplest true statement about how `yours` differs from `right`, in the names of
    `env`, which holds their values."""
    values = _values([yours, right], env)
    whole = _ratio(*values)
    if whole is not None:
        return None if abs(whole - 1) < CLOSE else _about_whole(whole, sizes)
    if (word := _quotient(values, env)) is not None:
        return Message("symbols.ratio", {"ratio": word})
    extra, missing = _unmatched(_terms(yours), _terms(right), env)
    if extra and missing:
        return _instead(extra, missing, env, sizes)
    if not extra and not missing:
        return None
    term = text(reduce(fold.add, missing or extra))
    code = "symbols.missing" if missing else "symbols.extra"
    return None if term is None else Message(code, {"term": term})


def _quotient(values: Array, env: Mapping[str, Array]) -> str | None:
    """The quantity by which yours is too large or too small, if it has a name."""
    if not values.all():
        return None
    quotient = values[0] / values[1]
    for word, row in env.items():
        if np.shape(row) == np.shape(quotient) and row.all():
            for shown, value in ((letter(word), row), (f"1/{letter(word)}", 1 / row)):
                if bool(same(value, quotient)):
                    return shown
    return None


def _about_whole(ratio: float, sizes: Mapping[str, int]) -> Message:
    if ratio == 0:
        return Message("symbols.zero")
    if abs(ratio + 1) < CLOSE:
        return Message("symbols.sign-of-all")
    return Message("symbols.ratio", {"ratio": _number(ratio, sizes)})


def _instead(
    extra: list[Node], missing: list[Node], env: Mapping[str, Array], sizes: Mapping[str, int]
) -> Message | None:
    mine, right = reduce(fold.add, extra), reduce(fold.add, missing)
    yours_text, right_text = text(mine), text(right)
    if yours_text is None or right_text is None or length(mine) + length(right) > SHORT:
        return None
    ratio = _ratio(*_values([mine, right], env))
    if ratio is None:
        return Message("symbols.instead", {"yours": yours_text, "right": right_text})
    if abs(ratio + 1) < 1e-9:
        return Message("symbols.sign", {"term": right_text})
    return Message("symbols.factor", {"term": right_text, "factor": _number(ratio, sizes)})


def _values(nodes: Sequence[Node], env: Mapping[str, Array]) -> Array:
    values = evaluate(nodes, env)
    count = max(np.size(each) for each in env.values())
    return np.broadcast_to(values, (len(nodes), count))


def _ratio(yours: Array, right: Array) -> float | None:
    """The factor r of yours = r·right, if there is one for all points."""
    square = float((right * right).sum())
    if not np.isfinite(square) or square == 0:
        return None
    ratio = float((yours * right).sum()) / square
    return ratio if bool(same(yours, ratio * right)) else None


def _number(ratio: float, sizes: Mapping[str, int]) -> str:
    """A ratio in words: a size or a product of sizes, its inverse, or a plain fraction."""
    for law, value in _laws(sizes):
        if abs(ratio - value) < 1e-9 * abs(value):
            return law
    near = Fraction(ratio).limit_denominator(60)
    return str(near) if abs(float(near) - ratio) < 1e-9 else f"{ratio:.4g}"


def _laws(sizes: Mapping[str, int]) -> Iterator[tuple[str, float]]:
    for parts in (*((name,) for name in sizes), *combinations_with_replacement(sizes, 2)):
        value = float(np.prod([sizes[name] for name in parts]))
        law = "·".join(parts)
        yield law, value
        yield (f"1/{law}" if len(parts) == 1 else f"1/({law})"), 1 / value
        if len(parts) == 1:
            yield f"√{law}", value**0.5
            yield f"1/√{law}", value**-0.5


def _terms(node: Node) -> list[Node]:
    """A sum as its terms, with what is multiplied or divided outside taken into each."""
    if operations(node) > 8 * LONGEST:
        return [node]
    terms = list(_split(node))
    return terms if len(terms) <= MOST_TERMS else [node]


def _split(node: Node) -> Iterator[Node]:
    match node.op, node.args:
        case "add", (a, b):
            yield from (*_split(a), *_split(b))
        case "sub", (a, b):
            yield from (*_split(a), *map(fold.neg, _split(b)))
        case "neg", (a,):
            yield from map(fold.neg, _split(a))
        case "div", (a, b):
            yield from (fold.div(term, b) for term in _split(a))
        case "mul", (a, b):
            yield from (fold.mul(left, right) for left in _split(a) for right in _split(b))
        case _:
            yield node


def _unmatched(
    yours: list[Node], right: list[Node], env: Mapping[str, Array]
) -> tuple[list[Node], list[Node]]:
    """The terms of either side that the other has not."""
    left = list(zip(yours, _values(yours, env), strict=True))
    missing: list[Node] = []
    for term, row in zip(right, _values(right, env), strict=True):
        match = next((n for n, (_, mine) in enumerate(left) if bool(same(mine, row))), None)
        if match is None:
            missing.append(term)
        else:
            del left[match]
    return [term for term, _ in left], missing
