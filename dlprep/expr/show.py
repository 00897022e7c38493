"""An expression as text that reads back as the same expression."""

from __future__ import annotations

from types import MappingProxyType

from dlprep.expr.graph import Node, in_order

ATOM = 100

INFIX: MappingProxyType[str, tuple[str, int]] = MappingProxyType(
    {
        "or": ("or", 10),
        "and": ("and", 20),
        "lt": ("<", 40),
        "le": ("<=", 40),
        "gt": (">", 40),
        "ge": (">=", 40),
        "eq": ("==", 40),
        "ne": ("!=", 40),
        "add": ("+", 50),
        "sub": ("-", 50),
        "mul": ("*", 60),
        "div": ("/", 60),
        "floordiv": ("//", 60),
        "mod": ("%", 60),
        "pow": ("**", 80),
    }
)
"""Each infix operation with its sign and how tightly it binds; the reader uses the same table."""

PREFIX: MappingProxyType[str, tuple[str, int]] = MappingProxyType(
    {"not": ("not ", 30), "neg": ("-", 70)}
)

Shown = tuple[str, int]


def show(root: Node) -> str:
    """The expression in the scalar dialect, with no more parentheses than it needs."""
    shown: dict[Node, Shown] = {}
    for node in in_order(root):
        shown[node] = _show(node, [shown[arg] for arg in node.args])
    return shown[root][0]


def _show(node: Node, args: list[Shown]) -> Shown:
    if node.value is not None:
        return str(node.value), ATOM
    if node.op in PREFIX:
        sign, power = PREFIX[node.op]
        return sign + _within(args[0], power), power
    if node.op in INFIX:
        return _show_infix(node.op, *args)
    return f"{node.op}({', '.join(text for text, _ in args)})", ATOM


def _show_infix(op: str, left: Shown, right: Shown) -> Shown:
    sign, power = INFIX[op]
    # Equal powers group to the left, except ** to the right; comparisons chain, so both sides.
    left_power = power + (op == "pow" or power == 40)
    right_power = PREFIX["neg"][1] if op == "pow" else power + 1
    glue = sign if op == "pow" else f" {sign} "
    return f"{_within(left, left_power)}{glue}{_within(right, right_power)}", power


def _within(shown: Shown, power: int) -> str:
    text, own = shown
    return text if own >= power else f"({text})"
