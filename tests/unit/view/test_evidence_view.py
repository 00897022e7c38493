"""How often suggestions were right, on the screen and for a script."""

from __future__ import annotations

from rich.cells import cell_len

from dlprep.model.rubric import Agreement
from dlprep.view.evidence import agreement_json, grader_lines
from dlprep.view.pen import Pen

KNOWN = [
    Agreement(item="loss.mse.why", answers=4, clear=12, agreed=6),
    Agreement(item="optim.adam.why", answers=1, clear=4, agreed=4),
    Agreement(item="optim.adam.open", answers=1),
]


def test_questions_stand_with_their_share() -> None:
    """The share and the counts of each question; one that is not trusted says so."""
    screen = "\n".join(line.plain for line in grader_lines(Pen("en", 80), KNOWN))
    assert "50 %  loss.mse.why  checklist only" in screen
    assert "answers: 4 · points: 12" in screen
    assert "100 %  optim.adam.why " in screen
    assert "–  optim.adam.open" in screen
    assert "of 16 points with a suggestion, 62 % were as you judged" in screen


def test_nothing_confirmed_says_where_to_begin() -> None:
    """An empty log tells how suggestions come to be confirmed."""
    screen = "\n".join(line.plain for line in grader_lines(Pen("zh", 80), []))
    assert "还没有确认过的回答" in screen
    assert "dlprep quiz --kind short,open" in screen


def test_narrow_windows_are_kept() -> None:
    """No line is wider than the window, in either language."""
    for pen in (Pen("zh", 40), Pen("en", 40)):
        lines = "\n".join(line.plain for line in grader_lines(pen, KNOWN)).split("\n")
        assert [line for line in lines if cell_len(line) > 40] == []


def test_a_script_gets_the_counts() -> None:
    """The share is null before anything was confirmed."""
    assert agreement_json(KNOWN[0]) == {
        "item": "loss.mse.why",
        "answers": 4,
        "points": 12,
        "agreed": 6,
        "agreement": 0.5,
        "checklist": True,
    }
    assert agreement_json(KNOWN[2])["agreement"] is None
