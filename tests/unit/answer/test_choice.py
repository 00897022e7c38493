"""Choices: shuffling and what was picked."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlprep.answer.choice import shuffled
from dlprep.answer.grade import grade, pose
from dlprep.model.item import Choice, Option
from dlprep.model.session import LETTERS
from dlprep.model.text import Text
from dlprep.model.verdict import Graded, NotRead
from dlprep.view.messages import words

SAY = Text("理由", "a reason")


def option(key: str, *, right: bool = False, mistake: str | None = None) -> Option:
    return Option(
        key=key, zh=key, en=key, why=Text(key, f"why {key}"), right=right, mistake=mistake
    )


ONE = Choice(
    id="x.y",
    leaf="x",
    topic="t",
    difficulty=1,
    frequency=1,
    prompt=SAY,
    explanation=SAY,
    options=(
        option("mean", right=True),
        option("no-mean", mistake="mean-missing"),
        option("sign"),
        option("two"),
    ),
)
SEVERAL = replace(
    ONE,
    several=True,
    options=(
        option("p", right=True),
        option("q", right=True),
        option("r", mistake="m"),
        option("s"),
    ),
)
ORDER = ("sign", "mean", "two", "no-mean")


def graded(item: Choice, text: str, order: tuple[str, ...] = ORDER) -> Graded:
    result = grade(item, order, text)
    assert isinstance(result, Graded)
    return result


@given(st.integers())
def test_a_shuffle_keeps_the_keys_and_the_key_is_right(seed: int) -> None:
    """Every option is shown once; the right letter, number and key are right in any order."""
    item, order = pose(ONE, random.Random(seed))
    assert isinstance(order, tuple)
    assert sorted(order) == sorted(each.key for each in ONE.options)
    at = order.index("mean")
    assert all(grade(item, order, text).right for text in ("mean", LETTERS[at], str(at + 1)))  # type: ignore[union-attr]


def test_orders_differ_between_seeds() -> None:
    """The right option is not always in one place."""
    assert len({shuffled(ONE, random.Random(seed)) for seed in range(20)}) > 5


@pytest.mark.parametrize("text", ["b", "B", "2", "mean", " b ", "Ｂ", "(b)"])
def test_ways_to_pick_one(text: str) -> None:
    """Letters of either case, numbers, keys, full-width letters."""
    assert graded(ONE, text).right


def test_a_wrong_pick_has_its_reason_and_mistake() -> None:
    """The reason is that of the option picked, the key that of the right one."""
    result = graded(ONE, "d")
    assert (result.right, result.answer, result.mistake) == (False, "no-mean", "mean-missing")
    assert result.why == Text("no-mean", "why no-mean")
    assert result.key == Text("mean", "mean")


@pytest.mark.parametrize("text", ["p,q", "q p", "ab", "b a", "1 2", "12", "a，b", "p, q"])
def test_ways_to_pick_several(text: str) -> None:
    """In any order, together or apart."""
    assert graded(SEVERAL, text, ("p", "q", "r", "s")).right


def test_a_missed_option_is_wrong_and_counted() -> None:
    """All right options must be picked; the note says how many are missing."""
    result = graded(SEVERAL, "a d", ("p", "q", "r", "s"))
    assert result.right is False
    assert words(result.notes[0], "en") == "right options left out: 1"
    assert graded(SEVERAL, "a", ("p", "q", "r", "s")).why == Text("q", "why q")


def test_a_wrong_option_beside_the_right_ones_is_named() -> None:
    """The mistake is that of the option wrongly picked."""
    result = graded(SEVERAL, "abc", ("p", "q", "r", "s"))
    assert (result.right, result.mistake, result.answer) == (False, "m", "p,q,r")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "there is no answer yet"),
        ("e", "there is no option `e`; choose from A, B, C, D"),
        ("5", "there is no option `5`; choose from A, B, C, D"),
        ("meen", "there is no option `meen`; choose from A, B, C, D"),
        ("a b", "only one option is right here; choose one of A, B, C, D"),
    ],
)
def test_what_names_no_option_is_no_answer(text: str, complaint: str) -> None:
    """Nothing is graded; the letters that exist are named."""
    result = grade(ONE, ORDER, text)
    assert isinstance(result, NotRead)
    assert words(result.message, "en") == complaint
