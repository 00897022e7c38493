"""An answer in sentences: committed, read, confirmed point by point, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from banks import RULED, item_file, open_bank

from dlprep.bank.index import Bank
from dlprep.bank.select import Filter
from dlprep.model.event import Event, Moment, NewEvent
from dlprep.model.rubric import Agreement, Said
from dlprep.model.session import Outcome
from dlprep.practice.grader import agreements
from dlprep.practice.quiz import Quiz, Wish
from dlprep.store.store import Store

HALF = "Across the ravine the gradients cancel, so it swings less."
ALL: dict[str, Said] = {"cancel": "yes", "add": "yes", "cost": "no"}


class Clock:
    """One second passes each time it is looked at."""

    def __init__(self) -> None:
        self.ms = 20_000 * 86_400_000

    def __call__(self) -> Moment:
        self.ms += 1000
        return Moment(at_ms=self.ms, tz_min=0, day=20_000)


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    opened = open_bank(tmp_path, mse=item_file(RULED))
    yield opened
    opened.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "progress.sqlite3") as opened:
        yield opened


def answered(bank: Bank, store: Store, text: str) -> tuple[Quiz, Outcome]:
    wish = Wish(wanted=Filter(topics=("loss.mse.why",)), number=1, seed=1)
    quiz = Quiz.begin(bank, store, Clock(), wish)
    assert quiz.question() is not None
    outcome = quiz.answer(text)
    assert isinstance(outcome, Outcome)
    return quiz, outcome


def confirms(store: Store) -> list[Event]:
    return list(store.events({"confirm"}, live=True))


def test_the_answer_is_on_the_disk_before_the_points_are_shown(bank: Bank, store: Store) -> None:
    """What was typed is committed ungraded; only then is there anything to confirm."""
    _, outcome = answered(bank, store, HALF)
    (event,) = store.events({"answer"}, live=True)
    assert (event.payload["text"], event.payload["right"]) == (HALF, None)
    assert outcome.to_confirm
    assert outcome.graded.reading is not None
    states = [seen.state for seen in outcome.graded.reading.sightings]
    assert states == ["found", "missing", "missing"]


def test_suggestion_and_confirmation_are_both_written_down(bank: Bank, store: Store) -> None:
    """The score is what the person says; beside it stands what was suggested."""
    quiz, outcome = answered(bank, store, HALF)
    graded = quiz.confirm_points(outcome, ALL)
    assert (graded.score, graded.own, graded.said) == (1, "yes", ALL)
    (answer,) = store.events({"answer"}, live=True)
    (confirm,) = confirms(store)
    assert answer.payload["own"] == "yes"
    assert confirm.subject == "loss.mse.why"
    assert confirm.payload == {
        "answer": answer.id,
        "score": 1,
        "points": {
            "cancel": ["found", "yes"],
            "add": ["missing", "yes"],
            "cost": ["missing", "no"],
        },
    }


@pytest.mark.parametrize(
    ("said", "score", "own"),
    [
        ({"cancel": "yes", "add": "no", "cost": "no"}, 0.5, "half"),
        ({"cancel": "no", "add": "no", "cost": "yes"}, 0.5, "half"),
        ({"cancel": "yes", "add": "half", "cost": "yes"}, 0.95, "yes"),
        ({"cancel": "half", "add": "no", "cost": "no"}, 0.25, "no"),
    ],
)
def test_points_make_the_grade(
    bank: Bank, store: Store, said: dict[str, Said], score: float, own: str
) -> None:
    """From .8 of the required weight an answer is right, from .4 it is half right."""
    quiz, outcome = answered(bank, store, HALF)
    graded = quiz.confirm_points(outcome, said)
    assert (graded.score, graded.own) == (score, own)
    assert graded.review is not None


def test_undo_takes_answer_and_confirmation_back(bank: Bank, store: Store) -> None:
    """Nothing of the answer counts any longer, and the question is asked again."""
    quiz, outcome = answered(bank, store, HALF)
    quiz.confirm_points(outcome, ALL)
    assert quiz.undo() == "loss.mse.why"
    assert confirms(store) == []
    assert list(store.events({"answer", "review"}, live=True)) == []
    assert quiz.question() is not None


def test_nothing_typed_makes_a_checklist(bank: Bank, store: Store) -> None:
    """An answer said aloud has key points to confirm, but nothing is suggested."""
    _, outcome = answered(bank, store, "")
    assert outcome.graded.reading is not None
    assert not outcome.suggests


def tell(store: Store, *pairs: tuple[str, str]) -> None:
    """A confirmed answer from before."""
    points = {str(n): list(pair) for n, pair in enumerate(pairs)}
    new = NewEvent(
        kind="confirm", subject="loss.mse.why", source="quiz", payload={"points": points}
    )
    store.append(Clock()(), [new])


WRONGLY = ("found", "no")


def test_a_question_whose_suggestions_fail_becomes_a_checklist(bank: Bank, store: Store) -> None:
    """Below .6 after ten confirmed points nothing is suggested; after nine it still is."""
    tell(store, *[WRONGLY] * 4, *[("missing", "no")] * 5)
    assert answered(bank, store, HALF)[1].suggests
    tell(store, ("found", "no"))
    assert not answered(bank, store, HALF)[1].suggests


def test_agreement_counts_clear_suggestions(store: Store) -> None:
    """A maybe claims nothing, half said agrees by half, and what cannot be read is left out."""
    tell(store, ("found", "yes"), ("contradicted", "no"), ("maybe", "yes"), ("found", "half"))
    tell(store, ("missing", "yes"), ("found", "perhaps"), ("sure", "yes"))
    assert agreements(confirms(store)) == {
        "loss.mse.why": Agreement(item="loss.mse.why", answers=2, clear=4, agreed=2.5)
    }


@pytest.mark.parametrize(
    ("clear", "agreed", "trusted"), [(9, 0, True), (10, 5.5, False), (10, 6, True), (0, 0, True)]
)
def test_trust_takes_ten_points(clear: int, agreed: float, trusted: bool) -> None:
    """Ten confirmed points decide, and six of ten suffice."""
    assert Agreement(item="x", clear=clear, agreed=agreed).trusted is trusted
