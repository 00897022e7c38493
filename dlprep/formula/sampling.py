"""Points at which formulas are compared: values that are easy to write down, in the declared
domains, with arrays in two shape profiles (all sizes different, and square)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from dlprep.expr.arrays import Array
from dlprep.expr.fields import Field
from dlprep.expr.graph import FUNCTIONS, Node, in_order, names_in
from dlprep.expr.tensors import OVER, evaluate
from dlprep.expr.world import ATOMS, World
from dlprep.formula.assume import Facts
from dlprep.formula.read import Reading
from dlprep.formula.symbols import Table
from dlprep.model.item import Symbol

POINTS = 16
SIZES = (4, 5, 2, 6, 7, 3)
SQUARE = 3
_RANGES = ((-2.5, 2.5), (0.1, 3.0), (0.05, 0.95), (-9.0, 9.0))
"""Where real numbers are drawn, point after point: so that roots and logarithms have arguments,
probabilities are met, and no branch of a clipped function stays unseen."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Values of all names at some points, before what facts say about them is applied."""

    raw: Mapping[str, Array]
    simplex: frozenset[str]
    equations: Sequence[tuple[str, Node]]
    sizes: Mapping[str, int]
    dims: Mapping[str, int]
    functions: Mapping[str, tuple[float, ...]]
    points: int
    random: frozenset[str] = frozenset()
    weights: Array | None = None
    independent: tuple[str, ...] = ()
    shifted: frozenset[str] = frozenset()  # to sum to one, whatever their signs

    def only(self, points: Sequence[int]) -> Sample:
        """The same at some of its points."""
        at = list(points)
        raw = {name: values[at] for name, values in self.raw.items()}
        weights = None if self.weights is None else self.weights[at]
        return replace(self, raw=raw, weights=weights, points=len(at))

    def world(self, numbers: Field) -> World:
        """The world in which the formulas are evaluated; sums are one to the last digit."""
        names = {name: self._exact(name, numbers) for name in self.raw}
        weights = None
        if self.weights is not None:
            weights = numbers.array(self.weights)
            weights = weights / weights.sum(axis=-1, keepdims=True)
        world = World(
            numbers=numbers,
            points=self.points,
            names=names,
            sizes=self.sizes,
            dims=self.dims,
            functions={name: _smooth(numbers, parts) for name, parts in self.functions.items()},
            random=self.random,
            independent=self.independent,
            weights=weights,
        )
        for name, node in self.equations:
            value = evaluate(node, world)
            lead = 1 + len(world.axes)
            names[name] = np.broadcast_to(
                value.reshape(value.shape[0], *value.shape[lead:]),
                (self.points, *value.shape[lead:]),
            )
        return world

    def _exact(self, name: str, numbers: Field) -> Array:
        values = numbers.array(self.raw[name])
        if name in self.simplex:
            return np.asarray(values / values.sum(axis=-1, keepdims=True))
        if name in self.shifted:
            return np.asarray(values + (1 - values.sum(axis=-1, keepdims=True)) / values.shape[-1])
        return values


@dataclass(slots=True)
class Sampler:
    """Draws samples for the names of some readings, and for `extra` ones."""

    readings: Sequence[Reading]
    symbols: Table
    facts: Facts
    seed: int = 0
    extra: frozenset[str] = frozenset()
    equations: list[tuple[str, Node]] = field(default_factory=list)
    names: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        nodes = [reading.node for reading in self.readings]
        given = dict(self.facts.equations)
        waiting = [*names_in(*nodes), *self.extra]
        wanted: set[str] = set()
        while waiting:
            word = waiting.pop()
            if word not in wanted:
                wanted.add(word)
                waiting += names_in(given[word]) if word in given else ()
        self.equations = [(name, node) for name, node in self.facts.equations if name in wanted]
        self.names = frozenset(wanted)

    @property
    def nodes(self) -> list[Node]:
        return [reading.node for reading in self.readings] + [node for _, node in self.equations]

    @property
    def letters(self) -> list[str]:
        """Every index, free or bound."""
        nodes = in_order(*self.nodes)
        bound = {str(node.args[1].value) for node in nodes if node.op in OVER}
        bound |= {str(arg.value) for node in nodes if node.op == "table" for arg in node.args[1::2]}
        return sorted(bound | {letter for each in self.readings for letter in each.ranges})

    def dims(self) -> list[str]:
        """Every named size that something here has."""
        found = {dim for word in self.names for dim in self.shape(word)}
        found |= {dim for each in self.readings for dim in (*each.ranges.values(), *each.kind.dims)}
        found |= {word for word in self.names if word in self.symbols.dims}
        return sorted(dim for dim in found if not dim.isdigit() and dim != "?")

    def shape(self, word: str) -> tuple[str, ...]:
        symbol = self.symbols.find(word)
        if symbol is None:
            return ()
        if symbol.shape or symbol.is_ not in {"vector", "matrix"}:
            return symbol.shape
        return tuple(f"{symbol.name}#{at}" for at in range(1 + (symbol.is_ == "matrix")))

    def draw(
        self,
        points: int = POINTS,
        *,
        square: bool = False,
        spread: float = 1.0,
        size: int = SQUARE,
    ) -> Sample:
        """Values at some points; `square` makes all sizes equal to `size`, `spread` widens the
        ranges."""
        rng = np.random.default_rng((self.seed, square, int(spread)))
        dims = self._sizes(size if square else None)
        # σ may be declared as the sigmoid: then it is known, and none is made up.
        made_up = self.names - FUNCTIONS.keys()
        functions = sorted(word for word in made_up if self._is(word, "function"))
        domains = self._domains(dims, functions)
        raw = {
            word: self._values(rng, word, domain, dims, (points, spread))
            for word, domain in domains.items()
        }
        random = sorted(word for word in raw if self._is(word, "random"))
        return Sample(
            raw=raw,
            simplex=_in_domain(domains, "simplex"),
            shifted=_in_domain(domains, "sums-to-one"),
            equations=self.equations,
            sizes={letter: self._length(letter, dims) for letter in self.letters},
            dims=dims,
            functions={f: tuple(rng.uniform(0.4, 1.4, 4).round(2).tolist()) for f in functions},
            points=points,
            random=frozenset(random),
            independent=tuple(word for word in random if domains[word] == "independent"),
            weights=rng.uniform(0.2, 1.0, (points, ATOMS)).round(2),
        )

    def _domains(self, dims: Mapping[str, int], functions: Sequence[str]) -> dict[str, str]:
        """The domain of every name that is drawn: no index, no function, nothing that is given."""
        given = {name for name, _ in self.equations}
        drawn = sorted(self.names - given - {*functions, *self.letters})
        symbols = {word: self.symbols.find(word) for word in drawn}
        return {
            word: self._domain(word, symbol)
            for word, symbol in symbols.items()
            if symbol is not None or word not in dims
        }

    def _values(
        self,
        rng: Any,
        word: str,
        domain: str,
        dims: Mapping[str, int],
        extent: tuple[int, float],
    ) -> Array:
        points, spread = extent
        atoms = (ATOMS,) if self._is(word, "random") else ()
        shape = (points, *atoms, *(_size(dim, dims) for dim in self.shape(word)))
        if word in dims and len(shape) == 1:
            return np.full(shape, float(dims[word]))
        return _DRAWS[domain](rng, shape, spread)

    def _is(self, word: str, kind: str) -> bool:
        symbol = self.symbols.find(word)
        return symbol is not None and symbol.is_ == kind

    def _domain(self, word: str, symbol: Symbol | None) -> str:
        if any(word in reading.naturals for reading in self.readings):
            return "natural"
        if symbol is not None and symbol.is_ == "index":
            return "natural"
        return self.facts.domain(word, symbol)

    def _sizes(self, size: int | None) -> dict[str, int]:
        least = max((_largest_place(node) for node in self.nodes), default=1)
        names = self.dims()
        sizes = [size or SIZES[at % 6] for at in range(len(names))]
        return {dim: max(size, least) for dim, size in zip(names, sizes, strict=True)}

    def _length(self, letter: str, dims: Mapping[str, int]) -> int:
        for reading in self.readings:
            if letter in reading.ranges:
                return _size(reading.ranges[letter], dims)
        return 1


def _in_domain(domains: Mapping[str, str], domain: str) -> frozenset[str]:
    return frozenset(word for word, each in domains.items() if each == domain)


def _size(dim: str, dims: Mapping[str, int]) -> int:
    return int(dim) if dim.isdigit() else dims[dim]


def _largest_place(root: Node) -> int:
    """The largest number that indexes an array."""
    places = [arg for node in in_order(root) if node.op == "entry" for arg in node.args[1:]]
    return max((int(each.value or 0) for each in places if each.op == "number"), default=1)


def _real(rng: Any, shape: tuple[int, ...], spread: float) -> Array:
    low, high = np.array(_RANGES).T[:, np.arange(shape[0]) % len(_RANGES)]
    extra = (1,) * (len(shape) - 1)
    low, high = low.reshape(-1, *extra) * spread, high.reshape(-1, *extra) * spread
    return _plain(rng.uniform(low, high, shape))


def _plain(values: Array) -> Array:
    """Values with few digits and none of 0, 1 and −1, at which different formulas agree."""
    rounded = np.round(values, 2)
    return np.where(np.isin(np.abs(rounded), (0.0, 1.0)), rounded + 0.13, rounded)


def _positive(rng: Any, shape: tuple[int, ...], spread: float) -> Array:
    return np.abs(_plain(rng.uniform(0.1, 3.0 * spread, shape)))


def _unit(rng: Any, shape: tuple[int, ...], _spread: float) -> Array:
    return np.asarray(rng.uniform(0.06, 0.94, shape)).round(2)


def _natural(rng: Any, shape: tuple[int, ...], _spread: float) -> Array:
    return np.asarray(rng.integers(1, 7, shape), np.float64)


def _one_hot(rng: Any, shape: tuple[int, ...], _spread: float) -> Array:
    if len(shape) == 1:
        return np.asarray(rng.integers(0, 2, shape), np.float64)
    return np.asarray(np.eye(shape[-1])[rng.integers(0, shape[-1], shape[:-1])])


_DRAWS: Mapping[str, Callable[[Any, tuple[int, ...], float], Array]] = {
    "real": _real,
    "positive": _positive,
    "unit": _unit,
    "simplex": _unit,
    **dict.fromkeys(("sums-to-one", "independent"), _real),
    "natural": _natural,
    "one-hot": _one_hot,
}


def _smooth(numbers: Field, parts: tuple[float, ...]) -> Callable[[int, Array], Array]:
    """Some smooth function and its derivatives: a·sin(bx + c) + d·x²."""
    a, b, c, d = (numbers.number(each) for each in parts)

    def function(times: int, x: Array) -> Array:
        turn = numbers.rules["sin" if times % 2 == 0 else "cos"](b * x + c)
        sign = -1 if times % 4 in {2, 3} else 1
        tail = [d * x * x, 2 * d * x, 2 * d][times] if times < 3 else 0 * x
        return np.asarray(sign * a * b**times * turn + tail)

    return function
