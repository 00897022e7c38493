"""Arrays that nobody declared: in `Σ_k y_k log p_k`, y and p have an entry for every k."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dlprep.formula.alphabet import is_letter, spelled
from dlprep.formula.symbols import FUNCTIONS, Table
from dlprep.formula.tokens import Token
from dlprep.model.item import Symbol

_OF_VECTORS = frozenset(("softmax", "log_softmax", "logsumexp", "kl", "d_kl", "h"))
_BIG = frozenset(("∑", "∏", "Σ", "Π", "sum", "prod", "max", "min"))


def with_families(symbols: Table, *texts: Sequence[Token]) -> Table:
    """The table with a symbol for each undeclared name that has a subscript which some sum goes
    over (or which stands in a Kronecker delta); only where undeclared names are allowed."""
    if not symbols.free:
        return symbols
    used = [each for tokens in texts for each in _subscripted(tokens)]
    running = {letter for base, sub in used if base in _BIG for letter in sub}
    running |= {letter for base, sub in used if base == "δ" and len(sub) == 2 for letter in sub}
    running |= {letter for tokens in texts for letter in _left_out(tokens)}
    families: dict[str, list[str]] = {}
    for base, sub in used:
        if base not in _BIG and base != "δ" and running.intersection(sub):
            families.setdefault(base, sub)
    for base, sub in (each for tokens in texts for each in _distributed(tokens)):
        families.setdefault(base, sub)
        used.append((base, sub))
    dims = _dimensions(families, used)
    for tokens in texts:
        dims |= _limits(tokens, dims)
    made = [
        Symbol(
            name=base,
            is_="vector" if len(sub) == 1 else "matrix",
            shape=tuple(dims[letter] for letter in sub),
        )
        for base, sub in families.items()
        if len(sub) <= 2 and not symbols.find(base)
    ]
    made += [
        Symbol(name=base, is_="function")
        for base in {base for tokens in texts for base in _functions(tokens)}
        if not symbols.find(base) and base not in FUNCTIONS and is_letter(base)
    ]
    return symbols.with_symbols(made) if made else symbols


def _subscripted(tokens: Sequence[Token]) -> Iterator[tuple[str, list[str]]]:
    """Each name or sign with the letters of its subscript."""
    for at, token in enumerate(tokens):
        if token.kind != "name" and token.text not in {"∑", "∏"}:
            continue
        base, _, inside = spelled(token.text).partition("_")
        if token.text in FUNCTIONS and token.text not in _BIG:
            continue
        if not inside:
            inside = _following(tokens, at + 1)
        running = re.split(r"[=≠<>≤≥!]", inside)[0]
        letters = [each for each in running if each.isalpha()]
        plain = all(len(part) <= 2 for part in running.split(","))
        if letters and plain and (is_letter(base) or base in _BIG):
            yield base, letters


def _distributed(tokens: Sequence[Token]) -> Iterator[tuple[str, list[str]]]:
    """The name in softmax(z), the names in KL(p‖q): vectors, with the index behind if there is
    one."""
    for at, token in enumerate(tokens[:-4]):
        opening, *inside = tokens[at + 1 : at + 6]
        if token.text.lower() not in _OF_VECTORS or opening.text != "(":
            continue
        closing = _closing(tokens, at + 1)
        bars = [each.text for each in tokens[at + 1 : closing] if each.text in {"‖", "|", ","}]
        if is_letter(inside[0].text) and not bars and inside[1].text not in {"_", "("}:
            index = _following(tokens, closing + 1) if closing + 1 < len(tokens) else ""
            letter = index if len(index) == 1 and index.isalpha() else "·"
            yield spelled(inside[0].text), [letter]
        elif len(inside) > 3 and inside[1].text in {"‖", "|", ","} and inside[3].text == ")":
            yield from ((spelled(each.text), ["·"]) for each in inside[::2] if is_letter(each.text))


def _closing(tokens: Sequence[Token], at: int) -> int:
    """Where the parenthesis that opens here closes."""
    depth = 0
    for end in range(at, len(tokens)):
        depth += (tokens[end].text == "(") - (tokens[end].text == ")")
        if depth == 0:
            return end
    return len(tokens) - 1


def _left_out(tokens: Sequence[Token]) -> set[str]:
    """The index of a sum that does not name it, if all subscripts behind it are one letter."""
    for at, token in enumerate(tokens):
        if token.text in {"∑", "Σ", "sum"} and not _following(tokens, at + 1):
            subs = {sub for base, letters in _subscripted(tokens[at + 1 :]) for sub in letters}
            return subs if len(subs) == 1 else set()
    return set()


def _functions(tokens: Sequence[Token]) -> Iterator[str]:
    """The f of f′(x)."""
    for name, prime, opening in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if name.kind == "name" and prime.text == "'" and opening.text in {"(", "'"}:
            yield spelled(name.text)


def _following(tokens: Sequence[Token], at: int, sign: str = "_") -> str:
    """The text of the subscript (or with `^` the superscript) that stands here."""
    if tokens[at].kind == "sub":
        return tokens[at].text
    if tokens[at].text != sign:
        return ""
    if tokens[at + 1].text != "{":
        return tokens[at + 1].text
    end = next((k for k in range(at, len(tokens)) if tokens[k].text == "}"), at + 2)
    return "".join(token.text for token in tokens[at + 2 : end])


def _limits(tokens: Sequence[Token], dims: dict[str, str]) -> dict[str, str]:
    """Dimensions by the name that a sum gives them: in Σ_{n=1}^N, n runs over N."""
    named: dict[str, str] = {}
    for at, token in enumerate(tokens):
        if token.text not in {"∑", "∏", "Σ", "Π", "sum", "prod"}:
            continue
        below = _following(tokens, at + 1)
        letter, equals, low = below.partition("=")
        if not equals or low != "1" or letter not in dims or tokens[at + 1].text != "_":
            continue
        closing = next((k for k in range(at, len(tokens)) if tokens[k].text == "}"), at + 2)
        above = tokens[closing + 1]
        size = above.text if above.kind == "sup" else _following(tokens, closing + 1, "^")
        if is_letter(size):
            named[dims[letter]] = size
    return {letter: named.get(dim, dim) for letter, dim in dims.items()}


def _dimensions(
    families: dict[str, list[str]], used: Sequence[tuple[str, list[str]]]
) -> dict[str, str]:
    """What each index runs over: indices in the same place of a name share it."""
    same: dict[str, str] = {}

    def root(letter: str) -> str:
        while same.get(letter, letter) != letter:
            letter = same[letter]
        return letter

    for base, sub in used:
        if base in families and len(sub) == len(families[base]):
            for letter, first in zip(sub, families[base], strict=True):
                same[root(letter)] = root(first)
        elif base == "δ" and len(sub) == 2:
            same[root(sub[0])] = root(sub[1])
    letters = {letter for _, sub in used for letter in sub}
    return {letter: f"#{root(letter)}" for letter in letters}
