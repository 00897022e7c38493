"""Text becomes an expression; expressions are compared, and what is wrong with one is named.

What other floors use, each loaded when it is first asked for:

- `table(symbols, free=…)`: the symbols of a question, from `model.item.Symbol`s.
- `reading(text, table)`: a formula as it was understood; `chain(text, table)`: each part of a line
  `lhs = e1 = e2`. Both raise faults `formula.…` with a column.
- `facts(texts, table)`: what a question assumes (`positive:x`, `Σ_k y_k = 1`, `p = softmax(z)`).
- `compare(a, b, facts)`: a `Verdict`: equal, equal-if, different with a counterexample, undecided.
- `judge_pair(a, b, table, assume)`: all of it for two texts; never raises for what is in them.
- `by_sympy(left, value, scope)`: the entries of a derivative as SymPy finds them, beside a formula.
- `is_slope(answer, of, by, facts)`: whether a formula is a derivative, by finite differences.
- `slips(wrong, right, facts)`: the single slips that give the wrong formula, at most three, each
  with a kind and a sentence.
- `words_in(reading)`: the names and functions a formula is written with.
- `unicode_text(reading)`, `latex_text(reading)`: the reading as people see it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dlprep.formula.assume import Facts, facts
    from dlprep.formula.declare import table
    from dlprep.formula.echo import latex_text, unicode_text
    from dlprep.formula.equality import Counterexample, Verdict, compare
    from dlprep.formula.judge import Judged, judge_pair, symbols_from
    from dlprep.formula.lines import cleaned, inferred, lines_of, parted
    from dlprep.formula.naming import Slip, slips
    from dlprep.formula.read import Reading, Words, chain, reading, sides, words_in
    from dlprep.formula.relations import Relation, ascending, between, joined, refuted, relation
    from dlprep.formula.scope import (
        Scope,
        base,
        decimals,
        has_array_slope,
        has_slope,
        is_new,
        is_zero,
        letters,
        replaced,
        scope_of,
        slope_table,
        turned,
        where,
        with_letters,
    )
    from dlprep.formula.slope import is_slope
    from dlprep.formula.symbols import Table
    from dlprep.formula.witness import by_sympy

_HOMES = {
    **dict.fromkeys(("latex_text", "unicode_text"), "echo"),
    **dict.fromkeys(("Counterexample", "Verdict", "compare"), "equality"),
    **dict.fromkeys(("Facts", "facts"), "assume"),
    **dict.fromkeys(("Judged", "judge_pair", "symbols_from"), "judge"),
    **dict.fromkeys(("Reading", "Words", "chain", "reading", "sides", "words_in"), "read"),
    **dict.fromkeys(
        (
            *(
                "Scope",
                "base",
                "decimals",
                "has_array_slope",
                "has_slope",
                "is_new",
                "is_zero",
                "letters",
            ),
            *("replaced", "scope_of", "where", "slope_table", "turned", "with_letters"),
        ),
        "scope",
    ),
    **dict.fromkeys(
        ("Relation", "ascending", "between", "joined", "refuted", "relation"), "relations"
    ),
    "lines_of": "lines",
    "cleaned": "lines",
    "inferred": "lines",
    "parted": "lines",
    **dict.fromkeys(("Slip", "slips"), "naming"),
    "by_sympy": "witness",
    "is_slope": "slope",
    "Table": "symbols",
    "table": "declare",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


__all__ = [
    "Counterexample",
    "Facts",
    "Judged",
    "Reading",
    "Relation",
    "Scope",
    "Slip",
    "Table",
    "Verdict",
    "Words",
    "ascending",
    "base",
    "between",
    "by_sympy",
    "chain",
    "cleaned",
    "compare",
    "decimals",
    "facts",
    "has_array_slope",
    "has_slope",
    "inferred",
    "is_new",
    "is_slope",
    "is_zero",
    "joined",
    "judge_pair",
    "latex_text",
    "letters",
    "lines_of",
    "parted",
    "reading",
    "refuted",
    "relation",
    "replaced",
    "scope_of",
    "sides",
    "slips",
    "slope_table",
    "symbols_from",
    "table",
    "turned",
    "unicode_text",
    "where",
    "with_letters",
    "words_in",
]
