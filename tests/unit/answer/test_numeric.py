"""Numeric questions: drawing, filling in, grading."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlprep.answer.grade import grade, pose, shown_vector
from dlprep.answer.numeric import Drawn, draw, fill, shown
from dlprep.model.item import NamedWrong, Numeric, Param, Tolerance
from dlprep.model.message import DlprepError
from dlprep.model.text import Text
from dlprep.model.verdict import Graded, NotRead
from dlprep.view.messages import words

STEP = {
    "params": {
        "a": Param(choice=(1.0, 2.0, 4.0)),
        "w": Param(int=(-5, 5), exclude=(0,)),
        "lr": Param(real=(0.05, 0.2), step=0.05),
    },
    "let": {"g": "2*a*w"},
    "where": ("a*lr < 0.4",),
    "answer": ("w - lr*g",),
    "wrong": (
        NamedWrong(code="factor-two-dropped", value=("w - lr*a*w",), why=Text("漏 {g}", "no {g}")),
    ),
}


def numeric(**changes: object) -> Numeric:
    """The step of gradient descent, with changes."""
    text = Text("{w}", "{w}")
    fixed = {"id": "x.y", "leaf": "x", "topic": "t", "difficulty": 1, "frequency": 1}
    return Numeric(**{**fixed, "prompt": text, "explanation": text, **STEP, **changes})


@given(st.integers())
def test_every_draw_satisfies_where(seed: int) -> None:
    """Parameters lie in their ranges and on their steps, and every condition holds."""
    values = draw(numeric(), random.Random(seed)).values
    assert values["a"] in {1, 2, 4}
    assert values["w"] in set(range(-5, 6)) - {0}
    assert values["lr"] in {0.05, 0.1, 0.15, 0.2}
    assert values["a"] * values["lr"] < 0.4


@given(st.integers())
def test_the_key_is_right_and_the_named_wrong_answer_is_named(seed: int) -> None:
    """Typing what the key shows is always right; a foreseen slip is recognised."""
    item, drawn = pose(numeric(), random.Random(seed))
    assert isinstance(drawn, Drawn)
    right = grade(item, drawn, shown(drawn.answer[0]))
    assert isinstance(right, Graded)
    assert right.right
    wrong = grade(item, drawn, shown(drawn.wrong[0][0]))
    assert isinstance(wrong, Graded)
    assert (wrong.right, wrong.mistake) == (False, "factor-two-dropped")
    assert wrong.why == Text(f"漏 {shown(drawn.values['g'])}", f"no {shown(drawn.values['g'])}")


def test_the_same_seed_draws_the_same() -> None:
    """A question can be asked again as it was."""
    assert draw(numeric(), random.Random(7)) == draw(numeric(), random.Random(7))


def test_conditions_that_nothing_satisfies_are_a_fault() -> None:
    """After a thousand draws the condition is named instead of drawing for ever."""
    with pytest.raises(DlprepError) as caught:
        draw(numeric(where=("a > 4",)), random.Random(0))
    assert words(caught.value.messages[0], "en") == (
        "no parameters of `x.y` satisfy its conditions: a > 4"
    )


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{a}w²", "2w²"),
        ("$w_{{t+1}} = {w}$", "$w_{t+1} = −3$"),
        ("{lr:.3f}", "0.100"),
        ("{lr:.0%}", "10%"),
        ("{n:,d}", "1,234,567"),
        ("{answer} and {answer[1]}", "1.5 and 4"),
        ("{third}", "0.333333"),
        ("{tiny}", "1e−7"),
    ],
)
def test_placeholders(text: str, filled: str) -> None:
    """Whole numbers are shown whole, others with six digits, and minus is a minus sign."""
    values = {"a": 2.0, "w": -3, "lr": 0.1, "n": 1234567.0, "third": 1 / 3, "tiny": 1e-7}
    assert fill(text, Drawn(values=values, answer=(1.5, 4.0))) == filled


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{b}", "the placeholder `{b}` names nothing; there are a, answer"),
        ("{answer[3]}", "the placeholder `{answer[3]}` names nothing; there are a, answer"),
        ("w_{t", "column 3: a lone brace; write it twice to show one: w_{t"),
        ("{a.real}", "column 1: a lone brace; write it twice to show one: {a.real}"),
        ("{a:d}", "the format of `{a:d}` does not fit its number"),
    ],
)
def test_a_bad_placeholder_is_a_fault(text: str, complaint: str) -> None:
    """Nothing but numbers is reachable from a text, and a slip is named."""
    with pytest.raises(DlprepError) as caught:
        fill(text, Drawn(values={"a": 2.5}, answer=(1.0,)))
    assert words(caught.value.messages[0], "en") == complaint


def graded(text: str, *, key: tuple[str, ...], **changes: object) -> Graded:
    plain = {"params": {}, "let": {}, "where": (), "wrong": ()}
    plain |= {"prompt": Text("", ""), "explanation": Text("", "")}
    item = numeric(**plain, answer=key, **changes)
    posed, drawn = pose(item, random.Random(0))
    result = grade(posed, drawn, text)
    assert isinstance(result, Graded)
    return result


def test_a_shape_is_compared_component_by_component() -> None:
    """The key of a shape is shown with crosses, as people write shapes."""
    result = graded("32×32×32", key=("32", "31", "31"))
    assert (result.right, result.answer, result.key.en) == (False, "32 × 32 × 32", "32 × 31 × 31")
    assert graded("(32, 31, 31)", key=("32", "31", "31")).right


def test_too_few_components_are_wrong_and_said_so() -> None:
    """The count is part of the answer to a question about a shape."""
    result = graded("32", key=("32", "31"))
    assert result.right is False
    assert words(result.notes[0], "en") == "the answer has 2 number(s); you gave 1"


def test_tolerance_is_relative_or_absolute_whichever_is_larger() -> None:
    """At a key of zero only the absolute tolerance can hold."""
    tolerance = Tolerance(rel=0.01, abs=0.5)
    assert graded("0.4", key=("0",), tolerance=tolerance).right
    assert graded("100.9", key=("100",), tolerance=tolerance).right
    assert not graded("101.1", key=("100",), tolerance=tolerance).right


def test_an_answer_rounded_too_early_is_told_so() -> None:
    """The digits that were kept, and how many it takes; by another slip, the tolerance."""
    result = graded("0.33", key=("1/3",))
    assert result.right is False
    assert words(result.notes[0], "en") == (
        "right method, rounded too early: you kept 2 significant digits, and 3 are needed"
    )
    assert words(graded("0.335", key=("1/3",)).notes[0], "en") == (
        "close, but the tolerance is 0.1 %: keep more digits before rounding"
    )


def test_what_cannot_be_read_is_no_answer() -> None:
    """Nothing is graded, and the reason is given."""
    item, drawn = pose(numeric(), random.Random(0))
    unread = grade(item, drawn, "one half")
    assert isinstance(unread, NotRead)
    assert words(unread.message, "zh").startswith("`one` 不是数；写成 0.75")


@pytest.mark.parametrize(
    ("values", "unit", "text"),
    [
        ((0.5,), None, "0.5"),
        ((98.0,), "MB", "98 MB"),
        ((12.5,), "%", "12.5%"),
        ((32, 31, 31), None, "32 × 31 × 31"),
        ((0.5, -1), None, "(0.5, −1)"),
    ],
)
def test_how_a_key_is_shown(values: tuple[float, ...], unit: str | None, text: str) -> None:
    """Shapes with crosses, other vectors in parentheses, the unit behind."""
    assert shown_vector(values, unit) == text
