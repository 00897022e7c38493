"""A derivation in a text, as people lay it out, becomes its formulas and their line numbers."""

from __future__ import annotations

import pytest

from dlprep.formula.lines import cleaned, lines_of, parted


@pytest.mark.parametrize(
    ("written", "formula"),
    [
        ("1. y = x²", "y = x²"),
        ("（1）y = x²", "（1）y = x²"),
        ("(2) y = x²", "y = x²"),
        ("② y = x²", "y = x²"),
        ("- y = x²", "y = x²"),
        ("> y = x²", "y = x²"),
        ("⇒ dy/dx = 2x", "dy/dx = 2x"),
        ("\\implies dy/dx = 2x", "dy/dx = 2x"),
        ("$$\\frac{dy}{dx} = 2x$$", "\\frac{dy}{dx} = 2x"),
        ("\\[ y = x^2 \\]", "y = x^2"),
        ("&= 2x \\\\", "= 2x"),
        ("&= 2x \\notag \\\\[4pt]", "= 2x"),
        ("y = x^2 \\tag{3}", "y = x^2"),
        ("y = x²  # by definition", "y = x²"),
        ("y = x²  // since x is real", "y = x²"),
        ("y = x² （因为 x 是实数）", "y = x²"),
        ("y = x² (by the chain rule)", "y = x²"),
        ("y = x²。", "y = x²"),
        ("so that $y = x²$ holds", "y = x²"),
        ("由链式法则 $dy/dx = 2x$", "dy/dx = 2x"),
    ],
)
def test_what_only_lays_a_line_out_is_left_away(written: str, formula: str) -> None:
    assert cleaned(written) == formula


@pytest.mark.parametrize(
    "written",
    [
        "# Derivation",
        "```latex",
        "% a remark",
        "<!-- a remark -->",
        "\\begin{align}",
        "\\end{align*}",
        "\\documentclass{article}",
        "",
        "now apply the chain rule",
        "接着用链式法则",
    ],
)
def test_a_line_without_a_formula_says_nothing(written: str) -> None:
    """Headings, fences, frames and prose are passed over."""
    assert cleaned(written) == ""


def test_lines_keep_their_numbers() -> None:
    """The number is that of the file, so that a complaint is found."""
    text = "# Title\n\ny = x²\n\nso\n\n$$y' = 2x$$\n"
    assert lines_of(text) == [(3, "y = x²"), (7, "y' = 2x")]


@pytest.mark.parametrize("sign", ["⇒", "=>", "∴", "\\implies", "\\Rightarrow", ", ⟹"])
def test_what_follows_from_a_line_may_stand_beside_it(sign: str) -> None:
    """Each side of an inference is a line of its own, with the number of both."""
    assert lines_of(f"$2x = 4 {sign} x = 2$\nz = 1") == [(1, "2x = 4"), (1, "x = 2"), (2, "z = 1")]


@pytest.mark.parametrize("line", ["h => g", "−D => 0", "a => b = c"])
def test_an_arrow_beside_a_bare_formula_is_no_inference(line: str) -> None:
    """It may be an inequality."""
    assert lines_of(line) == [(1, line)]


def test_cases_are_one_line() -> None:
    """From its beginning to its end, numbered as it begins."""
    text = "y = \\begin{cases} x & x > 0 \\\\\n0 & x \\le 0\n\\end{cases}\nz = 1"
    first, second = lines_of(text)
    assert first[0] == 1
    assert "\\end{cases}" in first[1]
    assert second == (4, "z = 1")


@pytest.mark.parametrize(
    ("line", "rest", "condition"),
    [
        ("J_{ij} = −p_i p_j, i ≠ j", "J_{ij} = −p_i p_j", ("i", "ne", "j")),
        ("i = j: J_{ii} = p_i(1 − p_i)", "J_{ii} = p_i(1 − p_i)", ("i", "eq", "j")),
        ("当 i ≠ j 时：J_{ij} = −p_i p_j", "J_{ij} = −p_i p_j", ("i", "ne", "j")),
        ("J_{ij} = −p_i p_j (i != j)", "J_{ij} = −p_i p_j", ("i", "ne", "j")),
        ("J_{ii} = p_i(1 − p_i) if i == j", "J_{ii} = p_i(1 − p_i)", ("i", "eq", "j")),
        ("y = x²", "y = x²", None),
    ],
)
def test_a_condition_on_two_indices_is_parted_from_the_line(
    line: str, rest: str, condition: tuple[str, str, str] | None
) -> None:
    assert parted(line) == (rest, condition)
