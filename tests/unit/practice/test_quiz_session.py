"""A quiz as a value: what is asked, what is written down, and how it goes on after a break."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from dlprep.bank.index import Bank
from dlprep.bank.locate import find_roots
from dlprep.bank.select import Filter
from dlprep.bank.template import new_item
from dlprep.model.catalog import Header
from dlprep.model.event import ItemStat, Moment, NewEvent
from dlprep.model.message import DlprepError
from dlprep.model.session import Outcome, Question
from dlprep.model.verdict import NotRead
from dlprep.practice.pick import apart, pick
from dlprep.practice.quiz import Quiz, Wish
from dlprep.store.store import Store
from dlprep.view.messages import words

BANK = Path(__file__).parents[2] / "data" / "quiz_bank"
ALL = 6


class Clock:
    """One second passes each time it is looked at."""

    def __init__(self) -> None:
        self.ms = 20_000 * 86_400_000

    def __call__(self) -> Moment:
        self.ms += 1000
        return Moment(at_ms=self.ms, tz_min=0, day=20_000)


@pytest.fixture
def bank() -> Iterator[Bank]:
    opened = Bank.open(find_roots(str(BANK)), None)
    yield opened
    opened.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "progress.sqlite3") as opened:
        yield opened


def begin(
    bank: Bank,
    store: Store,
    *topics: str,
    number: int = 10,
    seed: int = 1,
    clock: Clock | None = None,
) -> Quiz:
    wish = Wish(wanted=Filter(topics=topics), number=number, seed=seed)
    return Quiz.begin(bank, store, clock or Clock(), wish)


def opened(quiz: Quiz) -> Question:
    question = quiz.question()
    assert question is not None
    return question


def answered(quiz: Quiz, text: str) -> Outcome:
    outcome = quiz.answer(text)
    assert isinstance(outcome, Outcome)
    return outcome


def test_every_question_is_asked_once(bank: Bank, store: Store) -> None:
    """A quiz of all items asks each, numbered from 1, and then has none."""
    quiz = begin(bank, store)
    seen = []
    while (question := quiz.question()) is not None:
        seen.append((question.item.id, question.number, question.of))
        quiz.skip()
    assert [number for _, number, _ in seen] == list(range(1, ALL + 1))
    assert {of for *_, of in seen} == {ALL}
    assert len({item for item, *_ in seen}) == ALL


def test_the_same_seed_and_progress_give_the_same_quiz(bank: Bank, tmp_path: Path) -> None:
    """Questions, numbers and the order of options come from the seed."""
    quizzes = []
    for name in ("one", "two"):
        with Store.open(tmp_path / name) as store:
            quiz = begin(bank, store, seed=9)
            asked = []
            while (question := quiz.question()) is not None:
                asked.append(question)
                quiz.skip()
            quizzes.append(asked)
    assert quizzes[0] == quizzes[1]


def test_an_answer_is_on_the_disk_when_the_outcome_is_known(bank: Bank, store: Store) -> None:
    """The event holds what was answered, what was asked and how long it took."""
    quiz = begin(bank, store, "loss.mse.gradient")
    opened(quiz)
    outcome = answered(quiz, "no-two")
    event = store.event(outcome.event or "")
    assert event is not None
    assert (event.kind, event.subject, event.source) == ("answer", "loss.mse.gradient", "quiz")
    assert event.mistake == "factor-two-dropped"
    assert event.payload["right"] is False
    assert event.payload["text"] == "no-two"
    assert event.payload["session"] == quiz.id
    assert event.ms == 1000
    assert store.item_stats()["loss.mse.gradient"].answers == 1


def test_what_cannot_be_read_is_not_recorded(bank: Bank, store: Store) -> None:
    """The question stays open and the log unchanged."""
    quiz = begin(bank, store, "optim.gd-sgd.step")
    question = opened(quiz)
    assert isinstance(quiz.answer("one half"), NotRead)
    assert opened(quiz) == question
    assert not list(store.events({"answer"}))


def test_a_person_grades_a_free_answer(bank: Bank, store: Store) -> None:
    """The answer is stored before the model answer is shown; the own grade takes its place."""
    quiz = begin(bank, store, "nn.backprop.why")
    opened(quiz)
    first = answered(quiz, "each result once")
    assert first.to_confirm
    assert not store.item_stats()
    confirmed = quiz.confirm(first, "yes")
    assert store.item_stats()["nn.backprop.why"].right == 1
    (live,) = store.events({"answer"}, live=True)
    assert (live.id, live.payload["own"]) == (confirmed.event, "yes")
    assert quiz.question() is None


def test_half_an_answer_counts_half_in_the_summary(bank: Bank, store: Store) -> None:
    """In the log it is not right; the topic's score has one half."""
    quiz = begin(bank, store, "nn.backprop.why")
    opened(quiz)
    quiz.confirm(answered(quiz, ""), "half")
    summary = quiz.summary()
    assert (summary.half, summary.right, summary.wrong) == (1, 0, 0)
    assert summary.topics[0].right == 0.5
    assert store.item_stats()["nn.backprop.why"].last_right is False


def test_undo_takes_back_the_last_answer_exactly(bank: Bank, store: Store) -> None:
    """The same question is open again with the same numbers, and the statistics never knew."""
    quiz = begin(bank, store, "optim.gd-sgd.step")
    question = opened(quiz)
    answered(quiz, "12345")
    assert quiz.undo() == "optim.gd-sgd.step"
    assert opened(quiz) == question
    assert store.item_stats() == {}
    assert quiz.undo() is None


def test_undo_goes_back_through_skips_and_own_grades(bank: Bank, store: Store) -> None:
    """Each undo opens the question before, to the beginning."""
    quiz = begin(bank, store)
    order = []
    for at in range(ALL):
        question = opened(quiz)
        order.append(question.item.id)
        if question.item.kind == "short":
            quiz.confirm(answered(quiz, "x"), "no")
        elif at % 2:
            answered(quiz, question.order[0] if question.order else "1")
        else:
            quiz.skip()
    assert [quiz.undo() for _ in range(ALL)] == order[::-1]
    assert opened(quiz).number == 1
    assert store.item_stats() == {}


def test_a_quiz_goes_on_after_a_restart(bank: Bank, store: Store) -> None:
    """Resuming gives the very next question, with its numbers, and undo reaches behind it."""
    quiz = begin(bank, store)
    first = opened(quiz)
    quiz.skip()
    second = opened(quiz)
    again = Quiz.resume(bank, store, Clock())
    assert again is not None
    assert opened(again) == second
    assert again.undo() == first.item.id
    assert opened(again) == first


def test_an_answer_that_nobody_graded_is_asked_again(bank: Bank, store: Store) -> None:
    """Whoever leaves before the own grade meets the question after a restart; the new answer
    takes the place of the old one."""
    quiz = begin(bank, store, "nn.backprop.why")
    question = opened(quiz)
    answered(quiz, "half a thought")
    (advice, *_) = quiz.summary().advice
    assert (advice.code, advice.values) == ("quiz.advice-resume", {"left": 1})
    again = Quiz.resume(bank, store, Clock())
    assert again is not None
    assert opened(again) == question
    again.confirm(answered(again, "the whole of it"), "yes")
    (live,) = store.events({"answer"}, live=True)
    assert live.payload["text"] == "the whole of it"
    assert again.question() is None


def test_a_finished_quiz_is_not_resumed(bank: Bank, store: Store) -> None:
    """After `end` there is nothing to go on with."""
    assert Quiz.resume(bank, store, Clock()) is None
    begin(bank, store).end()
    assert Quiz.resume(bank, store, Clock()) is None


def test_only_the_latest_quiz_is_resumed(bank: Bank, store: Store) -> None:
    """Of two sessions the one worked on last goes on, and only its own answers count."""
    clock = Clock()
    earlier = begin(bank, store, clock=clock)
    opened(earlier)
    earlier.skip()
    later = begin(bank, store, seed=2, clock=clock)
    again = Quiz.resume(bank, store, clock)
    assert again is not None
    assert again.id == later.id
    assert opened(again).number == 1


def test_a_mark_is_set_and_removed(bank: Bank, store: Store) -> None:
    """The open question shows its mark at once."""
    quiz = begin(bank, store, "loss.mse.gradient")
    item = opened(quiz).item.id
    assert quiz.mark(item) is True
    assert opened(quiz).marked
    assert store.marked() == {item}
    assert quiz.mark(item) is False
    assert not opened(quiz).marked


def test_a_hint_is_noted_with_the_answer(bank: Bank, store: Store) -> None:
    """A right answer after a hint can be told from one without."""
    quiz = begin(bank, store, "loss.mse.gradient")
    opened(quiz)
    quiz.hint()
    outcome = answered(quiz, "doubled")
    event = store.event(outcome.event or "")
    assert event is not None
    assert event.payload["hint"] is True


def test_a_question_that_vanished_is_left_out(bank: Bank, store: Store) -> None:
    """A queue may name an item that the bank has no longer; the rest goes on."""
    payload = {"action": "start", "seed": 1, "queue": ["gone.item", "loss.mse.gradient"]}
    new = NewEvent(kind="session", subject="quiz-old", source="quiz", payload=payload)
    store.append(Clock()(), [new])
    quiz = Quiz.resume(bank, store, Clock())
    assert quiz is not None
    question = opened(quiz)
    assert (question.item.id, question.number, question.of) == ("loss.mse.gradient", 1, 1)
    answered(quiz, "doubled")
    assert quiz.question() is None
    assert quiz.summary().left == 0


def test_nothing_that_fits_is_a_fault(bank: Bank, store: Store) -> None:
    """The message says what to widen."""
    with pytest.raises(DlprepError) as caught:
        begin(bank, store, "no such words anywhere")
    assert words(caught.value.messages[0], "en").startswith("no question fits\nhint: widen --topic")
    assert not list(store.events())


def test_the_summary_has_the_weakest_topic_first(bank: Bank, store: Store) -> None:
    """Topics by share of right answers, what to see again, and the next commands."""
    quiz = begin(bank, store)
    for _ in range(ALL):
        question = opened(quiz)
        match question.item.id:
            case "loss.mse.gradient":
                answered(quiz, "no-mean")
            case "loss.mse.which":
                answered(quiz, "square, absolute")
            case "optim.gd-sgd.shape":
                answered(quiz, "1, 1")
            case _:
                quiz.skip()
    summary = quiz.summary()
    assert (summary.answered, summary.right, summary.wrong, summary.skipped) == (3, 1, 2, 3)
    assert [topic.leaf for topic in summary.topics] == ["optim.gd-sgd", "loss.mse"]
    assert set(summary.again) == {"loss.mse.gradient", "optim.gd-sgd.shape"}
    assert words(summary.advice[0], "en") == (
        "`dlprep quiz --topic optim.gd-sgd` practises this topic"
    )


def stat(item: str, *, answers: int, right: int) -> ItemStat:
    return ItemStat(
        item=item, answers=answers, right=right, last_day=1, last_right=right == answers
    )


def test_due_and_weak_items_come_before_what_went_well(bank: Bank) -> None:
    """With everything seen once, the due and the weak are asked, the well-known last."""
    ids = [header.id for header in bank.all_headers()]
    stats = {item: stat(item, answers=3, right=3) for item in ids}
    stats["loss.mse.which"] = stat("loss.mse.which", answers=3, right=1)
    due = ["nn.backprop.front", "gone.item"]
    for seed in range(10):
        rng = random.Random(seed)
        chosen = pick(bank, Filter(), due=due, stats=stats, number=2, rng=rng)
        assert set(chosen) == {"nn.backprop.front", "loss.mse.which"}


def test_new_items_come_before_known_ones(bank: Bank) -> None:
    """What was never answered is asked before what went well."""
    known = "optim.gd-sgd.step"
    stats = {known: stat(known, answers=1, right=1)}
    chosen = pick(bank, Filter(), due=[], stats=stats, number=5, rng=random.Random(0))
    assert known not in chosen
    assert len(chosen) == 5


def test_neighbours_are_of_different_leaves_where_possible() -> None:
    """Three of one leaf and two of another alternate; with one leaf alone nothing can be done."""
    headers = [
        Header(
            id=f"{leaf}.{at}", leaf=leaf, kind="card", difficulty=1, frequency=1, rev=1, topic=""
        )
        for leaf, count in {"a": 3, "b": 2}.items()
        for at in range(count)
    ]
    for seed in range(20):
        leaves = [header.leaf for header in apart(headers, random.Random(seed))]
        assert all(one != two for one, two in pairwise(leaves))
    assert len(apart(headers[:3], random.Random(0))) == 3


def test_what_gives_an_answer_away_comes_after_it() -> None:
    """A question comes after those that it needs, however the dice fall; two that need each other
    come in any order."""
    headers = [
        Header(id=name, leaf=name, kind="card", difficulty=1, frequency=1, rev=1, topic="")
        for name in "abcde"
    ]
    for seed in range(20):
        chosen = apart(headers, random.Random(seed), {("a", "b"), ("b", "c"), ("d", "x")})
        order = "".join(header.id for header in chosen)
        assert order.index("c") < order.index("b") < order.index("a")
    assert len(apart(headers, random.Random(0), {("a", "b"), ("b", "a")})) == 5


def test_a_question_not_yet_written_is_left_out(store: Store, tmp_path: Path) -> None:
    """The template that `bank new` writes is no question; it is named once."""
    own = tmp_path / "own"
    new_item(own, "card", "loss.mse", "mine")
    bank = Bank.open(find_roots(str(BANK), [own]), None)
    quiz = begin(bank, store, "loss.mse.mine")
    assert quiz.question() is None
    assert [words(fault, "en") for fault in quiz.faults] == [
        "`loss.mse.mine` is not written yet and was left out"
    ]
    bank.close()


def test_a_hint_that_is_not_there_is_not_noted(bank: Bank, store: Store) -> None:
    """Who asked for a hint and got none has answered without one."""
    quiz = begin(bank, store, "nn.backprop.front")
    opened(quiz)
    quiz.hint()
    event = store.event(answered(quiz, "f'(g) g'").event or "")
    assert event is not None
    assert "hint" not in event.payload
