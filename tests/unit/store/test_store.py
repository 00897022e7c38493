"""The event log and its caches."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from dlprep.memory.replay import new_card
from dlprep.memory.schedule import reviewed
from dlprep.model.event import DayStat, Event, ItemStat, Moment, NewEvent
from dlprep.model.message import DlprepError
from dlprep.store.store import Store

NOON = Moment(at_ms=1_800_000_000_000, tz_min=480, day=20_833)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "data" / "progress.sqlite3") as opened:
        yield opened


def answer(item: str, *, right: bool | None, ms: int = 1000) -> NewEvent:
    return NewEvent(kind="answer", subject=item, ms=ms, source="quiz", payload={"right": right})


def undo(event: Event) -> NewEvent:
    return NewEvent(kind="undo", subject=event.subject, undoes=event.id)


def test_an_event_comes_back_as_it_was_written(store: Store) -> None:
    """Nothing of an event is lost: payload, numbers and Chinese text are the same on reading."""
    new = NewEvent(
        kind="answer",
        subject="a.b",
        ms=7,
        source="quiz",
        mistake="mean-missing",
        payload={"right": False, "text": "均值 ∂L/∂x", "parts": [1, 2.5, None]},
    )
    (written,) = store.append(NOON, [new])
    assert list(store.events()) == [written]
    assert store.event(written.id) == written
    assert (written.seq, written.day, written.payload) == (1, NOON.day, new.payload)


def test_events_of_one_append_are_ordered_and_belong_to_one_device(store: Store) -> None:
    """Several events of one moment keep their order, in `seq` and in `id`."""
    written = store.append(NOON, [answer(f"a.{n}", right=True) for n in range(5)])
    assert [e.subject for e in store.events()] == [f"a.{n}" for n in range(5)]
    assert sorted(e.id for e in written) == [e.id for e in written]
    assert {e.device for e in written} == {store.device}


def test_answers_are_summed_by_item_and_by_day(store: Store) -> None:
    """An ungraded answer counts for the day, but not for how well the item is known."""
    store.append(NOON, [answer("a.b", right=True), answer("a.b", right=False)])
    store.append(NOON, [answer("a.b", right=None), answer("a.c", right=None)])
    stat = ItemStat(item="a.b", answers=2, right=1, last_day=NOON.day, last_right=False)
    assert store.item_stats() == store.item_stats(["a.b", "a.c", "a.z"]) == {"a.b": stat}
    day = DayStat(day=NOON.day, reviews=0, recalled=0, introduced=0, answers=4, right=1, ms=4000)
    assert store.day_stats(NOON.day, NOON.day) == {NOON.day: day}


def test_an_undone_answer_leaves_no_trace_in_the_caches(store: Store) -> None:
    """After an undo the caches are as if the answer had never been; the log keeps both."""
    first, second = store.append(NOON, [answer("a.b", right=True), answer("a.b", right=False)])
    store.append(NOON, [undo(second)])
    assert store.item_stats()["a.b"].last_right
    store.append(NOON, [undo(first)])
    assert store.item_stats() == {}
    assert store.day_stats(0, 10**6) == {}
    assert [e.kind for e in store.events()] == ["answer", "answer", "undo", "undo"]
    assert list(store.events(live=True)) == []


def test_an_event_is_undone_once(store: Store) -> None:
    """Two terminals that take back the same step do it once."""
    (event,) = store.append(NOON, [answer("a.b", right=True)])
    (taken_back,) = store.append(NOON, [undo(event)])
    for stale in (event, taken_back):
        with pytest.raises(DlprepError, match=r"store\.not-undoable"):
            store.append(NOON, [undo(stale)])
    assert len(list(store.events())) == 2


def test_an_append_is_all_or_nothing(store: Store) -> None:
    """An event that the schema refuses takes the whole append with it."""
    bad = NewEvent(kind="review", subject="a.b#front", rating=5)
    with pytest.raises(sqlite3.IntegrityError, match="rating"):
        store.append(NOON, [answer("a.b", right=True), bad])
    assert list(store.events()) == []
    assert store.item_stats() == {}


def test_a_review_needs_a_rating(store: Store) -> None:
    """The schema itself keeps out what makes no sense."""
    with pytest.raises(sqlite3.IntegrityError, match="rating IS NOT NULL"):
        store.append(NOON, [NewEvent(kind="review", subject="a.b#front")])


def test_a_card_is_due_from_its_day_on(store: Store) -> None:
    """Due cards come longest due first; suspended and buried ones do not."""
    cards = [reviewed(new_card(f"a.{n}#front"), 3, NOON.day + n) for n in range(4)]
    days = [card.due for card in cards]
    store.append(NOON, [], cards=cards)
    assert store.cards(["a.1#front"]) == {"a.1#front": cards[1]}
    assert store.due(days[0] - 1) == []
    assert store.due(days[2]) == cards[:3]
    assert store.due(days[2], 2) == cards[:2]


def test_what_comes_due_is_counted_day_by_day(store: Store) -> None:
    """Today has all that waits; what is put away is left out. Mistakes can be asked for alone."""
    state = reviewed(new_card("a.0#front"), 3, NOON.day - 9)
    due = {"a.1#front": -3, "a.2#front": 0, "mistake.x#mistake": 2, "a.3#front": 2, "a.4#front": 3}
    cards = [state._replace(card=card, due=NOON.day + ahead) for card, ahead in due.items()]
    store.append(NOON, [], cards=[*cards, cards[0]._replace(card="a.5#front", suspended=True)])
    assert store.due_ahead(NOON.day, 3) == (2, 0, 2)
    assert [s.card for s in store.due(NOON.day + 2, named="mistake.")] == ["mistake.x#mistake"]


def test_an_untouched_card_has_no_row(store: Store) -> None:
    """Undoing the first review of a card removes its row from the cache."""
    state = reviewed(new_card("a.b#front"), 3, NOON.day)
    store.append(NOON, [], cards=[state])
    store.append(NOON, [], cards=[new_card("a.b#front")])
    assert store.cards() == {}


def test_the_last_mark_counts(store: Store) -> None:
    """Marking is a switch."""
    for on in (True, False, True):
        store.append(NOON, [NewEvent(kind="mark", subject="a.b", payload={"on": on})])
    store.append(NOON, [NewEvent(kind="mark", subject="a.c", payload={"on": False})])
    assert store.marked() == {"a.b"}


def test_the_last_session_can_be_resumed_until_it_ends(store: Store) -> None:
    """The events of the latest session of one practice, and nothing once it has ended."""
    for action in ("start", "next"):
        new = NewEvent(kind="session", subject="s1", source="quiz", payload={"action": action})
        store.append(NOON, [new])
    assert [e.payload["action"] for e in store.last_session("quiz")] == ["start", "next"]
    assert store.last_session("card") == ()
    end = NewEvent(kind="session", subject="s1", source="quiz", payload={"action": "end"})
    store.append(NOON, [end])
    assert store.last_session("quiz") == ()
    assert len(store.last_session("quiz", unfinished=False)) == 3


def test_a_transaction_is_undone_as_a_whole(store: Store) -> None:
    """What fails inside a transaction takes back every append of it."""

    def half() -> None:
        with store.transaction():
            store.append(NOON, [answer("a.b", right=True)])
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        half()
    assert list(store.events()) == []


def test_rebuild_gives_the_same_caches(store: Store) -> None:
    """Caches computed again from the log equal those kept while writing."""
    written = store.append(NOON, [answer(f"a.{n % 3}", right=n % 2 == 0) for n in range(9)])
    store.append(NOON, [undo(written[4])])
    state = reviewed(new_card("a.b#front"), 3, NOON.day)
    store.append(NOON, [], cards=[state])
    before = (store.item_stats(), store.day_stats(0, 10**6), store.cards())
    store.rebuild([state])
    assert (store.item_stats(), store.day_stats(0, 10**6), store.cards()) == before


def test_what_was_written_is_there_on_opening_again(tmp_path: Path) -> None:
    """A second opening finds events, caches and the same device."""
    path = tmp_path / "p.sqlite3"
    with Store.open(path) as first:
        (event,) = first.append(NOON, [answer("a.b", right=True)])
        device = first.device
    with Store.open(path) as second:
        assert list(second.events()) == [event]
        assert second.device == device


def test_queries_use_an_index(store: Store) -> None:
    """An append looks up one item and one day, however long the log is."""
    for query in (
        "SELECT * FROM item_now WHERE item = 'a.b'",
        "SELECT * FROM day_now WHERE day = 1",
        "SELECT * FROM live WHERE id = 'x'",
    ):
        details = [row[3] for row in store._db.execute(f"EXPLAIN QUERY PLAN {query}")]
        assert not [line for line in details if line.startswith("SCAN event")], details


def test_an_append_does_not_read_the_log(store: Store) -> None:
    """The work of SQLite for one more event does not grow with the events before it."""

    def steps() -> int:
        done = 0

        def count() -> int:
            nonlocal done
            done += 1
            return 0

        store._db.set_progress_handler(count, 1)
        store.append(NOON, [NewEvent(kind="mark", subject="a.c", payload={"on": True})])
        store._db.set_progress_handler(None, 1)
        return done

    few = steps()
    marks = [NewEvent(kind="mark", subject=f"a.{n}", payload={"on": True}) for n in range(2000)]
    store.append(NOON, marks)
    assert steps() < few + 50
