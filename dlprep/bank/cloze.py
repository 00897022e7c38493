"""A formula with one term hidden.

Formulas of the bank are text (`z_i − log(Σ_k exp(z_k))`); only their outermost terms are told
apart here, by brackets and signs, so that every notation the bank may hold can be hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

BLANK = "▢"

_OPEN, _CLOSE = "([{⌊⌈", ")]}⌋⌉"
_EQUALS = re.compile(r"(?<![<>!=])=(?!=)")
_REACHING = "ΣΠ∏∂"  # they take the whole product that follows, so it is not taken apart
_SUM = re.compile(r" [+−-] ")
_PRODUCT = re.compile(r" ?[·*/] ?")


def clozes(formula: str) -> list[tuple[str, str]]:
    """Each way to hide one term: the formula with the blank, and what the blank stands for.

    Terms of a sum, or factors where there is no sum; nothing where the formula is one piece.

    >>> clozes("y = a·x + b")
    [('y = ▢ + b', 'a·x'), ('y = a·x + ▢', 'b')]
    """
    equals = list(_EQUALS.finditer(formula))
    start = equals[-1].end() if equals else 0
    spans = _spans(formula, start, _SUM)
    if not spans and not any(sign in formula for sign in _REACHING):
        spans = _spans(formula, start, _PRODUCT)
    return [(formula[:a] + BLANK + formula[b:], formula[a:b]) for a, b in spans]


def _spans(formula: str, start: int, between: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the pieces between top-level signs lie; empty where there is one piece."""
    signs = [sign.span() for sign in _top_level(formula, start, between)]
    if not signs:
        return []
    starts = [start, *(end for _, end in signs)]
    ends = [*(begin for begin, _ in signs), len(formula)]
    return [_stripped(formula, a, b) for a, b in zip(starts, ends, strict=True)]


def _top_level(formula: str, start: int, between: re.Pattern[str]) -> Iterator[re.Match[str]]:
    depths = _depths(formula)
    for sign in between.finditer(formula, start):
        if depths[sign.start()] == 0:
            yield sign


def _depths(formula: str) -> Sequence[int]:
    depth, depths = 0, []
    for letter in formula:
        depth -= letter in _CLOSE
        depths.append(depth)
        depth += letter in _OPEN
    return depths


def _stripped(formula: str, start: int, end: int) -> tuple[int, int]:
    piece = formula[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
