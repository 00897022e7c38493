"""What a question declares beyond its symbols: `positive:x,y`, `Σ_k y_k = 1`, `p = softmax(z)`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dlprep.expr.graph import Node
from dlprep.formula.alphabet import plain, spelled
from dlprep.formula.read import reading
from dlprep.formula.symbols import Table
from dlprep.model.item import Symbol
from dlprep.model.message import DlprepError, fault

DOMAINS = ("real", "positive", "unit", "simplex", "sums-to-one", "one-hot", "natural")
_DOMAIN = re.compile(rf"\s*(?P<domain>{'|'.join(DOMAINS)})\s*:\s*(?P<names>.+)")
_SUM_IS_ONE = re.compile(
    r"\s*(?:(?:Σ|∑|\\sum|sum)\s*(?:_\{?(?P<index>\w)\}?)?\s*\(?\s*(?P<base>[^\s=()]+?)\)?)\s*=\s*1\s*"
)
_POSITIVE = re.compile(r"\s*(?P<name>[^\s<>=]+)\s*>=?\s*0\s*")
_UNIT = re.compile(r"\s*0\s*<=?\s*(?P<name>[^\s<>=]+)\s*<=?\s*1\s*")


@dataclass(frozen=True, slots=True)
class Facts:
    """The domain of names where it is more than their symbol says, and the names that are
    given by others."""

    domains: tuple[tuple[str, str], ...] = ()
    equations: tuple[tuple[str, Node], ...] = ()

    def domain(self, name: str, symbol: Symbol | None) -> str:
        return dict(self.domains).get(name) or (symbol.domain if symbol else "real")

    def supposing(self, domain: str, names: Iterable[str]) -> Facts:
        """The same, and `names` in a domain."""
        return replace(self, domains=(*self.domains, *((name, domain) for name in names)))


def facts(texts: Iterable[str], symbols: Table) -> Facts:
    """Reads `positive:x,y`, `x > 0`, `0 < p < 1`, `Σ_k y_k = 1` and `name = formula`.

    Raises `formula.assumption` for anything else and the faults of the reader.
    """
    found = Facts()
    for text in texts:
        if text.strip():
            found = _with(found, plain(text), symbols)
    return found


def _with(found: Facts, text: str, symbols: Table) -> Facts:
    if match := _DOMAIN.fullmatch(text):
        names = [_own(name, symbols) for name in match["names"].split(",") if name.strip()]
        return found.supposing(match["domain"], names)
    if match := _POSITIVE.fullmatch(text):
        return found.supposing("positive", [_own(match["name"], symbols)])
    if match := _UNIT.fullmatch(text):
        return found.supposing("unit", [_own(match["name"], symbols)])
    if match := _SUM_IS_ONE.fullmatch(text):
        base = match["base"].partition("_")[0] if match["index"] else match["base"]
        return found.supposing(_summing_to_one(symbols.find(base.strip())), [_own(base, symbols)])
    left, equals, right = text.partition("=")
    if not equals or not left.strip():
        raise fault("formula.assumption", text=text)
    name = _own(left, symbols)
    try:
        node = reading(right, symbols).node
    except DlprepError as unread:
        raise fault("formula.assumption-unread", text=text, why=unread.messages[0]) from None
    return replace(found, equations=(*found.equations, (name, node)))


def _summing_to_one(symbol: Symbol | None) -> str:
    """The domain of a symbol that sums to one besides."""
    match symbol.domain if symbol else "real":
        case "one-hot" | "simplex" as known:
            return known
        case "positive" | "unit":
            return "simplex"
        case _:
            return "sums-to-one"


def _own(word: str, symbols: Table) -> str:
    word = word.strip()
    symbol = symbols.find(word)
    return symbol.name if symbol else spelled(word)
