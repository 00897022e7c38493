"""An expression as a person writes it on paper, in Unicode: p₀₀ − ½·x̂₁², √(σ² + ε).

A name such as `x[0,1]` is an entry of an array and is shown as x₀₁. What has neither roots nor
entries nor fractions reads back through the formula reader as an equal expression; `expr.show`
is the text that reads back always, and as the same node.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from types import MappingProxyType

from dlprep.expr.graph import Node, in_order
from dlprep.expr.show import ATOM, INFIX

Shown = tuple[str, int]
More = Callable[[Node, list[Shown]], Shown | None]

_SUBSCRIPTS = str.maketrans("0123456789k", "₀₁₂₃₄₅₆₇₈₉ₖ")
_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_SIGNS = MappingProxyType(
    {"mul": "·", "div": "/", "sub": "−", "le": "≤", "ge": "≥", "ne": "≠", "eq": "="}
)
_FRACTIONS = MappingProxyType(
    {
        Fraction(1, 2): "½",
        Fraction(1, 3): "⅓",
        Fraction(2, 3): "⅔",
        Fraction(1, 4): "¼",
        Fraction(3, 4): "¾",
        Fraction(1, 5): "⅕",
    }
)
_GREEK = "alpha α beta β gamma γ delta δ epsilon ε eta η theta θ lambda λ mu μ sigma σ"
_LETTERS = MappingProxyType(
    {
        **dict(zip(_GREEK.split()[::2], _GREEK.split()[1::2], strict=True)),
        **dict.fromkeys(("xhat", "x_hat", "x_norm", "xnorm"), "x̂"),
        **dict.fromkeys(("yhat", "y_hat"), "ŷ"),
        "eps": "ε",
        "lam": "λ",
        "beta1": "β₁",
        "beta2": "β₂",
    }
)
ENTRY = re.compile(r"(?P<array>[^\[\]]+)\[(?P<index>[0-9k+,]+)\]")
_CALLS = MappingProxyType({"sigmoid": "σ", "log": "ln"})
_SUM, _PRODUCT = INFIX["add"][1], INFIX["mul"][1]


def pretty(root: Node, more: More | None = None) -> str:
    """The expression in mathematical notation; `more` is asked first how a node is shown."""
    shown: dict[Node, Shown] = {}
    for node in in_order(root):
        args = [shown[arg] for arg in node.args]
        shown[node] = (more and more(node, args)) or _pretty(node, args)
    return shown[root][0]


def operations(root: Node) -> int:
    """How many operations the written expression has, each repetition counted."""
    counts: dict[Node, int] = {}
    for node in in_order(root):
        counts[node] = bool(node.args) + sum(counts[arg] for arg in node.args)
    return counts[root]


def letter(name: str) -> str:
    """A name as it is shown: `x_hat[0,1]` as x̂₀₁, `gamma` as γ, `p[10,2]` as p[10,2]."""
    match = ENTRY.fullmatch(name)
    if match is None:
        part = name.rpartition(".")[2]  # `config.eps` is called eps
        word = part if part.isidentifier() else name
        return _LETTERS.get(word, word)
    array, index = letter(match["array"]), match["index"].split(",")
    if any(len(each) > 1 for each in index) or array[-1:].isdigit():
        return f"{array}[{', '.join(index)}]"
    return array + "".join(index).translate(_SUBSCRIPTS)


def _pretty(node: Node, args: list[Shown]) -> Shown:  # noqa: PLR0911 - a table
    match node.op:
        case "number":
            return _number(node.value)
        case "name":
            return letter(str(node.value)), ATOM
        case "constant":
            return ("π" if node.value == "pi" else "e"), ATOM
        case "neg":
            return f"−{within(args[0], _PRODUCT)}", _SUM
        case "pow":
            return _power(args[0], node.args[1], args[1])
        case "sqrt":
            return f"√{within(args[0], ATOM)}", ATOM - 1
        case "abs":
            return f"|{args[0][0]}|", ATOM
        case op if op in INFIX:
            return _infix(op, *args)
        case op:
            return f"{_CALLS.get(op, op)}({', '.join(text for text, _ in args)})", ATOM


def _number(value: object) -> Shown:
    if isinstance(value, Fraction):
        if value in _FRACTIONS:
            return _FRACTIONS[value], ATOM - 1
        return str(value).replace("-", "−"), _SUM if value < 0 else _PRODUCT
    text = f"{value:.6g}" if isinstance(value, float) else str(value)
    return text.replace("-", "−", 1), _SUM if text.startswith("-") else ATOM


def _power(base: Shown, exponent: Node, shown: Shown) -> Shown:
    power = INFIX["pow"][1]
    if isinstance(exponent.value, int):
        return within(base, ATOM) + str(exponent.value).translate(_SUPERSCRIPTS), power
    return f"{within(base, ATOM)}^{within(shown, ATOM)}", power


def _infix(op: str, left: Shown, right: Shown) -> Shown:
    sign, power = INFIX[op]
    sign = _SIGNS.get(op, sign)
    glue = sign if power == _PRODUCT and op in _SIGNS else f" {sign} "
    left_power = power + (power == INFIX["lt"][1])
    # A product may stand to the right of a product, but not below a fraction.
    right_power = power if op in {"mul", "add"} else power + 1
    if op == "mul" and "/" in right[0]:
        right_power = power + 1
    return f"{within(left, left_power)}{glue}{within(right, right_power)}", power


def within(shown: Shown, power: int) -> str:
    text, own = shown
    return text if own >= power else f"({text})"
