"""What of a text must be the same in both languages."""

from __future__ import annotations

from collections import Counter

import pytest

from dlprep.lint import spans


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("批大小 32，学习率 0.1", ["32", "0.1"]),
        ("`x[3]` and $N = 5$ aside", []),
        ("fp16, L2, top-5, conv3x3 are names", []),
        ("1,000 steps of 10 %", ["1000", "10"]),
        ("costs \\$5", ["5"]),
        ("of 2017 (3rd)", ["2017"]),
        ("第3步", ["3"]),
    ],
)
def test_numbers(text: str, found: list[str]) -> None:
    """Numbers count outside formulas, code and names."""
    assert spans.numbers(text) == Counter(found)


def test_formulas_ignore_blanks() -> None:
    """Spacing inside a formula carries no meaning."""
    assert spans.formulas("$a + b$, $c$ and $c$") == Counter({"a+b": 1, "c": 2})


def test_an_escaped_dollar_is_no_formula() -> None:
    """`\\$` is a dollar sign."""
    assert not spans.formulas(r"from \$5 to \$6")
    assert not spans.is_unbalanced(r"\$5")
    assert spans.is_unbalanced("$5")
