"""An output that is right up to one term of the reference: which, and what became of it."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from dlprep.check.grading.facts import Pair, leaf
from dlprep.check.naming.forms import Form
from dlprep.model.message import Message
from dlprep.sandbox.frames import Array

_LIBRARIES = {"np", "numpy", "math"}
COEFFICIENTS = {0.0: "missing", -1.0: "sign", 2.0: "twice", 0.5: "half"}


def term_fact(output: str, pairs: Sequence[Pair], without: Iterable[Form]) -> Message | None:
    """`without` are forms of a reference in which one term is left out. The learner's output
    must be the reference plus a multiple of the same term in every case."""
    if not pairs or not all(pair.comparable for pair in pairs):
        return None
    pairs = sorted(pairs, key=lambda pair: not pair.off().any())
    for form in without:
        if (first := _coefficient(output, pairs[0], form)) is not None and np.isnan(first):
            continue
        found = [_coefficient(output, pair, form) for pair in pairs]
        telling = [each for each in found if each is not None]
        for coefficient, word in COEFFICIENTS.items():
            if telling and np.allclose(telling, coefficient, rtol=0, atol=1e-5):
                assert form.tell is not None
                return Message(f"fact.term-{word}", {"output": output, "term": form.tell().old})
    return None


def is_unmistakable(term: str, nodes: Sequence[ast.stmt], *, missing: bool) -> bool:
    """Whether a learner who reads of this term cannot take it for another one: each name stands for
    one thing in their functions, and what they are said to lack is not written there."""
    told = {each.id for each in ast.walk(ast.parse(term)) if isinstance(each, ast.Name)}
    told -= _LIBRARIES
    bound = [Counter(map(_bound, ast.walk(node))) for node in nodes]
    if not told or any(max((each[name] for each in bound), default=0) != 1 for name in told):
        return False
    inside = (each for node in nodes for each in ast.walk(node) if isinstance(each, ast.expr))
    return not (missing and term in map(ast.unparse, inside))


def _bound(node: ast.AST) -> str:
    match node:
        case ast.Name(name, ast.Store()) | ast.arg(name):
            return name
        case _:
            return ""


def _coefficient(output: str, pair: Pair, form: Form) -> float | None:
    """What the term is multiplied with; None where it is 0 and the output right, NaN where
    something else is wrong as well."""
    rest = leaf(form.step(pair.drawn, pair.at).outputs, output)
    if not isinstance(rest, (float, np.ndarray)) or np.shape(rest) != pair.expected.shape:
        return np.nan
    with np.errstate(all="ignore"):
        return _multiple(pair, pair.expected - np.asarray(rest))


def _multiple(pair: Pair, term: Array) -> float | None:
    square = float((term * term).sum())
    if square == 0 or not np.isfinite(square):
        return np.nan if pair.off().any() else None
    coefficient = 1 + float(((pair.got - pair.expected) * term).sum()) / square
    return np.nan if pair.off(pair.expected + (coefficient - 1) * term).any() else coefficient
