"""Graphs as plain arrays: there and back, and nothing else is taken for one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from dlprep.expr.graph import name
from dlprep.formula.reader import read_expression
from dlprep.trace import packed
from dlprep.trace.packed import ARITY, PackedError, pack_graph, unpack_graph

VARIABLES = [name("x[0]"), name("y")]


def a_graph() -> packed.Packed:
    nodes = [VARIABLES[0], read_expression("exp(-z)*2/3 + z**2 + pi", {"z"})]
    graph, _ = pack_graph(nodes, {VARIABLES[0]: 0, name("z"): 1})
    return graph


@pytest.mark.parametrize("text", ["x", "x*y - x/y + 3", "exp(-x**2)/sqrt(pi)", "x < y", "7"])
def test_there_and_back_is_the_same_node(text: str) -> None:
    """Hash-consing makes it the very same object."""
    node = read_expression(text, {"x", "y"})
    order = {name("x"): 0, name("y"): 1}
    graph, rows = pack_graph([node], order)
    assert unpack_graph(graph, list(order))[rows[node]] is node


def test_only_whitelisted_operations_cross() -> None:
    """What a trace is not made of cannot be packed, and has no number to be unpacked by."""
    assert "relu" not in ARITY
    with pytest.raises(KeyError):
        pack_graph([read_expression("relu(x)", {"x"})], {name("x"): 0})


def test_a_huge_graph_is_not_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is said, not exceeded."""
    monkeypatch.setattr(packed, "MOST_NODES", 3)
    with pytest.raises(PackedError, match="too large"):
        pack_graph([read_expression("x*y + x", {"x", "y"})], {})


def changed(**arrays: object) -> Callable[[], object]:
    return lambda: {**a_graph(), **arrays}


def with_row(key: str, row: int, value: object) -> Callable[[], object]:
    def make() -> object:
        graph: dict[str, Any] = a_graph()
        graph[key][row] = value
        return graph

    return make


@pytest.mark.parametrize(
    ("graph", "what"),
    [
        pytest.param(lambda: None, "arrays", id="nothing"),
        pytest.param(lambda: {"ops": [1, 2]}, "arrays", id="lists"),
        pytest.param(changed(ops=np.zeros(3)), "arrays", id="floats for operations"),
        pytest.param(changed(ops=np.zeros((2, 2), np.int16)), "arrays", id="two axes"),
        pytest.param(changed(args=np.zeros((1, 2), np.int32)), "arrays", id="other lengths"),
        pytest.param(changed(numbers="x"), "arrays", id="text"),
        pytest.param(with_row("ops", 0, 99), "operation", id="unknown operation"),
        pytest.param(with_row("ops", 0, -1), "operation", id="negative operation"),
        pytest.param(with_row("args", -1, 40), "argument", id="argument beyond the end"),
        pytest.param(with_row("args", -1, -1), "argument", id="no argument"),
        pytest.param(with_row("numbers", 0, 7.0), "name", id="variable that is not there"),
        pytest.param(with_row("numbers", 0, 0.5), "name", id="half a variable"),
        pytest.param(with_row("numbers", 0, np.nan), "name", id="nan for a variable"),
    ],
)
def test_what_is_no_graph_is_refused(graph: Callable[[], object], what: str) -> None:
    """Types, shapes, operations, the order of rows and variables are all checked."""
    with pytest.raises(PackedError, match=what):
        unpack_graph(graph(), VARIABLES)


def test_a_node_may_not_use_itself_or_a_later_one() -> None:
    """So a graph has no cycles and is read in one pass."""
    graph = a_graph()
    last = len(graph["ops"]) - 1
    graph["args"][last] = last
    with pytest.raises(PackedError, match="argument"):
        unpack_graph(graph, VARIABLES)
