"""The values of trees in NumPy, and what a question declares.

A vector is a column, so that `Xw`, `wᵀx` and `δ hᵀ` are matrix products; indices count from 1. A
formula with free indices has one value for each choice of them.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from formula_trees import Node, UnreadableError, read
from numpy.typing import NDArray

Array = NDArray[np.float64]
Values = tuple[float, ...]

CLOSE = 1e-9  # float64: rounding is far below, and a real difference at a random point far above
_SIZES = {"H": 4, "K": 3, "N": 5, "D": 4, "M": 2, "T": 3, "d": 2, "r": 6}

_CALLS: dict[str, Callable[..., Array]] = {
    "exp": np.exp, "log": np.log, "log2": np.log2, "log10": np.log10, "sqrt": np.sqrt,
    "abs": np.abs, "tanh": np.tanh, "sin": np.sin, "cos": np.cos, "sign": np.sign,
    "max": np.maximum, "min": np.minimum, "floor": np.floor,
    "σ": lambda z: 1 / (1 + np.exp(-z)),
    "diag": lambda v: np.diag(v.ravel()),
    # Unlike one another and unlike their derivatives: what a declared function stands for.
    "f": lambda x: np.sin(x) + x * x / 2, "f′": lambda x: np.cos(x) + x,
    "k": lambda x: np.exp(x / 3) + x, "k′": lambda x: np.exp(x / 3) / 3 + 1,
    "g": lambda x: np.cosh(x / 2) - x, "g′": lambda x: np.sinh(x / 2) / 2 - 1,
}  # fmt: skip


class NoValueError(ValueError):
    """Shapes do not fit, an index leaves its range, a name has no value."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The declared names of a question: ranks, shapes, domains; the definitions it gives."""

    shapes: Mapping[str, tuple[str, ...]]
    domains: Mapping[str, str]
    functions: frozenset[str]
    indices: frozenset[str]
    given: tuple[str, ...] = ()
    found: dict[str, int] = field(default_factory=dict)  # ranks of names that only `given` defines

    @property
    def sizes(self) -> frozenset[str]:
        letters = {size for shape in self.shapes.values() for size in shape}
        return frozenset(each for each in letters if not each.isdigit())

    @property
    def counts(self) -> frozenset[str]:
        """Sizes, and names that are declared to be whole numbers."""
        natural = {name for name, domain in self.domains.items() if domain == "natural"}
        return self.sizes | natural

    def read(self, text: str) -> Node:
        ranks = {name: len(shape) for name, shape in self.shapes.items() if shape} | self.found
        names = {*self.shapes, *self.found, *self.sizes}
        return read(text, frozenset(names | {f"{each}()" for each in self.functions}), ranks)


def scope_of(item: Mapping[str, Any]) -> Scope:
    """The scope of a formula item or a derivation, as its YAML has it."""
    symbols = item["symbols"]
    kinds = {each["name"]: each.get("is", "scalar") for each in symbols}
    if "random" in kinds.values():
        raise UnreadableError("random variables")
    derived = item.get("derivative", {}).get("where", [])
    scope = Scope(
        shapes={
            each["name"]: tuple(map(str, each.get("shape", ())))
            for each in symbols
            if kinds[each["name"]] not in ("index", "function")
        },
        domains={each["name"]: each.get("domain", "real") for each in symbols},
        functions=frozenset(name for name, kind in kinds.items() if kind == "function"),
        indices=frozenset(name for name, kind in kinds.items() if kind == "index"),
        given=(*item.get("given", ()), *item.get("conditions", ()), *map(_written_out, derived)),
    )
    for text in scope.given:
        name, _, below = text.partition(" = ")[0].partition("_")
        if name not in scope.shapes and f"{name}_{below}" not in scope.shapes:
            scope.found[name] = len(below.strip("{}"))
    return scope


def _written_out(text: str) -> str:
    return text.replace("p = softmax(z)", "p_j = exp(z_j)/Σ_k exp(z_k)")


@dataclass(frozen=True, slots=True)
class Point:
    """A value for every name, and the size each letter stands for."""

    arrays: dict[str, Array]
    sizes: dict[str, int]


def points(scope: Scope, count: int, seed: int) -> list[Point]:
    """Random points that keep the domains and fulfil what the question gives."""
    with np.errstate(all="ignore"):
        return [_point(scope, np.random.default_rng([seed, each])) for each in range(count)]


def _point(scope: Scope, chance: np.random.Generator) -> Point:
    sizes = {letter: _SIZES.get(letter, 3) for letter in scope.sizes}
    point = Point({name: np.float64(size) for name, size in sizes.items()}, sizes)  # type: ignore[misc]
    pending = dict(_definition(scope, text) for text in scope.given if " = " in text)
    for name, shape in scope.shapes.items():
        if not any(_name(target) == name for target in pending) and name not in sizes:
            point.arrays[name] = _drawn(scope.domains[name], _shape(shape, sizes), chance)
    while pending:
        ready = [target for target, body in pending.items() if _ready(target, body, point)]
        if not ready:
            raise NoValueError(f"circular: {[_name(each) for each in pending]}")
        for target in ready:
            point.arrays[_name(target)] = _defined(target, pending.pop(target), point)
    return point


def _definition(scope: Scope, text: str) -> tuple[Node, Node]:
    left, _, right = text.partition(" = ")
    return scope.read(left), scope.read(right)


def _name(target: Node) -> str:
    return target.text


def _ready(target: Node, body: Node, point: Point) -> bool:
    bound = {kid.text for each in (target, *body.nodes()) for kid in each.kids if each.op == "at"}
    bound |= {each.text for each in body.nodes() if each.op in ("Σ", "Π")}
    return all(name in point.arrays or name in bound or name in ("π", "δ") for name in body.names())


def _defined(target: Node, body: Node, point: Point) -> Array:
    if target.op == "name":
        return value(body, point, {})
    indices = [kid.text for kid in target.kids]
    ranges = [_range(index, body, point) for index in indices]
    found = np.empty((*map(len, ranges), *([1] if len(ranges) == 1 else [])))
    for place in itertools.product(*ranges):
        where = tuple(each - 1 for each in place)
        found[where if len(where) > 1 else (where[0], 0)] = value(
            body, point, dict(zip(indices, place, strict=True))
        )
    return found


def _shape(shape: Sequence[str], sizes: Mapping[str, int]) -> tuple[int, ...]:
    lengths = tuple(int(each) if each.isdigit() else sizes[each] for each in shape)
    return (*lengths, 1) if len(lengths) == 1 else lengths


def _drawn(domain: str, shape: tuple[int, ...], chance: np.random.Generator) -> Array:
    match domain:
        case "positive":
            drawn: Any = chance.uniform(0.4, 2.2, shape)
        case "unit":
            drawn = chance.uniform(0.1, 0.9, shape)
        case "natural":
            drawn = chance.integers(2, 6, shape).astype(float) if shape else chance.integers(2, 6)
        case "simplex" | "one-hot":
            raw = chance.uniform(0.2, 1.0, shape)
            drawn = raw / raw.sum(
                axis=0 if len(shape) == 2 and shape[1] == 1 else -1, keepdims=True
            )
        case _:
            drawn = chance.normal(0.0, 1.2, shape)
    return np.asarray(drawn, dtype=np.float64)


def ranges_of(index: str, node: Node, point: Point) -> set[int]:
    """The lengths of the axes that `index` runs along in `node`."""
    found = set()
    for each in node.nodes():
        if each.op == "at" and each.text in point.arrays:
            for axis, kid in enumerate(each.kids):
                if kid.op == "name" and kid.text == index:
                    found.add(point.arrays[each.text].shape[axis])
    return found


def _range(index: str, node: Node, point: Point) -> range:
    lengths = ranges_of(index, node, point)
    if len(lengths) != 1:
        raise NoValueError(f"the range of {index}")
    return range(1, lengths.pop() + 1)


def values(node: Node, point: Point, like: Node | None = None) -> Values:
    """All entries of the formula; its free indices are those of `like`, with the same ranges."""
    ruler = like or node
    free = sorted(free_indices(ruler, point))
    ranges = [_range(index, ruler, point) for index in free]
    found: list[float] = []
    with np.errstate(all="ignore"):
        for place in itertools.product(*ranges):
            entry = value(node, point, dict(zip(free, place, strict=True)))
            found += [float(each) for each in np.ravel(entry)] + [float(np.ndim(entry))]
    return tuple(found)


def free_indices(node: Node, point: Point, bound: frozenset[str] = frozenset()) -> frozenset[str]:
    if node.op == "name":
        known = node.text in point.arrays or node.text in bound or node.text == "π"
        return frozenset() if known else frozenset({node.text})
    if node.op in ("Σ", "Π"):
        bound |= {node.text}
    return frozenset().union(*(free_indices(kid, point, bound) for kid in node.kids))


def value(  # noqa: PLR0911 - a table
    node: Node, point: Point, at: Mapping[str, int]
) -> Array:
    match node:
        case Node("num", (), text):
            return np.asarray(float(text))
        case Node("name", (), name):
            return _named(name, point, at)
        case Node("at", kids, name):
            return _entry(name, [int(value(kid, point, at)) for kid in kids], point)
        case Node("neg", (kid,)):
            return -value(kid, point, at)
        case Node("T", (kid,)):
            return value(kid, point, at).T
        case Node("cond", (left, right), sign):
            one, other = value(left, point, at), value(right, point, at)
            return np.asarray(float(one < other if sign == "<" else one > other))
        case Node("call", kids, name):
            return _CALLS[name](*(value(kid, point, at) for kid in kids))
        case Node("Σ" | "Π"):
            return _total(node, point, at)
        case Node(op, (left, right)):
            return _combined(op, value(left, point, at), value(right, point, at))
    raise NoValueError(node.op)


def _named(name: str, point: Point, at: Mapping[str, int]) -> Array:
    if name in at:
        return np.asarray(float(at[name]))
    if name == "π":
        return np.asarray(math.pi)
    if name not in point.arrays:
        raise NoValueError(name)
    return point.arrays[name]


def _entry(name: str, indices: list[int], point: Point) -> Array:
    if name == "δ" and name not in point.arrays:
        return np.asarray(float(indices[0] == indices[1]))
    array = point.arrays.get(name)
    if array is None or array.ndim != 2 or not all(each >= 1 for each in indices):
        raise NoValueError(name)
    try:
        return np.asarray(array[tuple(each - 1 for each in indices)]).reshape(())
    except (IndexError, ValueError):
        raise NoValueError(f"{name}_{indices}") from None


def _total(node: Node, point: Point, at: Mapping[str, int]) -> Array:
    body, *ends = node.kids
    if ends:
        low, high = (int(value(end, point, at)) for end in ends)
        places = range(low, high + 1)
    else:
        places = _range(node.text, body, point)
    terms = [value(body, point, {**at, node.text: place}) for place in places]
    start = np.asarray(0.0 if node.op == "Σ" else 1.0)
    for term in terms:
        start = start + term if node.op == "Σ" else start * term
    return start


def _combined(op: str, left: Array, right: Array) -> Array:
    plain = left.ndim == 0 or right.ndim == 0
    try:
        if op == "*" and not plain:
            product: Array = left @ right
            return product.reshape(()) if product.shape == (1, 1) else product
        if not plain and left.shape != right.shape:
            raise NoValueError(f"{left.shape} {op} {right.shape}")
        if op == "^" and left.ndim == 2 and right.ndim == 0 and right < 0:
            return np.linalg.inv(left)
        return _ENTRYWISE[op](left, right)
    except (ValueError, np.linalg.LinAlgError) as why:
        raise NoValueError(str(why)) from None


_ENTRYWISE: dict[str, Callable[[Array, Array], Array]] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b,
    "⊙": lambda a, b: a * b, "/": lambda a, b: a / b, "^": np.power,
}  # fmt: skip


def compare(one: Values, other: Values) -> str:
    """`same`, `apart`, or `unclear` where a value is not finite or the two all but agree."""
    if len(one) != len(other):
        return "apart"
    if not all(map(math.isfinite, (*one, *other))):
        return "unclear"
    gaps = [abs(a - b) / max(1.0, abs(a), abs(b)) for a, b in zip(one, other, strict=True)]
    if max(gaps) < CLOSE:
        return "same"
    return "apart" if max(gaps) > 1e3 * CLOSE else "unclear"


def ratio(one: Sequence[float], other: Sequence[float]) -> float | None:
    """The constant `other / one`, if there is one."""
    quotients = [b / a for a, b in zip(one, other, strict=True) if abs(a) > CLOSE]
    if not quotients or any(
        abs(each - quotients[0]) > CLOSE * abs(quotients[0]) for each in quotients
    ):
        return None
    return quotients[0]
