"""The expression graph: immutable nodes, one object for each distinct expression.

Building the same expression twice gives the same node (hash-consing), so equality is identity,
a shared subexpression is evaluated once, and a node can be the key of a dictionary.

Leaves are `number` (value: int or float), `name` and `constant` (value: str). Every other node
has an operation and arguments: the operators of `OPERATORS`, or a function of `FUNCTIONS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from weakref import WeakValueDictionary

OPERATORS = frozenset(
    {
        *("add", "sub", "mul", "div", "floordiv", "mod", "pow", "neg"),
        *("lt", "le", "gt", "ge", "eq", "ne", "and", "or", "not"),
    }
)

FUNCTIONS: MappingProxyType[str, tuple[int, int | None]] = MappingProxyType(
    {
        **dict.fromkeys(("abs", "exp", "log", "log2", "log10", "sqrt", "tanh"), (1, 1)),
        **dict.fromkeys(("sin", "cos", "sigmoid", "relu", "erf"), (1, 1)),
        **dict.fromkeys(("floor", "ceil", "sign"), (1, 1)),
        "round": (1, 2),
        "min": (1, None),
        "max": (1, None),
        "if": (3, 3),
    }
)
"""Each function with the least and the greatest number of arguments (None: any)."""

CONSTANTS = frozenset({"pi", "e"})


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Node:
    """One operation on other nodes; made by `number`, `name`, `constant` and `apply` only."""

    op: str
    args: tuple[Node, ...] = ()
    value: int | float | str | None = None


_nodes: WeakValueDictionary[tuple[object, ...], Node] = WeakValueDictionary()


def _intern(op: str, args: tuple[Node, ...], value: float | str | None) -> Node:
    # The type and the text of a value keep 1, 1.0 and True apart, and 0.0 from -0.0.
    key = (op, args, type(value), repr(value))
    node = _nodes.get(key)
    if node is None:
        node = _nodes[key] = Node(op, args, value)
    return node


def number(value: float) -> Node:
    return _intern("number", (), value)


def name(value: str) -> Node:
    return _intern("name", (), value)


def constant(value: str) -> Node:
    assert value in CONSTANTS
    return _intern("constant", (), value)


def apply(op: str, *args: Node) -> Node:
    """An operator or a function on its arguments."""
    assert op in OPERATORS or op in FUNCTIONS
    return _intern(op, args, None)


def in_order(root: Node) -> list[Node]:
    """Every node under `root` once, arguments before what uses them; `root` is the last.

    Without recursion, so that a sum of a thousand terms is no deeper than one of two.
    """
    order: dict[Node, None] = {}
    stack = [root]
    while stack:
        node = stack[-1]
        missing = [arg for arg in node.args if arg not in order]
        if missing:
            stack.extend(missing)
            continue
        order[stack.pop()] = None
    return list(order)


def names_in(root: Node) -> frozenset[str]:
    """The names that an expression depends on."""
    return frozenset(str(node.value) for node in in_order(root) if node.op == "name")
