"""The mutator: every kind makes the edit it is named after, on its own line, and nothing else."""

from __future__ import annotations

import ast
from collections import Counter

import pytest
from mutator import KINDS, Mutant, mutants, sample

HEAD = "import numpy as np\n\n\ndef f(x, w, dout, n, eps=1e-5):\n"


def of_kind(statement: str, kind: str) -> list[str]:
    """What the last statement of a function becomes by one kind of slip."""
    source = f"{HEAD}    {statement}\n"
    last = source.count("\n") - statement.count("\n")
    return [
        mutant.source.splitlines()[last - 1].strip()
        for mutant in mutants(source)
        if mutant.kind == kind and mutant.line == last
    ]


EXAMPLES = [
    ("plus-minus", "return x - (w + n)", ["return x + (w + n)", "return x - (w - n)"]),
    ("plus-minus", "x += w", ["x -= w"]),
    ("times-divided", "return x / n", ["return x * n"]),
    ("floor-true-division", "return x // n", ["return x / n"]),
    ("matmul-elementwise", "return x @ w", ["return x * w"]),
    ("factor-dropped", "return x - 2 * (w + n)", ["return x - 2", "return x - (w + n)"]),
    ("divisor-dropped", "return -(x + w) / n", ["return -(x + w)"]),
    ("divisor-dropped", "x /= n", ["pass"]),
    ("addend-dropped", "return x - w * n", ["return x", "return -(w * n)"]),
    ("minus-dropped", "return -np.log(x)", ["return np.log(x)"]),
    ("negated", "return x * w, n", ["return -(x * w), n", "return x * w, -n"]),
    ("square-dropped", "return 1 - (x * w) ** 2", ["return 1 - (x * w)"]),
    ("exponent-changed", "return x**2", ["return x**3", "return x**1"]),
    ("constant-zero-one", "return x * 1.0", ["return x * 0.0"]),
    ("constant-scaled", "return 2 * x", ["return 4 * x", "return 1 * x"]),
    ("constant-shifted", "return 3 * x", ["return 4 * x", "return 2 * x"]),
    ("sigmoid-slope-dropped", "return dout * x * (1 - x)", ["return dout"]),
    ("sigmoid-slope-dropped", "return (1 - x) * dout * w", []),
    ("eps-moved", "return w / np.sqrt(x + eps)", ["return w / (np.sqrt(x) + eps)"]),
    ("eps-moved", "return w / (np.sqrt(x) + eps)", ["return w / (np.sqrt(x + eps))"]),
    ("eps-removed", "return np.sqrt(x + eps)", ["return np.sqrt(x)"]),
    ("sum-mean", "return x.sum(axis=0)", ["return x.mean(axis=0)"]),
    ("max-min", "return np.maximum(x, 0)", ["return np.minimum(x, 0)"]),
    ("var-std", "return x.var(axis=0)", ["return x.std(axis=0)"]),
    ("zeros-ones", "return np.zeros_like(x)", ["return np.ones_like(x)"]),
    ("transpose-dropped", "return x.T @ w", ["return x @ w"]),
    ("transpose-dropped", "return np.swapaxes(x, -1, -2) @ w", ["return x @ w"]),
    ("transpose-added", "return dout @ w", ["return dout.T @ w", "return dout @ w.T"]),
    ("matmul-swapped", "return x.T @ (w + n)", ["return (w + n) @ x.T"]),
    (
        "einsum-transposed",
        'return np.einsum("nd,dm->nm", x, w)',
        [
            "return np.einsum('dn,dm->nm', x, w)",
            "return np.einsum('nd,md->nm', x, w)",
            "return np.einsum('nd,dm->mn', x, w)",
        ],
    ),
    ("axis-changed", "return x.sum(axis=1)", ["return x.sum(axis=0)", "return x.sum(axis=None)"]),
    ("axis-changed", "return np.sum(x, 0)", ["return np.sum(x, 1)", "return np.sum(x, None)"]),
    (
        "axis-changed",
        "return x.sum(axis=(0, 2))",
        ["return x.sum(axis=(2,))", "return x.sum(axis=(0,))"],
    ),
    ("keepdims-dropped", "return x.sum(axis=1, keepdims=True)", ["return x.sum(axis=1)"]),
    ("keyword-dropped", "return x.var(axis=0, ddof=1)", ["return x.var(axis=0)"]),
    ("function-dropped", "return w * np.exp(x - n)", ["return w * (x - n)"]),
    ("function-dropped", "return np.maximum(x, 0)", ["return x"]),
    ("copy-dropped", "return x.copy()", ["return x"]),
    ("where-swapped", "return np.where(x > 0, w, n)", ["return np.where(x > 0, n, w)"]),
    ("where-swapped", "return w if n else x", ["return x if n else w"]),
    ("shape-axis", "return x.shape[0]", ["return x.shape[1]"]),
    ("count-changed", "return len(x)", ["return x.size"]),
    ("index-shifted", "return x[0]", ["return x[1]", "return x[-1]"]),
    ("index-dropped", "return x[0] * w", ["return x * w"]),
    ("slice-bound", "return x[1:]", ["return x[1 + 1:]", "return x[1 - 1:]", "return x[:]"]),
    ("stride-dropped", "return x[::2]", ["return x[:]"]),
    ("accumulation-overwritten", "x += w", ["x = w"]),
    ("assignment-accumulated", "x[0] = w", ["x[0] += w"]),
    (
        "range-bound",
        "return range(n)",
        ["return range(n + 1)", "return range(n - 1)", "return range(1, n)"],
    ),
    ("order-not-reversed", "return reversed(x)", ["return x"]),
    ("comparison-boundary", "return x > 0", ["return x >= 0"]),
    ("comparison-direction", "return x > 0", ["return x < 0"]),
    ("and-or", "return x and w", ["return x or w"]),
    ("and-or", "return (x > 0) & (w > 0)", ["return (x > 0) | (w > 0)"]),
    ("condition-negated", "return x if n else w", ["return x if (not (n)) else w"]),
    ("statement-deleted", "x[0] = 0", ["pass"]),
    ("definition-deleted", "z = x", ["pass"]),
    ("results-swapped", "return x, w, n", ["return w, x, n", "return x, n, w"]),
    ("targets-swapped", "a, b = x.shape", ["b, a = x.shape"]),
    ("arguments-swapped", "return np.dot(x, w)", ["return np.dot(w, x)"]),
    (
        "wrong-key",
        'return x["m"] - x["v"]',
        ["return x['v'] - x[\"v\"]", "return x[\"m\"] - x['m']"],
    ),
]


@pytest.mark.parametrize(("kind", "statement", "expected"), EXAMPLES)
def test_a_kind_makes_its_edit(kind: str, statement: str, expected: list[str]) -> None:
    """Parentheses keep the meaning of what is not edited."""
    assert of_kind(statement, kind) == expected


def test_a_loop_stops_elsewhere() -> None:
    """`break` is left out, and the bound of a `while` includes its end."""
    source = (
        f"{HEAD}    while n < 3:\n        if x:\n            break\n        n += 1\n    return n\n"
    )
    edits = [
        m.source.splitlines()[m.line - 1].strip()
        for m in mutants(source)
        if m.kind == "stop-condition"
    ]
    assert edits == ["while n <= 3:", "pass"]


def test_a_while_that_looks_for_a_member_has_no_bound() -> None:
    """Neither `in` nor a chain of comparisons is a bound to be moved."""
    loops = (
        "    while n in x:\n        n += 1\n    while 0 < n < 9:\n        n += 1\n    return n\n"
    )
    kinds = {mutant.kind for mutant in mutants(f"{HEAD}{loops}")}
    assert kinds
    assert "stop-condition" not in kinds


def test_a_wrong_variable_is_one_already_known_in_the_same_role() -> None:
    """Names assigned later, called names and names of other roles are not taken."""
    source = f"{HEAD}    z = x + w\n    return z[n]\n"
    edits = [
        m.source.splitlines()[m.line - 1].strip()
        for m in mutants(source)
        if m.kind == "wrong-variable"
    ]
    assert edits == ["z = w + w", "z = x + x"]


def test_every_kind_has_an_example() -> None:
    """A kind without an example would be a kind nobody has seen at work."""
    shown = {kind for kind, _, edits in EXAMPLES if edits} | {"stop-condition", "wrong-variable"}
    assert shown == set(KINDS)
    assert len(KINDS) >= 27


LONG = '''"""Docstring with x + y."""

import numpy as np


def f(x: "a + b", w):
    """Sum of x + w."""
    s = np.sum(
        x * w,
        axis=1,  # µ: two bytes
        keepdims=True,
    )
    if s.any():
        s = s / (
            w + 1
        )
    return (x
            - s)
'''


def test_lines_stay_true() -> None:
    """Every mutant has the lines of its original, and all lines but those of the edit are equal."""
    before = LONG.splitlines()
    found = mutants(LONG)
    assert found
    for mutant in found:
        after = mutant.source.splitlines()
        assert len(after) == len(before), mutant
        assert after[: mutant.line - 1] == before[: mutant.line - 1], mutant
        assert f"line {mutant.line}: " in mutant.description


def test_nothing_is_edited_in_docstrings_annotations_and_imports() -> None:
    """Words about the mathematics are not the mathematics."""
    for mutant in mutants(LONG):
        tree = ast.parse(mutant.source)
        assert ast.get_docstring(tree) == "Docstring with x + y."
        assert '"a + b"' in mutant.source
        assert "import numpy as np" in mutant.source


def test_mutants_are_distinct_programs_in_a_fixed_order() -> None:
    """No two are the same tree, none is the original, and a second run gives the same list."""
    found = mutants(LONG)
    trees = Counter(ast.dump(ast.parse(mutant.source)) for mutant in found)
    assert max(trees.values()) == 1
    assert ast.dump(ast.parse(LONG)) not in trees
    assert found == mutants(LONG)


def test_of_two_names_for_one_edit_the_more_specific_is_kept() -> None:
    """Leaving out eps is called that, and not a dropped addend."""
    source = f"{HEAD}    return np.sqrt(x + eps)\n"
    (mutant,) = (m for m in mutants(source) if m.source.endswith("return np.sqrt(x)\n"))
    assert mutant.kind == "eps-removed"
    assert mutant.plausible
    assert mutant.description == "line 5: eps is left out of `x + eps`"


def test_a_sample_is_spread_over_the_kinds() -> None:
    """As many kinds as mutants where there are enough; the seed decides which."""
    found = mutants(LONG)
    kinds = {mutant.kind for mutant in found}
    picked = sample(found, len(kinds), seed=3)
    assert {mutant.kind for mutant in picked} == kinds
    assert picked == sample(found, len(kinds), seed=3)
    assert picked != sample(found, len(kinds), seed=4)
    assert sample(found, 10_000, seed=1) == found
    assert [found.index(mutant) for mutant in picked] == sorted(map(found.index, picked))


def test_plausible_is_a_property_of_the_kind() -> None:
    """A person forgets a divisor; nobody writes the square as a cube."""
    assert KINDS["divisor-dropped"].plausible
    assert not KINDS["exponent-changed"].plausible
    assert Mutant("", 1, "divisor-dropped", "").plausible
