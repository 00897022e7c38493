"""Answers and checks move cards; mistakes become cards."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from shipped import BANK as SHIPPED

from dlprep.bank.index import Bank
from dlprep.bank.locate import find_roots
from dlprep.bank.select import Filter
from dlprep.memory.replay import KINDS, replay
from dlprep.model.event import Moment, NewEvent
from dlprep.model.message import Message
from dlprep.model.report import CheckReport, ExerciseReport, FunctionReport, NamedMistake
from dlprep.model.session import Outcome
from dlprep.model.text import Text
from dlprep.practice.bridge import Bridge, Evidence
from dlprep.practice.card_ids import mistake_card
from dlprep.practice.deck import Wishes
from dlprep.practice.faces import faces
from dlprep.practice.flashcards import Flashcards
from dlprep.practice.quiz import Quiz, Wish
from dlprep.practice.record import record
from dlprep.store.store import Store

DAY = 20_000
BANK = Path(__file__).parents[2] / "data" / "quiz_bank"


class Clock:
    """A second passes each time it is looked at."""

    def __init__(self) -> None:
        self.ms, self.day = DAY * 86_400_000, DAY

    def __call__(self) -> Moment:
        self.ms += 1000
        return Moment(at_ms=self.ms, tz_min=0, day=self.day)


@pytest.fixture
def bank() -> Iterator[Bank]:
    opened = Bank.open(find_roots(str(BANK)), None)
    yield opened
    opened.close()


@pytest.fixture
def shipped() -> Bank:
    return SHIPPED


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "p.sqlite3") as opened:
        yield opened


def quiz_of(bank: Bank, store: Store, kind: str) -> Quiz:
    wish = Wish(wanted=Filter(kinds=frozenset([kind])), number=1, seed=1)
    return Quiz.begin(bank, store, Clock(), wish)


def answered(quiz: Quiz, *, right: bool, rating: int | None = None) -> Outcome:
    question = quiz.question()
    assert question is not None
    options = question.item.options  # type: ignore[attr-defined]
    text = ",".join(option.key for option in options if option.right is right)
    text = text if right else text.split(",")[0]
    outcome = quiz.answer(text, rating=rating)
    assert isinstance(outcome, Outcome)
    return outcome


@pytest.mark.parametrize(
    ("evidence", "rating"),
    [
        pytest.param(Evidence(right=False), 1, id="wrong is again"),
        pytest.param(Evidence(right=False, half=True), 2, id="half right is hard"),
        pytest.param(Evidence(right=True), 3, id="right is good"),
        pytest.param(Evidence(right=True, helped=True, ms=1, usual_ms=10), 2, id="hint is hard"),
        pytest.param(Evidence(right=True, ms=21, usual_ms=10), 2, id="twice the time is hard"),
        pytest.param(Evidence(right=True, ms=20, usual_ms=10), 3, id="just twice is good"),
        pytest.param(Evidence(right=True, ms=4, usual_ms=10), 4, id="under half is easy"),
        pytest.param(Evidence(right=True, ms=5, usual_ms=10), 3, id="just half is good"),
        pytest.param(Evidence(right=True, ms=9, usual_ms=None), 3, id="no usual time yet"),
    ],
)
def test_evidence_becomes_a_grade(evidence: Evidence, rating: int) -> None:
    """The rule, row by row."""
    assert evidence.rating == rating


@pytest.mark.parametrize(("right", "rating"), [(True, 3), (False, 1)])
def test_an_answer_in_the_quiz_reviews_the_card_of_its_question(
    bank: Bank, store: Store, right: bool, rating: int
) -> None:
    """One transaction: the answer, the review with its evidence, and the schedule."""
    quiz = quiz_of(bank, store, "choice")
    outcome = answered(quiz, right=right)
    assert outcome.review is not None
    (review,) = [e for e in store.events({"review"}) if e.subject == outcome.review.card]
    assert review.subject == f"{outcome.question.item.id}#choice"
    assert (review.rating, review.source) == (rating, "quiz")
    assert (review.payload["by"], review.ms) == (outcome.event, None)
    assert store.cards() == replay(store.events(KINDS, live=True))


def test_a_wrong_answer_with_a_name_makes_the_mistake_a_card(shipped: Bank, store: Store) -> None:
    """It comes due today, with why it happens and how to see it behind."""
    wish = Wish(wanted=Filter(topics=("loss",), kinds=frozenset(["choice"])), number=30, seed=3)
    quiz = Quiz.begin(shipped, store, Clock(), wish)
    code = None
    while code is None and (question := quiz.question()) is not None:
        named = [o for o in question.item.options if o.mistake and not o.right]  # type: ignore[attr-defined]
        if not named:
            quiz.skip()
            continue
        quiz.answer(named[0].key)
        code = named[0].mistake
    assert code is not None
    cards = Flashcards(shipped, store, Clock(), Wishes(new=0))
    seen = []
    while cards.current is not None:
        seen.append(cards.current.face)
        cards.rate(4, 1000)
    (face,) = [face for face in seen if face.card == mistake_card(code)]
    mistake = shipped.mistake(code)
    assert mistake is not None
    assert face.front == mistake.name
    assert mistake.see is None or mistake.see.zh.strip() in face.back.zh


def test_an_undo_in_the_quiz_takes_the_review_back_too(bank: Bank, store: Store) -> None:
    """Card and mistake are as if the answer had never been."""
    quiz = quiz_of(bank, store, "choice")
    answered(quiz, right=False)
    assert store.cards()
    quiz.undo()
    assert store.cards() == {}
    assert list(store.events({"answer", "review"}, live=True)) == []


def test_a_person_can_put_their_own_grade(bank: Bank, store: Store) -> None:
    """Before or after; the log keeps that it was theirs, and one review stands."""
    quiz = quiz_of(bank, store, "choice")
    outcome = quiz.regrade(answered(quiz, right=True, rating=2), 4)
    (review,) = store.events({"review"}, live=True)
    assert outcome.review is not None
    assert (outcome.review.rating, review.rating, review.payload["own"]) == (4, 4, True)
    quiz.undo()
    assert store.cards() == {}


def test_a_usual_time_needs_five_right_answers_of_the_kind(store: Store) -> None:
    """Other kinds and wrong answers do not count."""
    clock, bridge = Clock(), Bridge(store)
    for ms in (1000, 2000, 3000, 4000):
        store.append(clock(), [_timed("choice", ms, right=True)])
    store.append(clock(), [_timed("choice", 9000, right=False), _timed("open", 1, right=True)])
    assert bridge.usual_ms("choice") is None
    store.append(clock(), [_timed("choice", 5000, right=True)])
    assert bridge.usual_ms("choice") == 3000


def _timed(kind: str, ms: int, *, right: bool) -> NewEvent:
    payload = {"right": right, "kind": kind}
    return NewEvent(kind="answer", subject="a.b", ms=ms, source="quiz", payload=payload)


def report(verdict: str, *mistakes: str) -> CheckReport:
    named = tuple(
        NamedMistake(code=code, text=Text("名", "name"), output="f", confidence="confirmed")
        for code in mistakes
    )
    function = FunctionReport(name="f", verdict=verdict, mistakes=named, cases=())  # type: ignore[arg-type]
    exercise = ExerciseReport(
        id="code.e",
        verdict=verdict,  # type: ignore[arg-type]
        functions=(function,),
        time_ms=1.0,
        reference_time_ms=1.0,
    )
    return CheckReport(file="a.py", seed=1, isolation="L1", exercises=(exercise,))


def ratings(store: Store, card: str) -> list[int | None]:
    return [event.rating for event in store.events({"review"}, card, live=True)]


def test_of_the_wrong_checks_on_a_day_one_counts(store: Store) -> None:
    """Trying again is how people work: Again once, and Hard when it passes after all."""
    clock = Clock()
    for verdict in ("wrong", "wrong", "not-implemented", "passed"):
        record(store, clock(), [report(verdict)], revs={"code.e": 2})
    assert ratings(store, "code.e#code") == [1, 2]
    assert store.cards()["code.e#code"].rev == 2


def test_a_check_that_passes_at_once_is_good(store: Store) -> None:
    """There is nothing against it."""
    record(store, Clock()(), [report("passed")])
    assert ratings(store, "code.e#code") == [3]


def test_a_mistake_named_by_a_check_comes_due_once_a_day(store: Store) -> None:
    """Making it five times in an hour is one lapse, making it tomorrow another."""
    clock = Clock()
    for day in (DAY, DAY, DAY + 1):
        clock.day = day
        record(store, clock(), [report("wrong", "mean-missing", "repair")])
    assert ratings(store, mistake_card("mean-missing")) == [1, 1]
    assert store.cards()[mistake_card("mean-missing")].due == DAY + 1
    assert mistake_card("repair") not in store.cards()


@pytest.mark.parametrize(
    "kind", ["choice", "numeric", "formula", "derivation", "short", "open", "card", "code"]
)
def test_every_kind_of_shipped_item_makes_cards(shipped: Bank, kind: str) -> None:
    """Every item has a card (an exercise where it has gradients of inputs), both sides in both
    languages, and no card shows its answer in front."""
    headers = list(shipped.all_headers(Filter(kinds=frozenset([kind]))))
    assert headers
    for header in random.Random(1).sample(headers, min(len(headers), 25)):
        item = shipped.item(header.id)
        made = faces(item, turn=3)
        assert made or kind == "code"
        assert len({face.card for face in made}) == len(made)
        for face in made:
            for lang in ("zh", "en"):
                assert face.front.in_(lang).strip()
                assert face.back.in_(lang).strip()


def test_fresh_numbers_come_each_turn(shipped: Bank) -> None:
    """A numeric card cannot be learned by its result."""
    headers = shipped.all_headers(Filter(kinds=frozenset(["numeric"])))
    items = [item for header in headers if (item := shipped.item(header.id)).params]  # type: ignore[attr-defined]
    fronts = {face.front for turn in range(6) for face in faces(items[0], turn)}
    assert len(fronts) > 1


def test_the_shape_of_a_gradient_is_that_of_its_input(shipped: Bank) -> None:
    """Asked by name; the input itself is not among what is given."""
    made = {face.card: face for face in faces(shipped.item("code.affine-fb"))}
    weights = made["code.affine-fb#shape-2"]
    assert weights.task == Message("flashcards.task-shape", {"gradient": "dw", "of": "w"})
    assert weights.back.en not in weights.front.en
    assert faces(shipped.item("code.softmax-ce-fb")) == []
