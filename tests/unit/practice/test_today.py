"""The plan for a date, and what it says to do today."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from banks import CARD, item_file, write_bank
from shipped import BANK

from dlprep.bank.faces import KINDS
from dlprep.bank.index import Bank
from dlprep.bank.select import Filter
from dlprep.memory.queue import item_of
from dlprep.model.event import Moment, NewEvent
from dlprep.model.plan import Plan
from dlprep.practice import today
from dlprep.practice.card_ids import mistake_card, mistake_of
from dlprep.practice.deck import Wishes
from dlprep.practice.flashcards import Flashcards
from dlprep.practice.ledger import Ledger
from dlprep.practice.plan import current, keep
from dlprep.practice.today import Today
from dlprep.store.store import Store
from dlprep.view.pen import Pen
from dlprep.view.today import agenda_json, page_lines

DAY = 20_000


def at(day: int) -> Moment:
    return Moment(at_ms=day * 86_400_000, tz_min=0, day=day)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return BANK


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "p.sqlite3") as opened:
        yield opened


def review(store: Store, card: str, rating: int, day: int, ms: int = 8000) -> None:
    new = NewEvent(kind="review", subject=card, rating=rating, ms=ms, source="card")
    Ledger(store).write(at(day), new, 1)


def study(bank: Bank, store: Store, day: int, rating: int = 3) -> tuple[str, ...]:
    cards = Today(bank, store, day).agenda().cards
    for card in cards:
        review(store, card, rating, day)
    return cards


def test_a_plan_is_an_event_and_the_latest_holds(store: Store) -> None:
    """Nothing is overwritten; clearing is an event too."""
    assert current(store) is None
    first, second = Plan(day=DAY + 9, minutes=20), Plan(day=DAY + 5, minutes=40, topics=("loss",))
    keep(store, at(DAY), first)
    keep(store, at(DAY), second)
    assert current(store) == second
    keep(store, at(DAY), None)
    assert current(store) is None
    assert len(list(store.events({"params"}))) == 3


def test_a_new_person_gets_something_to_begin_with(bank: Bank, store: Store) -> None:
    """New cards of what is asked most, questions, and no score to be disappointed by."""
    agenda = Today(bank, store, DAY).agenda()
    assert agenda.cards
    assert (agenda.due, agenda.ready, agenda.started) == (0, None, False)
    assert len({item_of(card) for card in agenda.cards}) == len(agenda.cards)


def test_a_plan_meets_nothing_before_what_it_needs(bank: Bank, store: Store) -> None:
    """Day after day, whatever the weights of the leaves."""
    topics = ("loss.gradients", "nn.backprop", "math.prob-info", "eng.eval", "der")
    keep(store, at(DAY), Plan(day=DAY + 30, minutes=40, topics=topics))
    met = [item_of(card) for day in range(DAY, DAY + 4) for card in study(bank, store, day)]
    place = {item: n for n, item in reversed(list(enumerate(met)))}
    carded = {h.id for h in bank.all_headers(Filter(topics=topics, kinds=KINDS - {"code"}))}
    pairs = [(needed, item) for item, needed in bank.needs(place) if needed in carded]
    assert len(pairs) > 3
    assert [(a, b) for a, b in pairs if place.get(a, len(met)) > place[b]] == []


def test_topics_of_the_plan_are_all_that_is_chosen(bank: Bank, store: Store) -> None:
    """Cards, derivation and exercise."""
    keep(store, at(DAY), Plan(day=DAY + 20, minutes=60, topics=("loss",)))
    agenda = Today(bank, store, DAY).agenda()
    leaves = {header.leaf for header in bank.headers(map(item_of, agenda.cards)).values()}
    assert leaves
    assert all(leaf.startswith("loss") for leaf in leaves)
    assert agenda.exercise is None or bank.item(agenda.exercise).leaf.startswith("loss")


def test_more_minutes_hold_more_cards(bank: Bank, store: Store) -> None:
    """And a short day still has some."""
    few, many = (len(Today(bank, store, DAY).agenda(minutes).cards) for minutes in (5, 45))
    assert 0 < few < many


def test_a_part_of_very_many_cards_stands_for_all(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a topic is known by, and the score, are those of all cards."""
    items = (CARD.replace("loss.mse.units", f"loss.mse.n{n:02}") for n in range(30))
    bank = Bank.open(write_bank(tmp_path, mse=item_file(*items)), None)
    for n in range(30):
        review(store, f"loss.mse.n{n:02}#front", 3, DAY - 2)
    keep(store, at(DAY), Plan(day=DAY + 10, minutes=1))
    whole = Today(bank, store, DAY)
    monkeypatch.setattr(today, "_SAMPLE", 10)
    part = Today(bank, store, DAY)
    assert [(leaf.seen, leaf.items) for leaf in part.leaves] == [(30, 30)]
    assert part.leaves[0].mastery == pytest.approx(whole.leaves[0].mastery)
    assert part.agenda().ready == pytest.approx(whole.agenda().ready, abs=0.002)


def test_work_raises_the_score_and_a_missed_day_costs(bank: Bank, store: Store) -> None:
    """The score lies within its band; keeping the plan promises more than stopping."""
    keep(store, at(DAY), Plan(day=DAY + 10, minutes=30))
    before = Today(bank, store, DAY).agenda().ready
    study(bank, store, DAY)
    after = Today(bank, store, DAY + 1).agenda().ready
    assert before is not None
    assert after is not None
    assert before.now == 0 < after.low <= after.now <= after.high
    assert after.now < after.missed <= after.kept <= 1


def test_cards_seen_today_are_not_offered_again(bank: Bank, store: Store) -> None:
    """Asking twice in one day, the second agenda goes on where the first ended."""
    keep(store, at(DAY), Plan(day=DAY + 10, minutes=30))
    first = study(bank, store, DAY)
    second = Today(bank, store, DAY).agenda().cards
    assert {item_of(c) for c in first}.isdisjoint(item_of(c) for c in second)


def test_a_planned_card_is_held_though_it_is_not_due(bank: Bank, store: Store) -> None:
    """The date decides, not the interval; after its review it is not shown again."""
    card = study(bank, store, DAY, rating=4)[0]
    session = Flashcards(bank, store, lambda: at(DAY + 1), Wishes(cards=(card,)))
    assert session.current is not None
    assert session.current.face.card == card
    session.rate(3, 1000)
    assert session.current is None


def test_quick_cards_come_before_slow_ones(bank: Bank, store: Store) -> None:
    """Where time is short, what a card took before decides between cards of the same worth."""
    keep(store, at(DAY), Plan(day=DAY + 40, minutes=30, topics=("loss.softmax-ce",)))
    cards = sorted(card for card in study(bank, store, DAY) if not mistake_of(card))
    quick = set(cards[len(cards) // 2 :])
    for day in (DAY + 3, DAY + 9, DAY + 20):
        for card in cards:
            review(store, card, 3, day, 3000 if card in quick else 30_000)
    chosen = [card for card in Today(bank, store, DAY + 39).agenda(2).cards if card in cards]
    assert len(chosen) < len(cards)
    assert quick.issubset(chosen)


def test_after_the_date_only_what_is_due_comes_back(bank: Bank, store: Store) -> None:
    """Long-term mode: no score, no hurry."""
    keep(store, at(DAY), Plan(day=DAY + 1, minutes=30))
    easy = study(bank, store, DAY, rating=4)
    agenda = Today(bank, store, DAY + 2).agenda()
    assert (agenda.days_left, agenda.ready) == (-1, None)
    assert set(easy).isdisjoint(agenda.cards)


def test_a_mistake_that_is_due_comes_first_and_is_named(bank: Bank, store: Store) -> None:
    """On the page, and as the first card."""
    store.append(at(DAY), [NewEvent(kind="check", subject="code.e", mistake="mean-missing")])
    review(store, mistake_card("mean-missing"), 1, DAY)
    agenda = Today(bank, store, DAY + 1).agenda()
    assert agenda.cards[0] == mistake_card("mean-missing")
    assert [(each.code, each.times) for each in agenda.fading] == [("mean-missing", 1)]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("days_left", [None, -3, 0, 1, 23])
def test_the_page_fits_a_screen_in_both_languages(
    bank: Bank, store: Store, lang: str, days_left: int | None
) -> None:
    """At most 80 columns and a dozen lines, whatever the date; JSON says the same."""
    study(bank, store, DAY - 2, rating=1)
    if days_left is not None:
        keep(store, at(DAY), Plan(day=DAY + days_left, minutes=40))
    agenda = Today(bank, store, DAY).agenda()
    lines = list(page_lines(Pen(lang, 80), agenda))  # type: ignore[arg-type]
    shown = "\n".join(line.plain for line in lines).splitlines()
    assert len(shown) <= 12
    assert all(line.cell_len <= 80 for whole in lines for line in whole.split("\n"))
    assert agenda_json(agenda)["quiz"] == agenda.quiz
