"""A formula as it was understood, in Unicode and in LaTeX: people must see what was read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from math import inf
from types import MappingProxyType
from unicodedata import normalize

from dlprep.expr import latex as tex
from dlprep.expr.graph import Node
from dlprep.expr.latex import latex
from dlprep.expr.pretty import Shown, pretty, within
from dlprep.expr.show import ATOM, INFIX
from dlprep.formula.alphabet import ACCENTS, GREEK, SUBSCRIPTS, SUPERSCRIPTS
from dlprep.formula.read import Reading

_PRODUCT, _POWER = INFIX["mul"][1], INFIX["pow"][1]
_UNDER = {plain: chr(code) for code, plain in SUBSCRIPTS.items()}
_ABOVE = {plain: chr(code) for code, plain in SUPERSCRIPTS.items() if not plain.isdigit()}
_ABOVE |= dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
_ALONG = (*("sum", "prod", "mean", "var", "amax", "amin", "softmax", "logsumexp", "log_softmax"),)
_OVER = {"over_sum": "Σ", "over_prod": "Π", "over_max": "max", "over_min": "min"}
_LATEX_OVER = {"over_sum": r"\sum", "over_prod": r"\prod", "over_max": r"\max", "over_min": r"\min"}
_CALLED = {"amax": "max", "amin": "min", "normal_cdf": "Φ", "expect": "E", "sum": "sum"}
_COMMANDS = {letter: rf"\{word}" for word, letter in list(GREEK.items())[::-1] if len(word) > 1}
_NAME = re.compile(
    r"(?P<base>[^_^']+)(?:_\{?(?P<sub>[^}^']*)\}?)?(?:\^(?P<label>[^']+))?(?P<primes>'*)"
)


def unicode_text(reading: Reading) -> str:
    """The formula as on paper: (2/N)·Xᵀ(Xw − y)."""

    def shown(node: Node, args: list[Shown]) -> Shown | None:
        if node.op == "mul" and all(_is_array(arg, reading) for arg in node.args):
            return _infix("⊙", args)
        if node.op == "abs" and _is_array(node, reading):
            return f"abs({args[0][0]})", ATOM
        rule = UNICODE.get(node.op)
        return rule(node, args) if rule else None

    return pretty(reading.node, shown)


def part_text(part: Node, reading: Reading) -> str:
    """A part of a formula, or what is made of parts of it, in Unicode."""
    return unicode_text(replace(reading, node=part))


def latex_text(reading: Reading) -> str:
    """The formula in LaTeX, without dollar signs."""

    def shown(node: Node, args: list[Shown]) -> Shown | None:
        if node.op == "mul" and all(_is_array(arg, reading) for arg in node.args):
            return _tex_infix(r" \odot ", args)
        if node.op == "abs" and _is_array(node, reading):
            return rf"\operatorname{{abs}}\left({args[0][0]}\right)", ATOM
        if node.op == "matmul" and all(_is_vector(arg, reading) for arg in node.args):
            return _tex_infix(r" \cdot ", args)
        rule = LATEX.get(node.op)
        return rule(node, args) if rule else None

    return latex(reading.node, shown)


def _is_array(node: Node, reading: Reading) -> bool:
    kind = reading.kinds.get(node)
    return kind is not None and bool(kind.dims)


def _is_vector(node: Node, reading: Reading) -> bool:
    kind = reading.kinds.get(node)
    return kind is not None and len(kind.dims) == 1


def _infix(sign: str, args: list[Shown]) -> Shown:
    return f"{within(args[0], _PRODUCT)} {sign} {within(args[1], _PRODUCT + 1)}", _PRODUCT


def _called(node: Node, args: list[Shown]) -> Shown:
    return f"{_CALLED[node.op]}({args[0][0]})", ATOM


def _along(node: Node, args: list[Shown]) -> Shown:
    return f"{_CALLED.get(node.op, node.op)}({args[0][0]}{_axis(node)})", ATOM


def _axis(node: Node) -> str:
    axis = f", axis={node.args[1].value}" if len(node.args) > 1 else ""
    return axis + (", keepdims=True" if len(node.args) > 2 else "")


def _over(node: Node, args: list[Shown]) -> Shown:
    """Σₖ and the product that follows; bounds where they were given."""
    letter = str(node.args[1].value)
    limits = f"_{{{letter}={args[2][0]}}}^{{{args[3][0]}}}" if len(args) == 4 else _sub(letter)
    return f"{_OVER[node.op]}{limits} {within(args[0], _PRODUCT)}", _PRODUCT


def _outer(node: Node, args: list[Shown]) -> Shown:
    """P pᵀ."""
    if node.args[1].op == "transpose":
        return f"{within(args[0], ATOM)} {within(args[1], ATOM)}", _PRODUCT
    return f"outer({args[0][0]}, {args[1][0]})", ATOM


def _tex_outer(node: Node, args: list[Shown]) -> Shown:
    turned = "" if node.args[1].op == "transpose" else r"^\top"
    return f"{tex.within(args[0], ATOM)} {tex.within(args[1], _POWER)}{turned}", _PRODUCT


def _with_axis(node: Node, args: list[Shown]) -> Shown:
    before = ":, " * _count(node.args[1])
    return f"{within(args[0], ATOM)}[{before}None]", ATOM


def _norm(node: Node, args: list[Shown]) -> Shown:
    return f"‖{args[0][0]}‖{ {1.0: '₁', inf: '_∞'}.get(_order(node), '') }", ATOM


def _order(node: Node) -> float:
    return float(node.args[1].value or 2) if len(node.args) > 1 else 2.0


def _primed(node: Node, args: list[Shown]) -> Shown:
    word = str(node.args[0].value)
    name = "σ" if word == "sigmoid" else word
    return f"{name}{'′' * _count(node.args[1])}({args[2][0]})", ATOM


def _count(node: Node) -> int:
    return int(node.value or 0)


def _filled(node: Node, _: list[Shown]) -> Shown:
    dim = str(node.args[0].value)
    sign = "I" if node.op == "eye" else "𝟏"
    return sign + ("" if dim == "?" else _sub(dim.replace("#", ""))), ATOM


def _delta(node: Node, args: list[Shown]) -> Shown | None:
    named = node.args[0].op == node.args[1].op == "name"
    return (f"δ{_sub(args[0][0] + args[1][0])}", ATOM) if named else None


def _sub(text: str) -> str:
    """A subscript in small letters where Unicode has all of them."""
    plain = text.replace(" ", "").replace("−", "-")
    parts = plain.split(",")
    joined = "".join(parts) if all(len(part) == 1 for part in parts) else plain
    if all(letter in _UNDER for letter in joined) and (len(joined) < 4 or not joined.isalpha()):
        return "".join(_UNDER[letter] for letter in joined)
    return f"_{joined}" if len(joined) == 1 or joined.isalpha() else f"_{{{joined}}}"


def _label(text: str) -> str:
    """A superscript that labels: W⁽ˡ⁾."""
    if all(letter in _ABOVE for letter in text):
        return "".join(_ABOVE[letter] for letter in text)
    return f"^{{{text}}}"


def _name(word: str) -> str:
    found = _NAME.fullmatch(word)
    if found is None or word.startswith("∇"):
        return word
    label = _label(found["label"]) if found["label"] else ""
    sub = _sub(found["sub"]) if found["sub"] else ""
    return found["base"] + sub + label + "′" * len(found["primes"])


def _tex_infix(sign: str, args: list[Shown]) -> Shown:
    return f"{tex.within(args[0], _PRODUCT)}{sign}{tex.within(args[1], _PRODUCT + 1)}", _PRODUCT


def _tex_over(node: Node, args: list[Shown]) -> Shown:
    texts = [text for text, _ in args]
    limits = f"{{{texts[1]}}}"
    if len(texts) == 4:
        limits = f"{{{texts[1]}={texts[2]}}}^{{{texts[3]}}}"
    return rf"{_LATEX_OVER[node.op]}_{limits} {tex.within(args[0], _PRODUCT)}", _PRODUCT


def _tex_primed(node: Node, args: list[Shown]) -> Shown:
    word = str(node.args[0].value)
    name = r"\sigma" if word == "sigmoid" else _latex_name(word)
    return rf"{name}{chr(39) * _count(node.args[1])}\left({args[2][0]}\right)", ATOM


def _tex_norm(node: Node, args: list[Shown]) -> Shown:
    order = {1.0: "_1", inf: r"_\infty"}.get(_order(node), "")
    return rf"\left\|{args[0][0]}\right\|{order}", ATOM


def _tex_delta(node: Node, args: list[Shown]) -> Shown | None:
    named = node.args[0].op == node.args[1].op == "name"
    return (rf"\delta_{{{args[0][0]}{args[1][0]}}}", ATOM) if named else None


def _tex_along(node: Node, args: list[Shown]) -> Shown:
    word = _CALLED.get(node.op, node.op)
    return rf"\operatorname{{{word}}}\left({args[0][0]}{_axis(node)}\right)", ATOM


def _tex_called(node: Node, args: list[Shown]) -> Shown:
    return rf"\operatorname{{{_CALLED[node.op]}}}\left({args[0][0]}\right)", ATOM


def _latex_name(word: str) -> str:
    found = _NAME.fullmatch(word)
    if found is None:
        return word
    label = f"^{{{found['label']}}}" if found["label"] else ""
    sub = f"_{{{_letters(found['sub'])}}}" if found["sub"] else ""
    return _letters(found["base"]) + sub + label + found["primes"]


def _letters(text: str) -> str:
    parts: list[str] = []
    for letter in normalize("NFD", text):
        accent = next((word for word, mark in ACCENTS.items() if mark == letter), None)
        if accent and parts:
            parts[-1] = rf"\{accent}{{{parts[-1]}}}"
        else:
            parts.append(_COMMANDS.get(letter, letter))
    return " ".join(parts) if any(part.startswith("\\") for part in parts) else "".join(parts)


Rule = Callable[[Node, list[Shown]], Shown | None]
UNICODE: MappingProxyType[str, Rule] = MappingProxyType(
    {
        "name": lambda node, _: (_name(str(node.value)), ATOM),
        "entry": lambda _, args: (
            within(args[0], ATOM) + _sub(",".join(text for text, _ in args[1:])),
            ATOM,
        ),
        "slope": lambda _, args: (f"∂{within(args[0], ATOM)}/∂{args[1][0]}", ATOM),
        **dict.fromkeys(_OVER, _over),
        "transpose": lambda _, args: (f"{within(args[0], ATOM)}ᵀ", ATOM),
        "inv": lambda _, args: (f"{within(args[0], ATOM)}⁻¹", ATOM),
        "newaxis": _with_axis,
        "matmul": lambda _, args: _infix("@", args),
        "outer": _outer,
        "norm": _norm,
        "call": _primed,
        **dict.fromkeys(("eye", "ones"), _filled),
        **dict.fromkeys(_ALONG, _along),
        **dict.fromkeys(("normal_cdf", "expect"), _called),
        "eq": _delta,
    }
)
LATEX: MappingProxyType[str, Rule] = MappingProxyType(
    {
        "name": lambda node, _: (_latex_name(str(node.value)), ATOM),
        "entry": lambda _, args: (
            f"{tex.within(args[0], ATOM)}_{{{','.join(text for text, _ in args[1:])}}}",
            ATOM,
        ),
        "slope": lambda _, args: (
            rf"\frac{{\partial {tex.within(args[0], ATOM)}}}{{\partial {args[1][0]}}}",
            ATOM,
        ),
        **dict.fromkeys(_OVER, _tex_over),
        "transpose": lambda _, args: (rf"{tex.within(args[0], ATOM)}^\top", _POWER),
        "inv": lambda _, args: (f"{tex.within(args[0], ATOM)}^{{-1}}", _POWER),
        "matmul": lambda _, args: _tex_infix(" ", args),
        "outer": _tex_outer,
        "norm": _tex_norm,
        "call": _tex_primed,
        "eye": lambda *_: ("I", ATOM),
        "ones": lambda *_: (r"\mathbf{1}", ATOM),
        **dict.fromkeys(_CALLED, _tex_called),
        **dict.fromkeys(_ALONG, _tex_along),
        "eq": _tex_delta,
    }
)
