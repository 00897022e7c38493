r"""The symbol table of a question, in which `\hat{m}_t`, `m̂_t` and `m_hat_t` are one name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from dlprep.formula.calls import Formulas
from dlprep.formula.lexis import math_tokens
from dlprep.formula.symbols import Table, spellings
from dlprep.model.item import Symbol
from dlprep.model.message import DlprepError


def table(symbols: Iterable[Symbol] = (), *, free: bool = False) -> Table:
    """The table of a question's symbols; `free` allows further names, which are real numbers."""
    declared = tuple(symbols)
    found = spellings(declared)
    for symbol in declared:
        for word in (symbol.name, *symbol.aliases):
            found.setdefault(canonical(word), found[symbol.name])
    return Table(found, free)


@lru_cache(maxsize=1024)
def canonical(word: str) -> str:
    """The one spelling of a decorated name; a text that is no name stays as it is."""
    try:
        node = Formulas(math_tokens(word), Table(free=True)).whole()
    except DlprepError:
        return word
    return str(node.value) if node.op == "name" else word
