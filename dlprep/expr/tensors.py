"""Formulas of arrays and of indices at many points at once.

Every value has one axis for the points, one for each index of the formula in a fixed order, then
the axes of its own: with the indices (i, k), W_{ik} has shape (points, I, K), and a matrix W
(points, 1, 1, I, K). So a sum over k is a sum along an axis, what is free in i is compared
for all i, and entries broadcast as numbers do. The arithmetic is that of a `Field`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from dlprep.expr.arrays import Array, Rule
from dlprep.expr.differences import PLACES, moves, slopes, steps
from dlprep.expr.gradient import gradients
from dlprep.expr.graph import Node, apply, name, number
from dlprep.expr.world import (
    LARGEST_ENDS,
    LARGEST_RANGE,
    LARGEST_VALUE,
    TooLargeError,
    World,
)


def evaluate(node: Node, world: World) -> Array:
    """The values of `node`, of shape (points, *one axis for each index and the atoms, *own).

    Raises KeyError for a name that nobody gave and TooLargeError.
    """
    with np.errstate(all="ignore"):
        return _Evaluation(world, {}).value(node)


def evaluator(world: World) -> Callable[[Node], Array]:
    """As `evaluate`, for many formulas with parts in common, which are evaluated once."""
    evaluation = _Evaluation(world, {})

    def value(node: Node) -> Array:
        with np.errstate(all="ignore"):
            return evaluation.value(node)

    return value


class _Evaluation:
    """The values so far, where the indices have the values of `places`."""

    def __init__(self, world: World, places: Mapping[str, Array]) -> None:
        self.world = world
        self.places = places
        self.known: dict[Node, Array] = {}
        self.lead = 1 + len(world.axes)  # axes in front of a value's own

    def value(self, root: Node) -> Array:
        if root in self.known:
            return self.known[root]
        stack = [root]
        while stack:
            node = stack[-1]
            # The body of a sum is looked at where its index has values.
            args = () if node.op in SCOPES else node.args
            missing = [arg for arg in args if arg not in self.known]
            if missing and node.op not in {"eye", "ones", "call"}:
                stack.extend(missing)
                continue
            stack.pop()
            if node not in self.known:
                self.known[node] = self.calculated(node)
        return self.known[root]

    def calculated(self, node: Node) -> Array:  # noqa: C901, PLR0911 - a table
        match node.op:
            case "number" | "constant":
                return self.lifted(self.world.numbers.array(self.world.numbers.number(node.value)))
            case "name":
                return self.named(str(node.value))
            case op if op in OVER:
                return self.over(node)
            case "table":
                return self.table(node)
            case "slope":
                return self.slope(node)
            case "entry":
                return self.entry(self.value(node.args[0]), node.args[1:])
            case "eye" | "ones":
                return self.filled(node)
            case "call":
                return self.called(node)
            case "expect":
                return self.expected(self.value(node.args[0]))
            case op if op in OWN_AXES:
                return OWN_AXES[op](
                    self, *(self.value(arg) for arg in node.args[:1]), *node.args[1:]
                )
            case _:
                return self.elementwise(node)

    def lifted(self, scalar: Array) -> Array:
        return np.asarray(scalar).reshape((1,) * self.lead)

    def named(self, word: str) -> Array:
        if word in self.places:
            return self.places[word]
        world = self.world
        if word in world.sizes:
            return self.places_of(word, 1, world.sizes[word])
        if word in world.dims and word not in world.names:
            return self.lifted(world.numbers.array(world.numbers.number(world.dims[word])))
        given = world.names[word]
        middle = [1] * (self.lead - 1)
        if word in world.random:
            middle[world.axes.get(word, world.axes["ω"]) - 1] = given.shape[1]
            return given.reshape(given.shape[0], *middle, *given.shape[2:])
        return given.reshape(given.shape[0], *middle, *given.shape[1:])

    def places_of(self, index: str, low: int, high: int) -> Array:
        shape = [1] * self.lead
        shape[self.world.axes[index]] = high - low + 1
        whole = [self.world.numbers.number(value) for value in range(low, high + 1)]
        return self.world.numbers.array(whole).reshape(shape)

    def elementwise(self, node: Node) -> Array:
        values = [self.value(arg) for arg in node.args]
        most = max(value.ndim for value in values)
        aligned = [self.widened(value, most) for value in values]
        if math.prod(np.broadcast_shapes(*(value.shape for value in aligned))) > LARGEST_VALUE:
            raise TooLargeError
        found = np.asarray(self.world.numbers.rules[node.op](*aligned))
        return self.world.numbers.array(found) if found.dtype == np.bool_ else found

    def widened(self, value: Array, axes: int) -> Array:
        """With more axes of its own, in front of those it has."""
        more = (1,) * (axes - value.ndim)
        return value.reshape(*value.shape[: self.lead], *more, *value.shape[self.lead :])

    def entry(self, array: Array, indices: Sequence[Node]) -> Array:
        """array[i, j, …] with places counted from 1; what lies outside is not a number."""
        own = array.shape[self.lead : self.lead + len(indices)]
        at = [self.value(index) for index in indices]
        places = [np.asarray(each, np.float64).astype(int) - 1 for each in at]
        inside = np.ones((1,) * self.lead, bool)
        for place, size in zip(places, own, strict=True):
            inside = inside & (place >= 0) & (place < size)
        clipped = [np.clip(place, 0, size - 1) for place, size in zip(places, own, strict=True)]
        shape = np.broadcast_shapes(array.shape[: self.lead], *(each.shape for each in clipped))
        if math.prod(shape) > LARGEST_VALUE:
            raise TooLargeError
        lead = np.ogrid[tuple(slice(size) for size in shape)]
        front = [np.minimum(axis, size - 1) for axis, size in zip(lead, array.shape, strict=False)]
        found = array[(*front, *clipped)]
        if inside.all():
            return np.asarray(found)
        outside = ~inside.reshape(*inside.shape, *(1,) * (found.ndim - inside.ndim))
        return np.asarray(np.where(outside, self.world.numbers.number(math.nan), found))

    def over(self, node: Node) -> Array:
        """A sum, product or extremum over an index, for each of whose values the body is taken."""
        body, index, *bounds = node.args
        if len(bounds) == 1:
            bounds = [number(1), *bounds]
        word = str(index.value)
        reduce, neutral = OVER[node.op]
        low, high = (np.asarray(self.value(bound), np.float64) for bound in bounds)
        places, inside = self.between(word, low, high)
        inner = _Evaluation(self.world, {**self.places, word: places}).value(body)
        axis = self.world.axes[word]
        wide = list(inner.shape)
        wide[axis] = places.shape[axis]  # also where the body does not depend on the index
        inner = np.broadcast_to(inner, wide)
        if inside is not None:
            extra = (1,) * (inner.ndim - inside.ndim)
            inner = np.where(
                inside.reshape(*inside.shape, *extra), inner, self.world.numbers.number(neutral)
            )
        return np.asarray(reduce(inner, axis=axis, keepdims=True))

    def table(self, node: Node) -> Array:
        """The array whose entries the body gives, one axis for each index."""
        body, *pairs = node.args
        words = [str(index.value) for index in pairs[::2]]
        sizes = [int(np.asarray(self.value(dim), np.float64).flat[0]) for dim in pairs[1::2]]
        at = {w: self.places_of(w, 1, n) for w, n in zip(words, sizes, strict=True)}
        found = _Evaluation(self.world, {**self.places, **at}).value(body)
        wide = list(found.shape)
        for word, size in zip(words, sizes, strict=True):
            wide[self.world.axes[word]] = size
        found = np.broadcast_to(found, wide)
        for word in reversed(words):
            found = np.expand_dims(found, self.lead)
            found = np.swapaxes(found, self.world.axes[word], self.lead)
        return found

    def slope(self, node: Node) -> Array:
        """The derivative of the body by each entry of a name, all differences at once: each
        becomes a point of its own."""
        body, by = node.args
        world, numbers = self.world, self.world.numbers
        given = world.names[str(by.value)]
        if numbers.derivative is not None:
            return numbers.derivative(self.value(body), given)
        ends = PLACES * math.prod(given.shape[1:])
        if ends * given.shape[0] > LARGEST_ENDS:
            raise TooLargeError
        step = steps(given, numbers)
        names = {word: np.repeat(values, ends, axis=0) for word, values in world.names.items()}
        names[str(by.value)] = names[str(by.value)] + moves(step, given.shape[1:], numbers)
        weights = None if world.weights is None else np.repeat(world.weights, ends, axis=0)
        there = replace(world, points=world.points * ends, names=names, weights=weights)
        values = _Evaluation(there, self.places).value(body)
        values = np.broadcast_to(values, (there.points, *values.shape[1:]))
        found = np.moveaxis(slopes(values, step, numbers), 1, -1)
        return np.asarray(found.reshape(*found.shape[:-1], *given.shape[1:]))

    def between(self, index: str, low: Array, high: Array) -> tuple[Array, Array]:
        first, last = np.nanmin(low), np.nanmax(high)
        if not last - first < LARGEST_RANGE:
            raise TooLargeError
        places = self.places_of(index, int(first), max(int(last), int(first)))
        plain = np.asarray(places, np.float64)
        return places, (plain >= low) & (plain <= high)

    def filled(self, node: Node) -> Array:
        word = str(node.args[0].value)
        size = int(word) if word.isdigit() else self.world.dims[word]
        plain = np.eye(size) if node.op == "eye" else np.ones(size)
        whole = self.world.numbers.array([self.world.numbers.number(int(x)) for x in plain.ravel()])
        return whole.reshape(*(1,) * self.lead, *plain.shape)

    def called(self, node: Node) -> Array:
        function, order, place = node.args
        times, at = int(order.value or 0), self.value(place)
        given = self.world.functions.get(str(function.value))
        if given is not None:
            return given(times, at)
        slope = derivative(str(function.value), times)
        inner = World(self.world.numbers, 1, {"x": at.reshape(1, -1)})
        return np.broadcast_to(evaluate(slope, inner), (1, 1, at.size)).reshape(at.shape)

    def expected(self, value: Array) -> Array:
        assert self.world.weights is not None
        for turn, each in enumerate(("ω", *self.world.independent)):
            weights = np.roll(self.world.weights, turn, axis=1)
            axis = self.world.axes[each]
            shape = [1] * value.ndim
            shape[0], shape[axis] = weights.shape
            value = np.asarray((value * weights.reshape(shape)).sum(axis=axis, keepdims=True))
        return value

    def axis(self, given: Sequence[Node], value: Array) -> tuple[int, ...]:
        """The axes that are meant, as NumPy counts them: one given, or all."""
        if not given:
            return tuple(range(self.lead, value.ndim))
        at = int(given[0].value)  # type: ignore[arg-type]
        return (value.ndim + at if at < 0 else self.lead + at,)

    def reduced(self, reduce: Rule, value: Array, given: Sequence[Node]) -> Array:
        axes = self.axis(given, value)
        found = value
        for axis in axes:
            found = reduce(found, axis=axis, keepdims=True)
        if len(given) > 1:
            return np.asarray(found)
        return np.asarray(found).reshape([n for at, n in enumerate(found.shape) if at not in axes])

    def rule(self, op: str, *args: Array) -> Array:
        return np.asarray(self.world.numbers.rules[op](*args))

    def softmax(self, value: Array, *given: Node) -> Array:
        above = self.rule("exp", value)
        total = above
        for axis in self.axis(given, value):
            total = np.asarray(total.sum(axis=axis, keepdims=True))
        return self.rule("div", above, total)

    def log_softmax(self, value: Array, *given: Node) -> Array:
        return self.rule("log", self.softmax(value, *given))

    def logsumexp(self, value: Array, *given: Node) -> Array:
        axes = self.axis(given, value)
        total = self.rule("exp", value)
        for axis in axes:
            total = total.sum(axis=axis, keepdims=True)
        found = self.rule("log", np.asarray(total))
        return found.reshape([n for at, n in enumerate(found.shape) if at not in axes])

    def matmul(self, a: Array, other: Node) -> Array:
        b = self.value(other)
        left, right = a.ndim - self.lead, b.ndim - self.lead
        a = a[..., None, :] if left == 1 else a
        b = b[..., :, None] if right == 1 else b
        found = np.matmul(a, b)
        found = found[..., 0] if right == 1 else found
        if left == 1:
            found = found[..., 0, :] if right == 2 else found[..., 0]
        return np.asarray(found)

    def outer(self, a: Array, other: Node) -> Array:
        return np.asarray(a[..., :, None] * self.value(other)[..., None, :])

    def transpose(self, a: Array) -> Array:
        return np.swapaxes(a, -1, -2) if a.ndim - self.lead == 2 else a

    def trace(self, a: Array) -> Array:
        return np.asarray(np.trace(a, axis1=-2, axis2=-1))

    def diag(self, a: Array) -> Array:
        if a.ndim - self.lead == 2:
            return np.diagonal(a, axis1=-2, axis2=-1)
        eye = np.eye(a.shape[-1], dtype=bool)
        return np.where(eye, a[..., None], self.world.numbers.number(0))

    def norm(self, a: Array, *order: Node) -> Array:
        size = self.rule("abs", a)
        axes = self.axis([], a)
        if order and order[0].value == 1:
            return np.asarray(size.sum(axis=axes))
        if order and order[0].value == math.inf:
            return np.asarray(size.max(axis=axes))
        return self.rule("sqrt", np.asarray((a * a).sum(axis=axes)))

    def det(self, a: Array) -> Array:
        values = [self.world.numbers.determinant(each) for each in _matrices(a)]
        return self.world.numbers.array(values).reshape(a.shape[:-2])

    def inv(self, a: Array) -> Array:
        values = [self.world.numbers.inverse(each) for each in _matrices(a)]
        return np.stack(values).reshape(a.shape)

    def var(self, value: Array, *given: Node) -> Array:
        axes = self.axis(given, value)
        middle = value.sum(axis=axes, keepdims=True) / math.prod(value.shape[at] for at in axes)
        return self.mean((value - middle) ** 2, *given)

    def mean(self, value: Array, *given: Node) -> Array:
        count = math.prod(value.shape[at] for at in self.axis(given, value))
        return np.asarray(self.reduced(np.sum, value, given) / count)

    def newaxis(self, value: Array, at: Node) -> Array:
        return np.expand_dims(value, self.lead + int(at.value))  # type: ignore[arg-type]


def _reducing(reduce: Rule) -> Callable[..., Array]:
    return lambda evaluation, value, *given: evaluation.reduced(reduce, value, given)


def derivative(op: str, times: int) -> Node:
    """The derivative of an elementwise function, in the name x."""
    slope = apply(op, name("x"))
    for _ in range(times):
        slope = gradients(slope, [name("x")])[0]
    return slope


OVER: MappingProxyType[str, tuple[Rule, float]] = MappingProxyType(
    {
        "over_sum": (np.sum, 0),
        "over_prod": (np.prod, 1),
        "over_max": (np.max, -math.inf),
        "over_min": (np.min, math.inf),
    }
)
"""What goes over an index, and the number that changes nothing in it."""

SCOPES = frozenset((*OVER, "table", "slope"))
"""What evaluates its arguments in a world of its own."""

OWN_AXES: MappingProxyType[str, Callable[..., Array]] = MappingProxyType(
    {
        "sum": _reducing(np.sum),
        "prod": _reducing(np.prod),
        "amax": _reducing(np.max),
        "amin": _reducing(np.min),
        **{
            op: getattr(_Evaluation, op)
            for op in (
                *("mean", "var", "softmax", "log_softmax", "logsumexp", "matmul", "outer"),
                *("transpose", "trace", "diag", "norm", "det", "inv", "newaxis"),
            )
        },
    }
)


def _matrices(a: Array) -> Array:
    return np.reshape(a, (-1, *a.shape[-2:]))
