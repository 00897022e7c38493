r"""Reading a typed formula: `reading` for one, `chain` for a line `a = b = c`.

>>> reading("(x − μ)/σ", table(free=True)).left
''
>>> reading(r"\frac{\partial L}{\partial z} = p - y", table(free=True)).left
'\\frac{\\partial L}{\\partial z}'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dlprep.expr.graph import OPERATORS, Node, in_order, names_in
from dlprep.formula.calls import Formulas
from dlprep.formula.families import with_families
from dlprep.formula.kinds import UNKNOWN, Kind
from dlprep.formula.lexis import math_tokens
from dlprep.formula.symbols import Table
from dlprep.formula.tokens import Token
from dlprep.model.message import fault

_UPDATES = frozenset(("-=", "+=", "*=", "/="))
_EQUALS = frozenset(("=", ":=", "←", "≡", "<-"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A formula as it was understood.

    `kind` has its dimensions and free indices, `ranges` the dimension each free index runs
    over, `naturals` the names that must be whole numbers, and `left` what stood left of `=`.
    """

    node: Node
    kind: Kind
    symbols: Table
    ranges: Mapping[str, str] = field(default_factory=dict)
    naturals: frozenset[str] = frozenset()
    left: str = ""
    kinds: Mapping[Node, Kind] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    """The names that a formula has, without indices, and the functions."""

    names: frozenset[str]
    functions: frozenset[str]


def words_in(reading: Reading) -> Words:
    nodes = in_order(reading.node)
    bound = {str(node.args[1].value) for node in nodes if node.op.startswith("over_")}
    functions = {node.op for node in nodes if node.args and node.op not in OPERATORS}
    functions |= {str(node.args[0].value) for node in nodes if node.op == "call"}
    names = names_in(reading.node) - bound - reading.ranges.keys() - reading.symbols.dims
    return Words(frozenset(names - functions), frozenset(functions))


def reading(text: str, symbols: Table, *beside: str) -> Reading:
    """The formula that `text` says. `∂L/∂w =`, `f(x) =` or a name and `=` in front is dropped,
    and of a chain `L = e1 = e2` the last part is read.

    Raises a fault `formula.…` with the column of what could not be read, or could be read in
    two ways, or does not fit in shape. Where undeclared names are allowed, `beside` are texts that
    use the same names, and what is an array in one of them is an array in all.
    """
    found = math_tokens(text)
    symbols = with_families(symbols, found, *map(math_tokens, beside))
    found = _spelled_out(found)
    signs = _equals_signs(found)
    if not signs:
        return _read(found, symbols, "")
    rest = found[signs[-1] + 1 :]
    if not _is_defined(found[: signs[0]]):
        raise fault("formula.equation", column=found[signs[0]].column)
    return _read(rest, symbols, text[: found[signs[0]].column - 1].strip())


def sides(text: str) -> list[tuple[int, str]]:
    """The parts of `lhs = e1 = e2` as they are written, each with how many characters stand
    before it. Raises the faults of what is no text of a formula."""
    tokens = math_tokens(text)
    signs = [tokens[at] for at in _equals_signs(tokens)]
    starts = [0, *(sign.stop - 1 for sign in signs)]
    ends = [*(sign.column - 1 for sign in signs), len(text)]
    return [(a, text[a:b]) for a, b in zip(starts, ends, strict=True)]


def chain(text: str, symbols: Table) -> list[Reading]:
    """What a line of a derivation says is equal: `lhs = e1 = e2` gives e1 and e2, with the left
    side in the first one's `left`. A first part that is no definition counts as an expression."""
    found = math_tokens(text)
    symbols = with_families(symbols, found)
    signs = _equals_signs(found)
    starts = [0, *(at + 1 for at in signs)]
    parts = [found[a:b] for a, b in zip(starts, [*signs, len(found) - 1], strict=True)]
    left = ""
    if len(parts) > 1 and _is_defined(parts[0]):
        left = text[: found[signs[0]].column - 1].strip()
        parts = parts[1:]
    ends = [Token("end", "", part[-1].stop if part else 1) for part in parts]
    return [
        _read([*part, end], symbols, left if at == 0 else "")
        for at, (part, end) in enumerate(zip(parts, ends, strict=True))
    ]


def _read(tokens: list[Token], symbols: Table, left: str) -> Reading:
    reader = Formulas(tokens, symbols)
    try:
        node = reader.whole()
    except RecursionError:
        raise fault("formula.too-deep", column=reader.here.column, most=50) from None
    if any(each.op in {"eye", "ones"} and _is_unknown(each) for each in in_order(node)):
        raise fault("formula.size-unknown")
    kind = reader.build.kind(node)
    ranges = {k: dim for k, dim in reader.found.ranges.items() if k in kind.indices}
    loose = kind.indices - ranges.keys()  # letters that index nothing are whole numbers
    return Reading(
        node=node,
        kind=Kind(kind.dims, kind.row, frozenset(ranges)),
        symbols=symbols,
        ranges=ranges,
        naturals=frozenset(reader.found.naturals) | loose,
        left=left,
        kinds=reader.build.kinds,
    )


def _is_unknown(node: Node) -> bool:
    return node.args[0].value == UNKNOWN


def _spelled_out(tokens: list[Token]) -> list[Token]:
    """`w -= η·g` as w − (η·g)."""
    signs = [at for at, each in enumerate(tokens) if each.text in _UPDATES and each.kind == "sign"]
    if len(signs) != 1:
        return tokens
    (at,) = signs
    sign, end = tokens[at], tokens[-1]
    opening = Token("sign", "(", sign.column, sign.stop)
    closing = Token("sign", ")", end.column, end.column)
    plain = Token("sign", sign.text[0], sign.column, sign.stop)
    return [*tokens[:at], plain, opening, *tokens[at + 1 : -1], closing, end]


def _equals_signs(tokens: list[Token]) -> list[int]:
    """Where `=` and its like stand outside brackets and cases."""
    depth, found = 0, []
    for at, token in enumerate(tokens):
        depth += (token.text in {"(", "[", "{"}) - (token.text in {")", "]", "}"})
        if token.kind == "command":
            depth += (token.text == "begin") - (token.text == "end")
        if depth == 0 and token.kind == "sign" and token.text in _EQUALS:
            found.append(at)
    return found


def _is_defined(tokens: list[Token]) -> bool:
    """Whether the left side only names what is defined: L, f(x), ∂L/∂w, dW, ∇_w L."""
    text = " ".join(token.text for token in tokens)
    text = re.sub(r"[_^] \{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}", "", text)
    text = re.sub(r"\( [^()]* \)|\[ [^\[\]]* \]", "", text)
    text = re.sub(r"[_^] \S+", "", text)
    derivative = re.match(r"^(?:[dt]?frac \{ )?[∂d]", text)
    if derivative or text.startswith("∇"):
        return not re.search(r"[-+*·×@⊙]", text)
    return bool(re.fullmatch(r"[^\W\d]\S*(?: \S+)? ?['ᵀ]*", text.strip()))
