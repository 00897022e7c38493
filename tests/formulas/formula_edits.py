"""One slip a person makes in a formula, of every kind, proved to change its value.

`edits(formula)` makes them all; each knows its kind, what stood there and what stands there now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from formula_corpus import Formula
from formula_trees import Node, call, num, two
from formula_values import NoValueError, Point, compare, free_indices, ranges_of, value, values

Found = tuple[str, Node]  # the kind of the slip, and the node that it leaves
ONE, TWO = num(1), num(2)
OTHER_FUNCTION = {
    "σ": ("tanh",), "tanh": ("σ",), "max": ("min",), "min": ("max",), "cos": ("sin",),
    "sin": ("cos",), "exp": ("log",), "log": ("exp",), "sqrt": ("abs",), "sign": ("abs",),
    "log2": ("log",), "log10": ("log",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edit:
    """`before` became `after` inside of `tree`."""

    formula: Formula
    kind: str
    before: Node
    after: Node
    tree: Node

    @property
    def touched(self) -> frozenset[str]:
        """Names in what was changed, or around it where nothing is named there."""
        return self.before.names() | self.after.names()


def edits(formula: Formula) -> Iterator[Edit]:
    """Every slip, none twice, that leaves another value at a random point, or another shape."""
    right = [values(formula.tree, point) for point in formula.points]
    seen = {formula.tree}
    for kind, before, after, tree in _everywhere(formula.tree, formula):
        if tree not in seen and changes(tree, formula, right):
            seen.add(tree)
            yield Edit(formula, kind, before, after, tree)


def changes(tree: Node, formula: Formula, right: list[tuple[float, ...]]) -> bool:
    """Whether the value is another one at two points of three, and none in doubt at any."""
    if has_free(tree, formula) != has_free(formula.tree, formula):
        return False
    try:
        found = [values(tree, point, formula.tree) for point in formula.points]
    except (NoValueError, KeyError):
        return False
    said = [compare(one, other) for one, other in zip(right, found, strict=True)]
    return said.count("apart") >= 2 and "unclear" not in said


def has_free(tree: Node, formula: Formula) -> frozenset[str]:
    return free_indices(tree, formula.points[0])


def _everywhere(tree: Node, formula: Formula) -> Iterator[tuple[str, Node, Node, Node]]:
    for kind, after in _whole(tree, formula):
        yield kind, tree, after, after
    yield from _below(tree, formula, lambda node: node, frozenset())


def _below(
    node: Node, formula: Formula, put: Callable[[Node], Node], bound: frozenset[str]
) -> Iterator[tuple[str, Node, Node, Node]]:
    for slip in _SLIPS:
        for kind, after in slip(node, formula, bound):
            yield kind, node, after, put(after)
    inner = bound | {node.text} if node.op in ("Σ", "Π") else bound
    for place, kid in enumerate(node.kids):
        if node.op == "at":
            continue  # indices are changed by `_index` alone

        def within(new: Node, place: int = place) -> Node:
            kids = (*node.kids[:place], new, *node.kids[place + 1 :])
            return put(Node(node.op, kids, node.text))

        yield from _below(kid, formula, within, inner)


def _whole(tree: Node, formula: Formula) -> Iterator[Found]:
    yield "sign-whole", Node("neg", (tree,))
    yield "two-added", two("*", TWO, tree)
    yield "half-added", two("/", tree, TWO)
    for size in sorted(formula.scope.sizes):
        yield "size-extra", two("/", tree, Node("name", (), size))
    point = formula.points[0]
    for name in sorted(tree.names()):
        if name in point.arrays and not point.arrays[name].ndim and name not in formula.scope.sizes:
            yield "term-added", two("+", tree, Node("name", (), name))
            yield "factor-added", two("*", tree, Node("name", (), name))
    if tree.op not in ("at", "name"):
        yield "transpose-added", Node("T", (tree,))


def _sums(node: Node, _: Formula, __: frozenset[str]) -> Iterator[Found]:
    if node.op not in ("+", "-"):
        return
    left, right = node.kids
    yield "sign-term", two("-" if node.op == "+" else "+", left, right)
    turned = left.kids[0] if left.op == "neg" else Node("neg", (left,))
    yield "sign-of-number" if left.op == "num" else "sign-term", two(node.op, turned, right)
    yield "term-dropped", left
    yield "term-dropped", right if node.op == "+" else Node("neg", (right,))
    yield "term-doubled", two(node.op, two("*", TWO, left), right)
    yield "term-doubled", two(node.op, left, two("*", TWO, right))
    yield "product-for-sum", two("*", left, right)
    if node.op == "-":
        yield "order-swapped", two("-", right, left)
        if left == ONE:
            yield "complement", right


def _signs(node: Node, _: Formula, __: frozenset[str]) -> Iterator[Found]:
    if node.op == "neg":
        yield "sign-dropped", node.kids[0]


def _products(node: Node, formula: Formula, _: frozenset[str]) -> Iterator[Found]:
    if node.op not in ("*", "⊙"):
        return
    left, right = node.kids
    for dropped, kept in ((left, right), (right, left)):
        yield _dropped(dropped, formula), kept
    if node.op == "*":
        yield "sum-for-product", two("+", left, right)
        yield "order-of-product", two("*", right, left)
        yield "divided-for-multiplied", two("/", left, right)
        yield "elementwise-for-matrix", two("⊙", left, right)
        if right.op in ("+", "-"):
            first, second = right.kids
            yield "bracket-moved", two(right.op, two("*", left, first), second)
        if left.op in ("+", "-"):
            first, second = left.kids
            yield "bracket-moved", two(left.op, first, two("*", second, right))
    else:
        yield "matrix-for-elementwise", two("*", left, right)
    if left.op in ("call", "-") and right.op not in ("num", "name"):
        yield "factor-twice", two(node.op, two("^", left, TWO), right)


def _dropped(node: Node, formula: Formula) -> str:
    if node in (TWO, two("/", ONE, TWO)):
        return "two-dropped"
    sizes = {Node("name", (), size) for size in formula.scope.counts}
    if node in sizes or (node.op == "/" and node.kids[1] in sizes):
        return "size-dropped"
    return "factor-dropped"


def _fractions(node: Node, formula: Formula, _: frozenset[str]) -> Iterator[Found]:
    if node.op != "/":
        return
    above, below = node.kids
    yield (
        {"two-dropped": "two-dropped", "size-dropped": "size-dropped"}.get(
            _dropped(below, formula), "divisor-dropped"
        ),
        above,
    )
    if above != ONE:
        yield "fraction-inverted", two("/", below, above)
    if below != TWO:
        yield "multiplied-for-divided", two("*", above, below)
    if above.op in ("+", "-"):
        first, second = above.kids
        yield "bracket-moved", two(above.op, first, two("/", second, below))
    if below.op in ("+", "-"):
        first, second = below.kids
        yield "bracket-moved", two(below.op, two("/", above, first), second)


def _powers(node: Node, _: Formula, __: frozenset[str]) -> Iterator[Found]:
    if node.op != "^":
        return
    base, power = node.kids
    inverse = power == Node("neg", (ONE,))
    yield "inverse-dropped" if inverse else "power-dropped", base
    if inverse:
        return
    yield (
        "exponent-off",
        two("^", base, two("+", power, ONE) if power.op != "num" else _plus(power, 1)),
    )
    if power.op == "num" and int(power.text) > 2:
        yield "exponent-off", two("^", base, _plus(power, -1))
    if power.op != "num":
        yield "exponent-off", two("^", base, two("-", power, ONE))
        yield "multiplied-for-power", two("*", base, power)
    if base.op in ("*", "/"):
        first, second = base.kids
        yield "power-bracket-moved", two(base.op, first, two("^", second, power))
    if base.op in ("+", "-"):
        first, second = base.kids
        yield "power-over-sum", two(base.op, two("^", first, power), two("^", second, power))


def _plus(number: Node, more: int) -> Node:
    return num(int(number.text) + more)


def _calls(node: Node, formula: Formula, _: frozenset[str]) -> Iterator[Found]:  # noqa: C901 - a table
    if node.op != "call":
        return
    name, inner = node.text, node.kids[0]
    for other in OTHER_FUNCTION.get(name, ()):
        if name != "sign" or other == "abs":
            yield "other-function", Node("call", node.kids, other)
    if name in ("max", "min"):
        for kid in node.kids:
            yield "branch-only", kid
        return
    yield "root-dropped" if name == "sqrt" else "function-dropped", inner
    if name.endswith("′"):
        yield "value-for-derivative", call(name[:-1], inner)
        if name[:-1] in formula.scope.functions:
            yield "derivative-at-output", call(name, call(name[:-1], inner))
    if name in ("σ", "tanh"):
        yield "function-twice", call(name, node)
    if name in ("σ", "tanh", "exp"):
        yield "argument-scaled", call(name, two("*", TWO, inner))
    if name in ("log", "exp", "sqrt") and inner.op in ("+", "-"):
        first, second = inner.kids
        split = "root-bracket-moved" if name == "sqrt" else "function-over-sum"
        yield split, two(inner.op, call(name, first), call(name, second))
        yield split, two(inner.op, call(name, first), second)
    if name == "log" and inner.op == "Σ":
        yield (
            "function-over-sum",
            Node("Σ", (call("log", inner.kids[0]), *inner.kids[1:]), inner.text),
        )
    if name == "log" and inner.op in ("*", "/"):
        first, second = inner.kids
        yield "bracket-moved", two(inner.op, call("log", first), second)


def _root_plus(node: Node, _: Formula, __: frozenset[str]) -> Iterator[Found]:
    if node.op == "+" and node.kids[0].op == "call" and node.kids[0].text == "sqrt":
        yield "root-bracket-moved", call("sqrt", two("+", node.kids[0].kids[0], node.kids[1]))


def _transposes(node: Node, formula: Formula, _: frozenset[str]) -> Iterator[Found]:
    if node.op == "T":
        yield "transpose-dropped", node.kids[0]
    if node.op == "name" and len(formula.scope.shapes.get(node.text, ())) == 2:
        yield "transpose-added", Node("T", (node,))


def _numbers(node: Node, _: Formula, __: frozenset[str]) -> Iterator[Found]:
    if node.op == "num" and node.text.isdigit():
        yield "constant", _plus(node, 1)
        if int(node.text) > 1:
            yield "constant", _plus(node, -1)


def _names(node: Node, formula: Formula, _: frozenset[str]) -> Iterator[Found]:
    """Another quantity of the same kind that the question declares."""
    if node.op not in ("name", "at"):
        return
    shapes, point = formula.scope.shapes, formula.points[0]
    own = shapes.get(node.text)
    if own is None or node.text in formula.scope.sizes:
        return
    for other in sorted(shapes):
        if other != node.text and shapes[other] == own and other not in formula.scope.sizes:
            yield "wrong-name", Node(node.op, node.kids, other)
    if node.op == "at" and len(node.kids) == 1:
        yield "function-added", call("σ", node)
    if formula.scope.domains.get(node.text) == "unit" and node.text in point.arrays:
        yield "complement", two("-", ONE, node)


def _index(node: Node, formula: Formula, bound: frozenset[str]) -> Iterator[Found]:
    if node.op != "at":
        return
    free = free_indices(formula.tree, formula.points[0])
    if node.text == "δ" and "δ" not in formula.points[0].arrays:
        yield "delta-dropped", ONE
    if len(node.kids) == 2 and node.kids[0] != node.kids[1]:
        yield "indices-swapped", Node("at", node.kids[::-1], node.text)
    for place, kid in enumerate(node.kids):
        if kid.op != "name":
            continue
        for other in sorted((free | bound) - {kid.text}):
            if _same_range(kid.text, other, formula):
                named = Node("name", (), other)
                kids = (*node.kids[:place], named, *node.kids[place + 1 :])
                yield "wrong-index", Node("at", kids, node.text)


def _same_range(one: str, other: str, formula: Formula) -> bool:
    point = formula.points[0]
    return bool(ranges_of(one, formula.tree, point) & ranges_of(other, formula.tree, point))


def _totals(node: Node, formula: Formula, bound: frozenset[str]) -> Iterator[Found]:
    if node.op not in ("Σ", "Π"):
        return
    body, *ends = node.kids
    if node.op == "Σ":
        yield "product-of-sum", Node("Π", node.kids, node.text)
    free = free_indices(formula.tree, formula.points[0]) | bound
    for other in sorted(free - {node.text}):
        if _same_range(node.text, other, formula):
            yield "sum-dropped", _renamed(body, node.text, other)
    if ends:
        yield "sum-ends-off", Node(node.op, (body, ends[0], two("-", ends[1], ONE)), node.text)
        yield "sum-ends-off", Node(node.op, (body, two("+", ends[0], ONE), ends[1]), node.text)
    lengths = ranges_of(node.text, body, formula.points[0])
    for size in sorted(formula.scope.sizes):
        if formula.points[0].sizes[size] in lengths and not ends:
            yield "mean-for-sum", two("*", two("/", ONE, Node("name", (), size)), node)


def _renamed(node: Node, index: str, other: str) -> Node:
    if node.op == "name" and node.text == index:
        return Node("name", (), other)
    kids = tuple(_renamed(kid, index, other) for kid in node.kids)
    return Node(node.op, kids, other if node.op in ("Σ", "Π") and node.text == index else node.text)


_Slip = Callable[[Node, Formula, frozenset[str]], Iterator[Found]]
_SLIPS: tuple[_Slip, ...] = (
    _sums, _signs, _products, _fractions, _powers, _calls, _root_plus, _transposes, _numbers,
    _names, _index, _totals,
)  # fmt: skip


def is_array(node: Node, point: Point) -> bool:
    """Whether it is a vector or a matrix."""
    try:
        return bool(value(node, point, {}).ndim)
    except NoValueError:
        return True
