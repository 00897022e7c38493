"""Prove the pairs and the derivations again: `python tests/typed/prove.py`.

Equal pairs agree to 40 of 50 digits at 24 random points of the declared domains. Different pairs
differ at a rational point where both sides are worked out exactly: as fractions where they are
rational, else by SymPy, whose evaluation states its own error. A pair that is equal under an
assumption is proved twice: equal where the assumption holds, and different, or of another domain,
where it does not.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise
from typing import Any

import mpmath
import numpy as np
import sympy
from reference_numbers import DIGITS, Kind, Names
from typed_rows import Derivation, Row, Variant, points, read_derivations, read_rows, value

POINTS = 24
FILES = ("pairs_equal.jsonl", "pairs_different.jsonl")


class NotProvedError(Exception):
    pass


def prove(row: Row) -> str:
    """The way the expected verdict was proved; raises NotProvedError."""
    references = references_of(row)
    match row.fields["expect"]:
        case "equal":
            return prove_equal(row, references)
        case "different":
            return prove_different(row, references)
        case "equal-if":
            prove_equal(Row(row.id, {**row.fields, "assume": row.fields["assumption"]}), references)
            return "equal under the assumption only: " + prove_other_domain(row)
        case other:
            raise NotProvedError(f"{row.id}: no such verdict {other}")


def prove_derivation(derivation: Derivation) -> Iterator[str]:
    """Worked lines follow from one another, wrong ones do not, right rewritings say the same."""
    worked, row = derivation.worked.lines, derivation.row
    for before, after in pairwise(worked):
        if before.of == after.of:
            yield "steps in " + prove_equal(row, [before.reference, after.reference])
    for variant in derivation.wrong:
        place = _place(variant)
        wrong = variant.lines[place].reference
        yield "wrong lines by " + prove_different(row, [worked[place].reference, wrong])
    for variant in derivation.right:
        if variant.changed is not None:
            place = variant.changed
            references = [worked[place].reference, variant.lines[place].reference]
            yield "rewritings in " + prove_equal(row, references)


def _place(variant: Variant) -> int:
    if variant.changed is None:
        raise NotProvedError(f"{variant.id}: no line is changed")
    return variant.changed


def prove_equal(row: Row, references: list[str]) -> str:
    for point in points(row, references, "digits", count=POINTS):
        left, right = (_entries(reference, point, "digits") for reference in references)
        if left.shape != right.shape:
            raise NotProvedError(f"{row.id}: shapes {left.shape} and {right.shape}")
        for a, b in zip(left.flat, right.flat, strict=True):
            _same(row, a, b)
    return f"{DIGITS} digits"


def _entries(reference: str, point: Names, kind: Kind) -> Any:
    return np.asarray(value(reference, point, kind), dtype=object)


def _same(row: Row, a: Any, b: Any) -> None:
    if not (_real(a) and _real(b)):
        raise NotProvedError(f"{row.id}: a value that is not real and finite: {a} and {b}")
    if abs(a - b) > mpmath.mpf(10) ** -40 * (1 + abs(a) + abs(b)):
        raise NotProvedError(f"{row.id}: {mpmath.nstr(a)} and {mpmath.nstr(b)}")


def _real(a: Any) -> bool:
    return isinstance(a, int) or (isinstance(a, mpmath.mpf) and bool(mpmath.isfinite(a)))


def prove_different(row: Row, references: list[str]) -> str:
    for point in points(row, references, "exact", count=12):
        if how := _differs(references, point):
            return how
    raise NotProvedError(f"{row.id}: equal at twelve rational points: {references}")


def _differs(references: list[str], point: Names) -> str:
    left, right = (_entries(reference, point, "exact") for reference in references)
    if left.shape != right.shape:
        return "shapes"
    for a, b in zip(left.flat, right.flat, strict=True):
        gap = sympy.sympify(a) - sympy.sympify(b)
        if gap.is_Rational:
            if gap != 0:
                return "fractions"
        elif abs(gap.evalf(20, strict=True, maxn=60)) > sympy.Rational(1, 10**12):
            return "SymPy"
    return ""


def prove_other_domain(row: Row) -> str:
    references = references_of(row)
    for point in points(row, references, "digits", count=POINTS):
        left, right = (value(reference, point, "digits") for reference in references)
        if _real(left) != _real(right):
            return "another domain"
        if _real(left) and abs(left - right) > mpmath.mpf(10) ** -9:
            return "other values"
    raise NotProvedError(f"{row.id}: equal without the assumption")


def references_of(row: Row) -> list[str]:
    return [row.fields["ref_a"], row.fields["ref_b"]]


def main() -> int:
    mpmath.mp.dps = DIGITS
    tasks: dict[str, list[Callable[[], Iterable[str]]]] = {
        name: [partial(_one, row) for row in read_rows(name)] for name in FILES
    }
    tasks["derivation_edits"] = [
        partial(prove_derivation, derivation) for derivation in read_derivations()
    ]
    proved = [_proved(name, proofs) for name, proofs in tasks.items()]
    return 0 if all(proved) else 1


def _one(row: Row) -> list[str]:
    return [prove(row)]


def _proved(name: str, proofs: list[Callable[[], Iterable[str]]]) -> bool:
    start, ways, faults = time.perf_counter(), Counter[str](), []
    for proof in proofs:
        try:
            ways.update(proof())
        except (
            NotProvedError,
            ArithmeticError,
            TypeError,
            ValueError,
            LookupError,
            NameError,
        ) as fault:
            faults.append(f"not proved: {type(fault).__name__}: {fault}")
    print(
        f"{name}: {ways.total()} proved in {time.perf_counter() - start:.0f} s: {dict(ways)}",
        *faults,
        sep="\n",
    )
    return not faults


if __name__ == "__main__":
    sys.exit(main())
