"""Right rewritings of a formula: other texts of the same value, proved at three points."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from formula_corpus import Formula
from formula_edits import has_free
from formula_trees import Node, call, num, two
from formula_values import NoValueError, compare, values

ONE, TWO = num(1), num(2)


def rewritings(formula: Formula) -> Iterator[Node]:
    right = [values(formula.tree, point) for point in formula.points]
    seen = {formula.tree}
    for tree in _below(formula.tree, lambda node: node):
        if tree not in seen and _same(tree, formula, right):
            seen.add(tree)
            yield tree


def _same(tree: Node, formula: Formula, right: list[tuple[float, ...]]) -> bool:
    if has_free(tree, formula) != has_free(formula.tree, formula):
        return False
    try:
        found = [values(tree, point, formula.tree) for point in formula.points]
    except (NoValueError, KeyError):
        return False
    return all(compare(one, other) == "same" for one, other in zip(right, found, strict=True))


def _below(node: Node, put: Callable[[Node], Node]) -> Iterator[Node]:
    for after in _ways(node):
        yield put(after)
    for place, kid in enumerate(node.kids if node.op != "at" else ()):

        def within(new: Node, place: int = place) -> Node:
            kids = (*node.kids[:place], new, *node.kids[place + 1 :])
            return put(Node(node.op, kids, node.text))

        yield from _below(kid, within)


def _ways(node: Node) -> Iterator[Node]:  # noqa: C901 - a table
    match node:
        case Node("+" | "*" | "⊙" as op, (left, right)):
            yield two(op, right, left)
            yield from _distributed(op, left, right)
        case Node("-", (left, right)):
            yield Node("neg", (two("-", right, left),))
            yield two("+", Node("neg", (right,)), left)
        case Node("/", (above, below)):
            yield two("*", above, two("/", ONE, below))
            yield two("/", two("*", TWO, above), two("*", TWO, below))
            if above.op in ("+", "-"):
                yield two(above.op, *(two("/", kid, below) for kid in above.kids))
        case Node("^", (base, Node("num", (), "2"))):
            yield two("⊙", base, base)
            if base.op in ("+", "-"):
                one, other = base.kids
                mixed = two("*", two("*", TWO, one), other)
                yield two("+", two(base.op, two("^", one, TWO), mixed), two("^", other, TWO))
        case Node("neg", (Node("*", (left, right)),)):
            yield two("*", left, Node("neg", (right,)))
        case Node("call", (inner,), name):
            yield from _called(name, inner)
        case Node("T", (Node("*", (left, right)),)):
            yield two("*", Node("T", (right,)), Node("T", (left,)))
        case Node("Σ", (body,), index):
            yield _renamed(node, index)
            if body.op in ("+", "-"):
                yield two(body.op, *(Node("Σ", (kid,), index) for kid in body.kids))
            if body.op == "*":
                yield two("*", body.kids[0], Node("Σ", (body.kids[1],), index))


def _distributed(op: str, left: Node, right: Node) -> Iterator[Node]:
    if op == "+":
        return
    if right.op in ("+", "-"):
        yield two(right.op, *(two(op, left, kid) for kid in right.kids))
    if left.op in ("+", "-"):
        yield two(left.op, *(two(op, kid, right) for kid in left.kids))


def _called(name: str, inner: Node) -> Iterator[Node]:
    minus = inner.kids[0] if inner.op == "neg" else Node("neg", (inner,))
    match name:
        case "σ":
            yield two("-", ONE, call("σ", minus))
            yield two("/", ONE, two("+", ONE, call("exp", minus)))
        case "exp":
            yield two("/", ONE, call("exp", minus))
        case "log" if inner.op == "/":
            yield two("-", *(call("log", kid) for kid in inner.kids))
        case "log":
            yield Node("neg", (call("log", two("/", ONE, inner)),))
        case "tanh":
            yield two("-", two("*", TWO, call("σ", two("*", TWO, inner))), ONE)
        case "max":
            yield inner
        case "sqrt":
            yield two("^", inner, two("/", ONE, TWO))


def _renamed(node: Node, index: str) -> Node:
    """Another letter for the index of a sum."""
    used = {each.text for each in node.nodes()}
    fresh = next(letter for letter in "lmqrst" if letter not in used)

    def rename(node: Node) -> Node:
        text = fresh if node.op in ("name", "Σ") and node.text == index else node.text
        return Node(node.op, tuple(map(rename, node.kids)), text)

    return rename(node)
