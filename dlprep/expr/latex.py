r"""An expression in LaTeX: \frac{p_{00}}{2}, \sqrt{\sigma^{2} + \epsilon}."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from types import MappingProxyType

from dlprep.expr.graph import Node, in_order
from dlprep.expr.show import ATOM, INFIX

Shown = tuple[str, int]
More = Callable[[Node, list[Shown]], Shown | None]

_SIGNS = MappingProxyType(
    {
        "add": "+",
        "sub": "-",
        "mul": r"\cdot",
        "mod": r"\bmod",
        "lt": "<",
        "gt": ">",
        "le": r"\le",
        "ge": r"\ge",
        "eq": "=",
        "ne": r"\ne",
        "and": r"\land",
        "or": r"\lor",
    }
)
_GREEK = frozenset(
    ("alpha", "beta", "gamma", "delta", "epsilon", "eta", "theta", "lambda", "mu", "sigma")
)
_LETTERS = MappingProxyType(
    {
        **dict.fromkeys(("xhat", "x_hat", "x_norm", "xnorm"), r"\hat{x}"),
        **dict.fromkeys(("yhat", "y_hat"), r"\hat{y}"),
        "eps": r"\epsilon",
        "lam": r"\lambda",
    }
)
_KNOWN = frozenset(("exp", "log", "tanh", "sin", "cos", "sinh", "cosh", "min", "max"))
_ENTRY = re.compile(r"(?P<array>[^\[\]]+)\[(?P<index>[0-9,]+)\]")
_SUM, _PRODUCT, _POWER = INFIX["add"][1], INFIX["mul"][1], INFIX["pow"][1]


def latex(root: Node, more: More | None = None) -> str:
    """The expression in LaTeX, without dollar signs; `more` is asked first about each node."""
    shown: dict[Node, Shown] = {}
    for node in in_order(root):
        args = [shown[arg] for arg in node.args]
        shown[node] = (more and more(node, args)) or _latex(node, args)
    return shown[root][0]


def _latex(node: Node, args: list[Shown]) -> Shown:  # noqa: PLR0911 - a table
    match node.op:
        case "number":
            return _number(node.value)
        case "name":
            return _name(str(node.value)), ATOM
        case "constant":
            return (r"\pi" if node.value == "pi" else "e"), ATOM
        case "neg":
            return f"-{within(args[0], _PRODUCT)}", _SUM
        case "div":
            return rf"\frac{{{args[0][0]}}}{{{args[1][0]}}}", ATOM
        case "floordiv":
            return rf"\left\lfloor \frac{{{args[0][0]}}}{{{args[1][0]}}} \right\rfloor", ATOM
        case "pow":
            return f"{within(args[0], ATOM)}^{{{args[1][0]}}}", _POWER
        case op if op in _SIGNS:
            return _infix(op, *args)
        case op:
            return _call(op, [text for text, _ in args]), ATOM


def _call(op: str, args: list[str]) -> str:
    inside = ", ".join(args)
    match op:
        case "sqrt":
            return rf"\sqrt{{{inside}}}"
        case "abs":
            return rf"\left|{inside}\right|"
        case "sigmoid":
            return rf"\sigma\left({inside}\right)"
        case "not":
            return rf"\lnot \left({inside}\right)"
    name = rf"\{op}" if op in _KNOWN else rf"\operatorname{{{op}}}"
    return rf"{name}\left({inside}\right)"


def _number(value: object) -> Shown:
    if isinstance(value, Fraction):
        sign = "-" if value < 0 else ""
        text = rf"{sign}\frac{{{abs(value.numerator)}}}{{{value.denominator}}}"
        return text, _SUM if sign else ATOM
    text = f"{value:.6g}" if isinstance(value, float) else str(value)
    mantissa, e, exponent = text.partition("e")
    if e:
        return rf"{mantissa} \cdot 10^{{{int(exponent)}}}", _SUM if value < 0 else _PRODUCT  # type: ignore[operator]
    return text.replace("inf", r"\infty"), _SUM if text.startswith("-") else ATOM


def _name(name: str) -> str:
    match = _ENTRY.fullmatch(name)
    if match is not None:
        index = match["index"].split(",")
        glue = "," if any(len(each) > 1 for each in index) else ""
        return f"{_name(match['array'])}_{{{glue.join(index)}}}"
    if name in _LETTERS:
        return _LETTERS[name]
    if name in _GREEK:
        return rf"\{name}"
    if len(name) == 1:
        return name
    escaped = name.replace("_", r"\_")
    return rf"\mathrm{{{escaped}}}"


def _infix(op: str, left: Shown, right: Shown) -> Shown:
    power = INFIX[op][1]
    right_power = power if op in {"mul", "add"} else power + 1
    left_power = power + (power == INFIX["lt"][1])
    return f"{within(left, left_power)} {_SIGNS[op]} {within(right, right_power)}", power


def within(shown: Shown, power: int) -> str:
    text, own = shown
    return text if own >= power else rf"\left({text}\right)"
