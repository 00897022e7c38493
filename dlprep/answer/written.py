"""Formulas written in an answer, compared by value with the one that a key point names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dlprep import formula
from dlprep.answer.folding import folded
from dlprep.model.message import DlprepError
from dlprep.model.rubric import Span

MOST_TRIED = 12  # pieces of one answer that are compared with a formula
_CALLS = "exp|log|ln|max|min|sqrt|sigmoid|softmax|softplus|tanh|relu|sign|abs|log1p|sum"
_WORDS = "is|an|of|to|in|on|at|as|by|or|so|if|it|we|be|do|no|up|my|us|he|me|go"
_NAMES = rf"(?<![A-Za-z])(?:(?:{_CALLS})|(?!(?i:{_WORDS})(?![A-Za-z]))[A-Za-z]{{1,2}})(?![A-Za-z])"
_PIECE = re.compile(
    r"\$(?P<math>[^$]+)\$|`(?P<code>[^`]+)`"
    rf"|(?P<bare>(?:{_NAMES}|\\[a-z]+|[^\sA-Za-z㐀-鿿，。；：、！？;:!?`$]|[ ])+)"
)
_OPERATION = re.compile(r"[-+−*/^(²√·|]")
_NAME = re.compile(r"[a-zα-ω]+")
_FUNCTIONS = frozenset(("σ", "e", *_CALLS.split("|")))


def find(text: str, wanted: str) -> Span | None:
    """Where a formula equal to `wanted` is written; None where none is found.

    Every side of an equation counts. Names are as in the rubric's formula, and stand for real
    numbers.
    """
    names = _names(wanted)
    fitting = [span for span, of_side in _named_sides(text) if of_side == names]
    tried = fitting[:MOST_TRIED]
    return next((span for span in tried if _equal(text[span.start : span.end], wanted)), None)


@lru_cache(maxsize=1024)
def _named_sides(text: str) -> tuple[tuple[Span, frozenset[str]], ...]:
    """The sides of everything that looks like a formula, with the names in it."""
    return tuple((span, _names(text[span.start : span.end])) for span in _sides(text))


def _sides(text: str) -> Iterator[Span]:
    for match in _PIECE.finditer(text):
        kind = match.lastgroup or "bare"
        start = match.start(kind)
        for side in re.finditer(r"[^=]+", match[kind]):
            bare = side.group().strip(" ,.")
            if _OPERATION.search(bare) and _NAME.search(folded(bare)):
                at = start + side.start() + side.group().index(bare)
                yield Span(at, at + len(bare))


def _names(text: str) -> frozenset[str]:
    return frozenset(_NAME.findall(folded(text))) - _FUNCTIONS


def _equal(typed: str, wanted: str) -> bool:
    try:
        symbols = formula.table((), free=True)
        known = formula.facts((), symbols)
        verdict = formula.compare(formula.reading(typed, symbols), _wanted(wanted), known)
    except DlprepError:
        return False  # what cannot be read is no evidence
    return verdict.answer == "equal"


@lru_cache(maxsize=64)
def _wanted(text: str) -> formula.Reading:
    return formula.reading(text, formula.table((), free=True))
