"""How one person forgets beside the average."""

from __future__ import annotations

import pytest

from dlprep.memory.forgetting import recall, spans
from dlprep.memory.person import stretch
from dlprep.model.event import RecallClass

SPANS = (0.2, 0.5, 1.0, 2.0, 5.0, 12.0)  # days since the last review over the stability


def of(k: float, reviews: int) -> list[RecallClass]:
    """What is expected of a person with that k, without chance."""
    return [
        RecallClass(n, reviews, round(reviews * recall(k, t)), reviews * recall(1.0, t))
        for n, t in enumerate(SPANS)
    ]


@pytest.mark.parametrize("k", [0.2, 0.5, 1.0, 3.0])
def test_the_stretch_of_a_person_is_found(k: float) -> None:
    """With enough reviews, whatever the average person does."""
    assert stretch(of(k, 2000)) == pytest.approx(k, rel=0.06)


def test_few_reviews_say_little() -> None:
    """None say nothing; a handful moves it a little, many move it far."""
    assert stretch([]) == 1
    assert stretch([RecallClass(9, 0, 0, 0.0)]) == 1
    assert of(0.2, 2000)[0].recalled < 2000
    assert 0.2 < stretch(of(0.2, 2)) < 1


@pytest.mark.parametrize("predicted", [0.0, 1.0])
def test_certain_predictions_break_nothing(predicted: float) -> None:
    """A log may hold reviews that were sure, right or wrong."""
    found = stretch([RecallClass(0, 5, 3, 5 * predicted)])
    assert 0.04 < found < 21


def test_spans_undo_recall() -> None:
    """t / S from R, and back."""
    for t in SPANS:
        assert spans(recall(1.0, t)) == pytest.approx(t)
