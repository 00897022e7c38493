"""The worked solution without its wrong forms, and the wrong forms alone."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from dlprep.check.source.variants import variants
from dlprep.check.source.worked import WrongForm, unmarked, wrong_forms

SOLUTIONS = sorted((Path(__file__).parents[4] / "solutions").glob("*.py"))
SMALL = '''"""Sums."""


def total(x, n):
    """The mean."""
    # Why this is so.
    y = x.sum() / n
    # mistake mean-missing: y = x.sum()
    # mistake sign-flipped:
    #     y = x.sum()
    #     y = -y / n
    # convention reduction-sum instead of reduction-mean: y = x.sum()
    y += 1
    # mistake plus-missing: pass
    return y
'''


def test_comments_of_wrong_forms_are_gone_and_others_stay() -> None:
    """Also those over several lines."""
    assert (
        unmarked(SMALL)
        == '''"""Sums."""


def total(x, n):
    """The mean."""
    # Why this is so.
    y = x.sum() / n
    y += 1
    return y
'''
    )


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_a_shown_solution_is_the_same_program(path: Path) -> None:
    """Nothing but comments is left out, and none that names a mistake is left in."""
    solution = path.read_text(encoding="utf-8")
    shown = unmarked(solution)
    assert ast.dump(ast.parse(shown)) == ast.dump(ast.parse(solution))
    assert "# mistake" not in shown
    comments = [line for line in shown.splitlines() if line.strip().startswith("#")]
    assert not any(" instead of " in line and ":" in line for line in comments)


def test_wrong_forms_have_their_lines_and_their_function() -> None:
    """A dropped line has no wrong form; another convention is no mistake."""
    assert wrong_forms(SMALL, "total.py") == (
        WrongForm("mean-missing", "total", "y = x.sum()", "y = x.sum() / n", 8),
        WrongForm("sign-flipped", "total", "y = x.sum()\ny = -y / n", "y = x.sum() / n", 9),
        WrongForm("plus-missing", "total", "", "y += 1", 14),
    )


TOGETHER = """
def relu(x, w, b):
    a = x @ w + b
    # mistake bias-late/both: a = x @ w
    h = max(a, 0)
    # mistake bias-late/both: h = max(a, 0) + b
    return h
"""


def test_lines_that_are_wrong_together_are_one_form() -> None:
    """One of them alone would be another mistake."""
    (form,) = wrong_forms(TOGETHER, "relu.py")
    assert form.wrong == "a = x @ w\nh = max(a, 0) + b"
    assert form.right == "a = x @ w + b\nh = max(a, 0)"


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_every_written_mistake_of_the_solutions_is_found(path: Path) -> None:
    """As many codes as the checker knows, each with the right lines beside the wrong ones."""
    solution = path.read_text(encoding="utf-8")
    forms = wrong_forms(solution, path.name)
    assert {form.code for form in forms} == {
        each.code for each in variants(solution, path.name) if each.asked is None
    }
    assert all(form.right and form.right != form.wrong for form in forms)
    assert all("# mistake" not in form.right for form in forms)
