"""What is seen of a traced program: expressions for its outputs and for its functions' locals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any

import numpy as np

from dlprep.check.symbols.points import Points, same
from dlprep.expr.graph import Node
from dlprep.model.value import dataclass
from dlprep.sandbox.frames import Array, Value
from dlprep.sandbox.traced import MOST_HELD, MOST_RETURNS, TracedRun
from dlprep.trace.load import symbols_in
from dlprep.trace.packed import PackedError, unpack_graph

Nodes = Array  # of objects, each an expression
Held = dict[str, Nodes]


@dataclass(frozen=True, slots=True)
class State:
    """A value that a line of a program gave to a name."""

    word: str
    line: int
    nodes: Nodes


@dataclass(frozen=True, slots=True)
class Frame:
    """A function that has returned: its locals then, and what they were on the way, in order."""

    function: str
    held: Held
    states: tuple[State, ...]


_NOTHING = Frame("", {}, ())


@dataclass(frozen=True, slots=True)
class Sight:
    """Outputs by path (`grads.W1`), and the functions that returned, in order; `assumptions` are
    comparisons that the program followed."""

    outputs: Held
    frames: tuple[Frame, ...]
    assumptions: Sequence[Node]

    def frame(self, function: str) -> Frame:
        """A function that returned once; nothing is said of one that was called several times."""
        found = [frame for frame in self.frames if frame.function == function]
        return found[0] if len(found) == 1 else _NOTHING


def sight_of(run: TracedRun) -> Sight:
    """What is seen of a program traced in this process."""
    frames = (
        Frame(each.function, _read(each.held, _nodes), _states(_read(each.states, _nodes)))
        for each in run.returned
    )
    return Sight(_read(run.outputs, _nodes), tuple(frames), tuple(run.tape.assumptions))


def sight_from(value: Value, variables: Sequence[Node]) -> Sight:
    """What a child says it saw; nothing in it is trusted beyond its form. Raises `PackedError`."""
    match value:
        case {
            "graph": graph,
            "outputs": dict(outputs),
            "functions": list(functions),
            "held": list(held),
            "states": list(states),
            "assumptions": assumed,
        } if len(functions) == len(held) == len(states) <= MOST_RETURNS:
            nodes = unpack_graph(graph, variables)
            read = partial(_rows_read, nodes=nodes)
            frames = (
                Frame(_word(name), _read(each, read), _states(_read(on_the_way, read)))
                for name, each, on_the_way in zip(functions, held, states, strict=True)
            )
            return Sight(_read(outputs, read), tuple(frames), _at(assumed, nodes).ravel().tolist())
    raise PackedError("sight")


def _word(value: Value) -> str:
    if not isinstance(value, str) or not value.isidentifier():
        raise PackedError("name")
    return value


def _states(named: Held) -> tuple[State, ...]:
    """`dx@12` as a state; raises `PackedError` for another key."""
    states: list[State] = []
    for key, nodes in named.items():
        word, _, line = key.partition("@")
        if not line.isdecimal():
            raise PackedError("state")
        states.append(State(_word(word), int(line), nodes))
    return tuple(states)


def _read(value: Value, read: Callable[[Any], Nodes | None]) -> Held:
    """The arrays of a tree by their paths, as many as can matter."""
    return dict(islice(_leaves(value, read), MOST_HELD))


def _rows_read(rows: Value, nodes: Sequence[Node]) -> Nodes | None:
    """The expressions in rows of a graph; None stands for what is no traced number."""
    return None if rows is None else _at(rows, nodes)


def _leaves(
    value: Any, read: Callable[[Any], Nodes | None], path: str = ""
) -> Iterator[tuple[str, Nodes]]:
    """The arrays of a tree by their paths; what is no array is left out."""
    match value:
        case dict():
            pairs = [(str(key), each) for key, each in value.items()]
        case list() | tuple():
            pairs = [(str(key), each) for key, each in enumerate(value)]
        case _:
            nodes = read(value)
            if nodes is not None:
                yield path, nodes
            return
    for key, each in pairs:
        yield from _leaves(each, read, f"{path}.{key}" if path else key)


def _nodes(value: Any) -> Nodes | None:
    """The expressions of a traced value, in its shape."""
    symbols = symbols_in(value)
    return _array([each.node for each in symbols], np.shape(value)) if symbols else None


def _at(rows: Value, nodes: Sequence[Node]) -> Nodes:
    """The expressions in those rows of the graph."""
    if not isinstance(rows, np.ndarray) or rows.dtype != np.int32:
        raise PackedError("rows")
    if rows.size and not (rows.min() >= 0 and rows.max() < len(nodes)):
        raise PackedError("row")
    return _array([nodes[row] for row in rows.ravel()], rows.shape)


def _array(nodes: Sequence[Node], shape: tuple[int, ...]) -> Nodes:
    made = np.empty(len(nodes), object)
    made[:] = nodes
    return made.reshape(shape)


def agreeing(points: Points, a: Nodes, b: Nodes) -> Array:
    """Entry by entry, whether two arrays of expressions of one shape are equal."""
    rows = points.values([*a.ravel(), *b.ravel()])
    return np.asarray(same(rows[: a.size], rows[a.size :])).reshape(a.shape)


def equal(points: Points, a: Nodes, b: Nodes) -> bool:
    """Whether two arrays of expressions are the same at all points."""
    return a.shape == b.shape and bool(agreeing(points, a, b).all())
