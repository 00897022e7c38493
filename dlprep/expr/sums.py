"""Long sums in short, for eyes only: x₀₀·w₀₁ + x₀₁·w₁₁ + x₀₂·w₂₁ becomes Σₖ(x₀ₖ·wₖ₁)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from dlprep.expr.fold import add, neg, rebuilt
from dlprep.expr.graph import Node, name
from dlprep.expr.pretty import ENTRY, operations, pretty

FEWEST = 3  # terms worth a sign of summation
LARGEST = 2000  # operations of an expression that is looked at
Places = tuple[tuple[int, ...], ...]  # the index of every entry in a term


def shortened(root: Node) -> Node:
    """The expression with each run of like terms as one name, which is the short form's text.

    >>> from dlprep.expr.graph import name
    >>> p = [name(f"p[{n},2]") for n in range(4)]
    >>> pretty(shortened(add(add(p[0], p[1]), add(p[2], p[3]))))
    'Σₖ(pₖ₂)'
    """
    return _shortened(root, {}) if operations(root) <= LARGEST else root


def _shortened(node: Node, made: dict[Node, Node]) -> Node:
    if node not in made:
        if node.op in {"add", "sub"}:
            terms = [_shortened(term, made) for term in _terms(node)]
            made[node] = reduce(add, _summed(terms))
        else:
            made[node] = rebuilt(node, [_shortened(arg, made) for arg in node.args])
    return made[node]


def _terms(node: Node) -> list[Node]:
    """The terms of a sum in order; a subtracted one is negative."""
    terms: list[Node] = []
    waiting = [node]
    while waiting:
        each = waiting.pop()
        match each.op, each.args:
            case "add", (a, b):
                waiting += [b, a]
            case "sub", (a, b):
                waiting += [neg(b), a]
            case _:
                terms.append(each)
    return terms


def _summed(terms: Sequence[Node]) -> Iterator[Node]:
    """The terms with every long enough run of like ones put together."""
    start = 0
    while start < len(terms):
        end = start + _run(terms[start:])
        if end - start >= FEWEST:
            yield _sum(terms[start], terms[start + 1])
        else:
            yield from terms[start:end]
        start = end


def _run(terms: Sequence[Node]) -> int:
    """How many terms from the first on differ in one index alone, which counts up by one."""
    form, first = _form(terms[0])
    step: list[int] | None = None
    for count, term in enumerate(terms[1:], 1):
        other, places = _form(term)
        moved = _moved(first, places)
        if other != form or not moved or (step is not None and moved != [count * s for s in step]):
            return count
        if step is None:
            step = moved
            if set(step) != {0, 1} and set(step) != {1}:
                return 1
    return len(terms)


def _moved(first: Places, places: Places) -> list[int]:
    if list(map(len, first)) != list(map(len, places)):
        return []
    pairs = zip(first, places, strict=True)
    return [b - a for x, y in pairs for a, b in zip(x, y, strict=True)]


def _form(term: Node) -> tuple[object, Places]:
    """A term without its indices, and the indices."""
    places: list[tuple[int, ...]] = []

    def form(node: Node) -> object:
        entry = ENTRY.fullmatch(str(node.value)) if node.op == "name" else None
        if entry is None or not entry["index"].replace(",", "").isdigit():
            return node if not node.args else (node.op, *map(form, node.args))
        places.append(tuple(map(int, entry["index"].split(","))))
        return entry["array"]

    return form(term), tuple(places)


def _sum(first: Node, second: Node) -> Node:
    """The sum over k of a term, from its first two instances."""
    if first.op == "neg":
        return neg(_sum(first.args[0], second.args[0]))
    return name(f"Σₖ({pretty(_indexed(first, second))})")


def _indexed(first: Node, second: Node) -> Node:
    """The term for any k."""
    if first.op != "name" or first is second:
        pairs = zip(first.args, second.args, strict=True)
        return rebuilt(first, [_indexed(a, b) for a, b in pairs])
    a, b = ENTRY.fullmatch(str(first.value)), ENTRY.fullmatch(str(second.value))
    assert a is not None
    assert b is not None
    pairs_of = zip(a["index"].split(","), b["index"].split(","), strict=True)
    index = ",".join(x if x == y else "k" if x == "0" else f"k+{x}" for x, y in pairs_of)
    return name(f"{a['array']}[{index}]")
