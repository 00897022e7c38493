"""The single slips that a formula invites, made from its own tree.

Each edit is the whole formula with one thing wrong, the kind of slip, and the part it concerns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, islice
from types import MappingProxyType

from dlprep.expr.graph import Node, apply, name, number
from dlprep.formula.brackets import bracket_slips, factors, multiplied
from dlprep.formula.everywhere import everywhere, scaled
from dlprep.formula.material import SMOOTH, Material, Sides, Slip, material_of, substituted
from dlprep.formula.matrices import inverse_slips, product_slips, transpose_slips, turnings

LARGEST = 400  # edits of one formula
_OTHER = MappingProxyType(
    {
        "sigmoid": "tanh",
        "tanh": "sigmoid",
        "log": "log10",
        "log10": "log",
        "max": "min",
        "min": "max",
        "sin": "cos",
        "cos": "sin",
        "floor": "ceil",
    }
)
_WITH_AXIS = frozenset(
    (
        *("sum", "prod", "mean", "var", "amax", "amin", "softmax", "log_softmax", "logsumexp"),
        *("newaxis", "norm"),
    )
)
_MEANS = MappingProxyType({"sum": "mean", "mean": "sum"})
Put = Callable[[Node], Node]  # the formula with something in place of a part


@dataclass(frozen=True, slots=True)
class Edit:
    """A formula with one slip: of which kind, and the right part that it concerns."""

    code: str
    node: Node
    about: Node


def edits(root: Node, sides: Sides) -> Iterator[Edit]:
    """The slips that `root`, the right formula, invites, likelier ones first; no more than
    LARGEST."""
    material = material_of(root, sides)
    every = (*_on_site(root, material), *everywhere(root, material))
    yield from islice(_distinct(root, every), LARGEST)


def scalings(root: Node, sides: Sides) -> Iterator[Edit]:
    """Slips that scale a term: what other slips explain as well is better said by them."""
    material = material_of(root, sides)
    every = (
        (code, put(instead), about)
        for part, put in _terms(root)
        for code, instead, about in scaled(part, material)
    )
    yield from islice(_distinct(root, every), LARGEST)


def reshapings(root: Node) -> Iterator[Edit]:
    """Slips with a product of matrices that leave another shape: it is turned, or loses a
    factor."""
    for part, put in _sites(root):
        if part.op == "matmul":
            a, b = part.args
            for left, right in turnings(a, b):
                yield Edit("transposed", put(apply("matmul", left, right)), part)
            yield Edit("factor-dropped", put(a), b)
            yield Edit("factor-dropped", put(b), a)


def _distinct(root: Node, slips: Iterable[Slip]) -> Iterator[Edit]:
    seen = {root}
    for code, node, about in slips:
        if node not in seen:
            seen.add(node)
            yield Edit(code, node, about)


def _on_site(root: Node, material: Material) -> Iterator[Slip]:
    for part, put in _sites(root):
        for code, instead, about in _local(part, material):
            yield code, put(instead), about


def _sites(root: Node) -> Iterator[tuple[Node, Put]]:
    """Every part of the tree from the root down, with what puts something in its place."""
    waiting: list[tuple[Node, Put]] = [(root, lambda node: node)]
    for part, put in waiting:  # grows on the way
        yield part, put
        for at, arg in enumerate(part.args):
            if at in _parts_of(part) and len(waiting) < LARGEST:
                waiting.append((arg, _within(part, at, put)))


def _parts_of(node: Node) -> Iterable[int]:
    """Which arguments are formulas: no axis, no size and no index of a sum."""
    match node.op:
        case "call":
            return (2,)
        case "eye" | "ones":
            return ()
        case "pow" if node.args[1].op == "number":
            return (0,)
        case op if op.startswith("over_"):
            return (0, 2, 3) if len(node.args) == 4 else (0,)
        case op if op in _WITH_AXIS or op == "entry":
            return (0,)
    return range(len(node.args))


def _within(part: Node, at: int, put: Put) -> Put:
    def placed(instead: Node) -> Node:
        return put(apply(part.op, *part.args[:at], instead, *part.args[at + 1 :]))

    return placed


def _terms(root: Node) -> Iterator[tuple[Node, Put]]:
    """The whole and each term of its sums."""
    yield root, lambda node: node
    for part, put in _sites(root):
        if part.op in {"add", "sub"}:
            for at, arg in enumerate(part.args):
                yield arg, _within(part, at, put)


def _local(node: Node, material: Material) -> Iterator[Slip]:
    rule = _RULES.get(node.op)
    if rule is not None:
        yield from rule(node, material)
    if node.op in SMOOTH:
        yield from _function(node)
    yield from bracket_slips(node, material)


def _sum(node: Node, material: Material) -> Iterator[Slip]:
    a, b = node.args
    if not material.dims(node) and number(1) not in {a, b}:
        yield "sum-multiplied", apply("mul", a, b), node
    yield "term-dropped", a, b
    yield "term-dropped", b, a
    yield "term-sign", apply("sub", a, b), b
    yield "term-sign", apply("sub", b, a), a
    for one, other in ((a, b), (b, a)):
        if one.op == "sqrt":
            yield "inside-root", apply("sqrt", apply("add", one.args[0], other)), other


def _difference(node: Node, material: Material) -> Iterator[Slip]:
    a, b = node.args
    if not material.dims(node) and number(1) not in {a, b}:
        yield "sum-multiplied", apply("mul", a, b), node
    if a is number(1):
        yield "complement", b, b
    yield "term-dropped", a, b
    yield "term-dropped", apply("neg", b), a
    yield "term-sign", apply("add", a, b), b
    yield "order-swapped", apply("sub", b, a), node


def _product(node: Node, material: Material) -> Iterator[Slip]:
    """Any one factor gone, or two together such as σ(1 − σ)."""
    parts = factors(node)
    for count in (1, 2):
        for gone in combinations(range(len(parts)), count):
            rest = [factor for at, factor in enumerate(parts) if at not in gone]
            left = multiplied(rest)
            if left is not None and material.dims(left) in {material.dims(node), ()}:
                about = multiplied([parts[at] for at in gone])
                yield "factor-dropped", left, about or node
    if not any(map(material.dims, node.args)):
        yield "factors-added", apply("add", *node.args), node
    if len(set(map(material.dims, node.args))) == 1 and _is_square(node, material):
        yield "matrix-product", apply("matmul", *node.args), node


def _is_square(node: Node, material: Material) -> bool:
    dims = material.dims(node)
    return len(dims) == 2 and dims[0] == dims[1]


def _quotient(node: Node, _: Material) -> Iterator[Slip]:
    a, b = node.args
    yield "divisor-dropped", a, b
    yield "multiplied", apply("mul", a, b), b
    yield "ratio-inverted", apply("div", b, a), node


def _negative(node: Node, _: Material) -> Iterator[Slip]:
    yield "term-sign", node.args[0], node.args[0]


def _power(node: Node, _: Material) -> Iterator[Slip]:
    base, exponent = node.args
    yield "power-dropped", base, node
    for step in (1,) if exponent is number(2) else (1, -1):
        yield "power-off", apply("pow", base, apply("add", exponent, number(step))), node
    if exponent.op == "number":
        for other in _other_numbers(exponent):
            if other != 1:
                yield "constant", apply("pow", base, number(other)), exponent
    yield "multiplied-not-powered", apply("mul", base, exponent), node


def _root(node: Node, _: Material) -> Iterator[Slip]:
    (inside,) = node.args
    yield "root-dropped", inside, node
    if inside.op in {"add", "sub"}:
        a, b = inside.args
        yield "outside-root", apply(inside.op, apply("sqrt", a), b), b


def _function(node: Node) -> Iterator[Slip]:
    (inside,) = node.args
    yield "function-dropped", inside, node
    yield "slope-for-value", apply("call", name(node.op), number(1), inside), node
    yield "function-twice", apply(node.op, node), inside
    yield "argument-scaled", apply(node.op, apply("mul", number(2), inside)), node
    yield "argument-scaled", apply(node.op, apply("div", inside, number(2))), node
    if node.op == "log" and inside.op == "over_sum":
        body, *over = inside.args
        yield "log-of-sum-split", apply("over_sum", apply("log", body), *over), node
    if node.op in _OTHER:
        yield "other-function", apply(_OTHER[node.op], inside), node


def _other(node: Node, _: Material) -> Iterator[Slip]:
    yield "function-dropped", node.args[0], node
    if node.op in _OTHER:
        yield "other-function", apply(_OTHER[node.op], *node.args), node


def _slope(node: Node, _: Material) -> Iterator[Slip]:
    function, order, place = node.args
    op, times = str(function.value), int(order.value or 0)
    value = apply(op, place) if op in SMOOTH else apply("call", function, number(0), place)
    if times == 0:
        yield "slope-for-value", apply("call", function, number(1), place), node
        yield "function-dropped", place, node
        return
    lower = apply("call", function, number(times - 1), place) if times > 1 else value
    yield "value-for-derivative", lower, node
    yield "derivative-at-output", apply("call", function, order, value), node
    yield "function-dropped", place, node


def _number(node: Node, _: Material) -> Iterator[Slip]:
    value = node.value
    for other in _other_numbers(node):
        yield "constant", number(other), node
    if isinstance(value, int | Fraction):
        for step in (1, -1):
            if value + step != 0:
                yield "constant", number(value + step), node


def _other_numbers(node: Node) -> list[int | Fraction]:
    """Twice and half of a number, and the other sign."""
    value = node.value
    return [value * 2, Fraction(value) / 2, -value] if isinstance(value, int | Fraction) else []


def _name(node: Node, material: Material) -> Iterator[Slip]:
    for other in material.names:
        if other is not node and material.dims(other) == material.dims(node):
            yield "name-swapped", other, node
    if node in material.names:
        yield "complement", apply("sub", number(1), node), node


def _entry(node: Node, material: Material) -> Iterator[Slip]:
    array, *places = node.args
    dims = material.dims(array)
    if len(places) == 2 and len(set(dims)) == 1:
        yield "indices-swapped", apply("entry", array, places[1], places[0]), node
    for at, place in enumerate(places):
        if place.op in {"add", "sub"}:
            for step in (1, -1):
                other = [*places[:at], apply("add", place, number(step)), *places[at + 1 :]]
                yield "index-swapped", apply("entry", array, *other), node
        for letter, dim in material.ranges.items():
            if place.op == "name" and dim == material.ranges.get(str(place.value)):
                other = [*places[:at], name(letter), *places[at + 1 :]]
                yield "index-swapped", apply("entry", array, *other), node


def _over(node: Node, material: Material) -> Iterator[Slip]:
    body, index, *bounds = node.args
    for letter, dim in material.ranges.items():
        same = dim == material.ranges.get(str(index.value))
        if same and letter != index.value:
            yield "sum-dropped", substituted(body, {index: name(letter)}), node
    if len(bounds) == 1:
        yield "mean-for-sum", apply("div", node, bounds[0]), node
    for at, step in ((0, 1), (0, -1), (1, 1), (1, -1)) if len(bounds) == 2 else ():
        moved = [*bounds[:at], apply("add", bounds[at], number(step)), *bounds[at + 1 :]]
        yield "bounds-off", apply(node.op, body, index, *moved), node
    if node.op == "over_sum":
        yield "sum-multiplied", apply("over_prod", *node.args), node


def _reduced(node: Node, _: Material) -> Iterator[Slip]:
    array, *rest = node.args
    if node.op in _MEANS:
        yield "mean-for-sum", apply(_MEANS[node.op], array, *rest), node
    if rest and rest[0].value in {0, 1, -1}:
        other = number(0 if rest[0].value in {1, -1} else 1)
        yield "other-axis", apply(node.op, array, other, *rest[1:]), node


def _delta(node: Node, _: Material) -> Iterator[Slip]:
    yield "delta-dropped", number(1), node


def _extremum(node: Node, _: Material) -> Iterator[Slip]:
    yield "other-function", apply(_OTHER[node.op], *node.args), node
    for arg in node.args:
        yield "branch-dropped", arg, node


_RULES: MappingProxyType[str, Callable[[Node, Material], Iterator[Slip]]] = MappingProxyType(
    {
        "add": _sum,
        "sub": _difference,
        "mul": _product,
        "div": _quotient,
        "neg": _negative,
        "pow": _power,
        "sqrt": _root,
        "call": _slope,
        "number": _number,
        "name": _name,
        "entry": _entry,
        **dict.fromkeys(("over_sum", "over_prod"), _over),
        "matmul": product_slips,
        "transpose": transpose_slips,
        "inv": inverse_slips,
        "eq": _delta,
        **dict.fromkeys(("sum", "mean", "softmax", "logsumexp"), _reduced),
        **dict.fromkeys(("max", "min"), _extremum),
        **dict.fromkeys(("floor", "ceil", "log10", "log2", "sign", "abs"), _other),
    }
)
