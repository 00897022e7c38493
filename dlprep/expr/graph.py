"""The expression graph: immutable nodes, one object for each distinct expression.

Building the same expression twice gives the same node (hash-consing), so equality is identity,
a shared subexpression is evaluated once, and a node can be the key of a dictionary.

Leaves are `number` (value: int, float or Fraction), `name` and `constant` (value: str). Every
other node has an operation and arguments: the operators of `OPERATORS`, a function of
`FUNCTIONS`, or one of `ARRAYS`, which only typed formulas have and `expr.tensors` evaluates.
`apply` builds exactly what it is told; `expr.fold` builds and folds.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from fractions import Fraction  # whoever makes one has imported it; the quiz need not

OPERATORS = frozenset(
    {
        *("add", "sub", "mul", "div", "floordiv", "mod", "pow", "neg"),
        *("lt", "le", "gt", "ge", "eq", "ne", "and", "or", "not"),
    }
)

FUNCTIONS: MappingProxyType[str, tuple[int, int | None]] = MappingProxyType(
    {
        **dict.fromkeys(("abs", "exp", "log", "log2", "log10", "sqrt", "tanh"), (1, 1)),
        **dict.fromkeys(("expm1", "log1p", "sin", "cos", "sinh", "cosh"), (1, 1)),
        **dict.fromkeys(("sigmoid", "softplus", "relu", "erf"), (1, 1)),
        **dict.fromkeys(("floor", "ceil", "sign"), (1, 1)),
        "round": (1, 2),
        "min": (1, None),
        "max": (1, None),
        "if": (3, 3),
    }
)
"""Each function with the least and the greatest number of arguments (None: any)."""

ARRAYS: MappingProxyType[str, tuple[int, int | None]] = MappingProxyType(
    {
        # An entry of an array; a quantity over all values of an index: its
        # arguments are body, index and either a dimension or the least and the greatest value.
        "entry": (2, None),
        **dict.fromkeys(("over_sum", "over_prod", "over_max", "over_min"), (3, 4)),
        # Products and other linear algebra; a vector and its transpose have the same values.
        **dict.fromkeys(("matmul", "outer"), (2, 2)),
        **dict.fromkeys(("transpose", "trace", "det", "inv", "diag", "eye", "ones"), (1, 1)),
        "norm": (1, 2),
        # Along an axis, or over all entries: array, axis, whether the axis stays with size 1.
        **dict.fromkeys(("sum", "prod", "mean", "var", "amax", "amin"), (1, 3)),
        **dict.fromkeys(("softmax", "log_softmax", "logsumexp"), (1, 2)),
        "newaxis": (2, 2),
        # Elementwise, beyond what questions in YAML calculate with.
        **dict.fromkeys(("silu", "gelu", "normal_cdf", "tan", "arctan"), (1, 1)),
        "leaky_relu": (2, 2),
        "call": (3, 3),  # the n-th derivative of a function at a place: function, n, place
        # Over the atoms of a random experiment.
        "expect": (1, 1),
        # An array by its entries: the entry, then each index with what it runs over. A derivative:
        # what is differentiated, and the name by which; its axes are those of both.
        "table": (3, None),
        "slope": (2, 2),
    }
)
"""Operations that give or take arrays, with the least and the greatest number of arguments."""

CONSTANTS = frozenset({"pi", "e"})


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Node:
    """One operation on other nodes; made by `number`, `name`, `constant` and `apply` only."""

    op: str
    args: tuple[Node, ...] = ()
    value: int | float | Fraction | str | None = None


_nodes: WeakValueDictionary[tuple[object, ...], Node] = WeakValueDictionary()


def _intern(key: tuple[object, ...], op: str, args: tuple[Node, ...], value: object) -> Node:
    node = _nodes.get(key)
    if node is None:
        node = _nodes[key] = Node(op, args, value)  # type: ignore[arg-type]
    return node


def number(value: float | Fraction) -> Node:
    """A number; a fraction with denominator 1 becomes a whole number."""
    if not isinstance(value, int | float) and value.denominator == 1:
        value = value.numerator
    # The type and the text of a value keep 1, 1.0 and True apart, and 0.0 from -0.0.
    return _intern(("number", type(value), repr(value)), "number", (), value)


def name(value: str) -> Node:
    return _intern(("name", value), "name", (), value)


def constant(value: str) -> Node:
    assert value in CONSTANTS
    return _intern(("constant", value), "constant", (), value)


def apply(op: str, *args: Node) -> Node:
    """An operator or a function on its arguments."""
    assert op in OPERATORS or op in FUNCTIONS or op in ARRAYS
    return _intern((op, args), op, args, None)


def in_order(*roots: Node, known: Container[Node] = ()) -> list[Node]:
    """Every node under `roots` once, arguments before what uses them; the last root is the
    last, unless another root uses it. What is `known` is left out, with what only it uses.

    Without recursion, so that a sum of a thousand terms is no deeper than one of two.
    """
    order: dict[Node, None] = {}
    stack = list(reversed(roots))
    while stack:
        node = stack[-1]
        missing = [arg for arg in node.args if arg not in order and arg not in known]
        if missing:
            stack.extend(missing)
            continue
        stack.pop()
        if node not in known:
            order[node] = None
    return list(order)


def names_in(*roots: Node) -> frozenset[str]:
    """The names that expressions depend on."""
    return frozenset(str(node.value) for node in in_order(*roots) if node.op == "name")
