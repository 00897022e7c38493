"""Which names of the product are true of a slip: the table, and the facts that values show.

A name is a code of `dlprep/view/texts/naming.py` and the text it points at, or a mistake of the
catalogue. It is true of a slip if its code stands in the row of the slip's kind, or of another
single slip that gives the same values (in the formula or in another form that the worked derivation
has of it), and it points at something that this slip touched; or if the values show it by
themselves (the sign flipped as a whole, a constant factor).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from formula_corpus import Formula
from formula_edits import Edit, edits
from formula_trees import CALLS, UnreadableError
from formula_values import NoValueError, Values, compare, ratio, values

SIGN, FACTOR = "sign", "factor"
_SIZE_LOST = "size-missing not-averaged mean-for-sum divisor-dropped factor-dropped times over"
_SIZE_WON = "size-twice averaged mean-for-sum over"
NAMES: Mapping[str, frozenset[str]] = {
    kind: frozenset(codes.split())
    for kind, codes in {
        "sign-whole": "sign",
        "sign-dropped": "sign term-sign",
        "sign-term": "term-sign order-swapped",
        "sign-of-number": "term-sign order-swapped constant",
        "order-swapped": "order-swapped term-sign",
        "two-added": "factor",
        "half-added": "factor",
        "two-dropped": "factor term-halved term-doubled factor-dropped divisor-dropped constant "
        "argument-scaled taken-as-one over times",
        "term-doubled": "term-doubled argument-scaled extra-factor constant",
        "size-extra": _SIZE_WON,
        "mean-for-sum": _SIZE_WON,
        "size-dropped": f"{_SIZE_LOST} extra-factor taken-as-one",
        "factor-dropped": "factor-dropped over taken-as-one slope-missing delta-dropped "
        "divisor-dropped",
        "factor-added": "times extra-factor",
        "factor-twice": "power-added times extra-factor slope-kept power-off",
        "divisor-dropped": "divisor-dropped size-missing not-averaged taken-as-one times "
        "extra-factor",
        "fraction-inverted": "ratio-inverted",
        "multiplied-for-divided": "multiplied",
        "divided-for-multiplied": "divided ratio-inverted",
        "exponent-off": "power-added power-off constant times over extra-factor factor-dropped",
        "power-dropped": "power-dropped power-off over factor-dropped",
        "multiplied-for-power": "multiplied-not-powered",
        "power-bracket-moved": "bracket-missing power-dropped power-off",
        "root-dropped": "root-dropped",
        "root-bracket-moved": "taken-by-terms bracket-missing inside-root outside-root",
        "function-dropped": "function-dropped",
        "function-added": "function-added function-twice",
        "function-twice": "function-twice derivative-at-output",
        "argument-scaled": "argument-scaled term-doubled",
        "function-over-sum": "taken-by-terms bracket-missing log-of-sum-split function-dropped",
        "other-function": "other-function",
        "branch-only": "branch-dropped function-dropped",
        "value-for-derivative": "value-for-derivative",
        "derivative-at-output": "derivative-at-output",
        "complement": "complement",
        "order-of-product": "transposed result-transposed",
        "transpose-added": "transposed result-transposed indices-swapped",
        "transpose-dropped": "transposed result-transposed",
        "indices-swapped": "indices-swapped transposed index-swapped",
        "wrong-index": "index-swapped indices-swapped sum-dropped",
        "delta-dropped": "delta-dropped",
        "sum-dropped": "sum-dropped",
        "product-of-sum": "sum-multiplied",
        "product-for-sum": "sum-multiplied",
        "sum-for-product": "factors-added",
        "constant": "constant factor power-off term-doubled term-halved argument-scaled complement",
        "wrong-name": "name-wrong name-swapped names-exchanged",
        "term-dropped": "term-dropped taken-as-zero",
        "bracket-moved": "bracket-missing factor-dropped divisor-dropped taken-as-one "
        "size-missing not-averaged extra-factor",
        "inverse-dropped": "inverse-dropped",
        "term-added": "term-added",
        "power-over-sum": "taken-by-terms",
        "sum-ends-off": "bounds-off",
        "elementwise-for-matrix": "entrywise",
        "matrix-for-elementwise": "matrix-product",
    }.items()
}
MISTAKES: Mapping[str, frozenset[str]] = {
    kind: frozenset(codes.split())
    for kind, codes in {
        "sign-whole": "sign-flipped",
        "sign-dropped": "sign-flipped exponent-sign",
        "sign-term": "sign-flipped",
        "sign-of-number": "sign-flipped",
        "order-swapped": "sign-flipped",
        "two-added": "factor-two-added half-dropped",
        "half-added": "factor-two-dropped",
        "two-dropped": "factor-two-added factor-two-dropped half-dropped",
        "term-doubled": "factor-two-added",
        "size-extra": "mean-twice",
        "mean-for-sum": "mean-twice",
        "size-dropped": "mean-missing sum-for-mean element-mean-missing",
        "exponent-off": "power-off-by-one square-missing",
        "power-dropped": "square-missing power-off-by-one",
        "multiplied-for-power": "decay-multiplied-not-powered",
        "root-dropped": "root-missing",
        "root-bracket-moved": "eps-outside-root",
        "function-dropped": "exponential-missing abs-missing",
        "fraction-inverted": "ratio-inverted",
        "value-for-derivative": "value-for-derivative",
        "derivative-at-output": "derivative-at-output",
        "complement": "complement-missing complement-taken",
        "order-of-product": "transposed-product transpose-missing transpose-added",
        "transpose-added": "transposed-product transpose-missing transpose-added",
        "transpose-dropped": "transposed-product transpose-missing transpose-added",
        "indices-swapped": "transposed-product transpose-missing transpose-added",
        "sum-dropped": "diagonal-only sum-missing",
        "sum-for-product": "sum-for-product",
        "product-for-sum": "sum-for-product",
        "term-dropped": "first-term-missing second-term-missing",
    }.items()
}
"""The same for codes of `questions/mistakes.yaml`, which a slip of no particular place gets."""

_LETTERS = dict(zip("ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦ", "aehijklmnoprstuvxβ", strict=True))
_LETTERS |= dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
_FUNCTIONS = {*CALLS, "ln"} - {"σ"}
_WORD = re.compile(r"[^\W\d_½¼²³][\u0300-\u036f]*(?:_?\{?\w+\}?)?")


@dataclass(frozen=True, slots=True)
class Slip:
    """An edit with all that is true of it: the codes, and the names that it touched."""

    edit: Edit
    codes: frozenset[str]
    touched: frozenset[str]
    author: frozenset[str]  # codes of results the author of the question foresaw

    def is_named_by(self, code: str, what: str) -> bool:
        if code in self.author:
            return True
        return code in self.codes and (_nameless(what) or bool(_letters(what) & self.touched))


def slips(formula: Formula) -> list[Slip]:
    """Every proved edit of the formula, with what is true of it."""
    right = [values(formula.tree, point) for point in formula.points]
    made = [(edit, _values(edit, formula)) for edit in edits(formula)]
    elsewhere = [
        (edit, _values(edit, formula))
        for form in formula.forms
        if form != formula.tree
        for edit in edits(replace(formula, tree=form))
    ]
    foreseen = _foreseen(formula)
    found = []
    for edit, own in made:
        alike = [other for other, theirs in (*made, *elsewhere) if _same(own, theirs)]
        found.append(
            Slip(
                edit=edit,
                codes=frozenset().union(*(_codes(each.kind) for each in alike))
                | _shown(right, own),
                touched=_related(alike, formula),
                author=frozenset(code for code, theirs in foreseen if _same(own, theirs)),
            )
        )
    return found


def _codes(kind: str) -> frozenset[str]:
    return NAMES[kind] | MISTAKES.get(kind, frozenset())


def _related(alike: Sequence[Edit], formula: Formula) -> frozenset[str]:
    """The touched letters, and those that a given definition of one stage joins to them: with
    `p_j = exp(z_j)/S` a slip in `exp(z_j)` is also one in `p_j`."""
    touched = _base_letters(name for each in alike for name in each.touched)
    joined = [_letters(text) for text in formula.scope.given]
    return touched.union(*(letters for letters in joined if letters & touched))


def _values(edit: Edit, formula: Formula) -> tuple[Values, ...]:
    return tuple(values(edit.tree, point, formula.tree) for point in formula.points)


def _same(one: Sequence[Values], other: Sequence[Values]) -> bool:
    return all(compare(a, b) == "same" for a, b in zip(one, other, strict=True))


def _foreseen(formula: Formula) -> list[tuple[str, tuple[Values, ...]]]:
    found = []
    for code, text in formula.mistakes:
        left, _, right = text.rpartition(" = ")
        if left and left != formula.left:
            continue
        try:
            tree = formula.scope.read(right)
            got = tuple(values(tree, point, formula.tree) for point in formula.points)
        except (UnreadableError, NoValueError, KeyError):
            continue
        found.append((code, got))
    return found


def _shown(right: Sequence[Values], wrong: Sequence[Values]) -> frozenset[str]:
    """What the values show: the same constant between both at all points."""
    if any(len(one) != len(other) for one, other in zip(right, wrong, strict=True)):
        return frozenset()
    quotients = [ratio(one[:-1], other[:-1]) for one, other in zip(right, wrong, strict=True)]
    first = quotients[0]
    if first is None or any(each is None or abs(each - first) > 1e-9 for each in quotients):
        return frozenset()
    if abs(first + 1) < 1e-9:
        return frozenset({SIGN, "sign-flipped"})
    named = {2.0: {"factor-two-added", "half-dropped"}, 0.5: {"factor-two-dropped"}}
    return frozenset({FACTOR} | named.get(round(first, 9), set()))


def _letters(what: str) -> frozenset[str]:
    plain = "".join(_LETTERS.get(each, each) for each in unicodedata.normalize("NFC", what))
    words = _WORD.findall(plain.replace("$", ""))
    return _base_letters(word for word in words if word not in _FUNCTIONS)


def _base_letters(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name[0] for name in names)


def _nameless(what: str) -> bool:
    return not _letters(what)
