"""The log between copies: merged by id, in any order, strictly read."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from dlprep.memory.replay import KINDS, replay
from dlprep.model.event import Event, Moment, NewEvent
from dlprep.model.message import DlprepError
from dlprep.practice.exchange import MOST_FAULTS, Merged, merge, rebuild
from dlprep.practice.ledger import Ledger
from dlprep.store.store import Store
from dlprep.view.messages import words

DAY = 20_000
CARDS = [f"l.i{n}#front" for n in range(6)]


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[list[Store]]:
    opened = [Store.open(tmp_path / name / "p.sqlite3") for name in "abcd"]
    yield opened
    for store in opened:
        store.close()


def study(store: Store, seed: int, count: int = 40) -> None:
    """Reviews, undone and put away at random, over some weeks."""
    chance, ledger, day, done = random.Random(seed), Ledger(store), DAY, []
    for at in range(count):
        day += chance.choice([0, 0, 1, 3, -1])
        moment = Moment(at_ms=day * 86_400_000 + at * 1000 + seed, tz_min=0, day=day)
        kind = chance.choice(["review"] * 6 + ["suspend", "unsuspend", "reset"])
        rating = chance.randint(1, 4) if kind == "review" else None
        new = NewEvent(kind=kind, subject=chance.choice(CARDS), rating=rating, ms=900)
        done.append(ledger.write(moment, new, chance.choice([1, 1, 1, 2])))
        if chance.random() < 0.2:
            ledger.take_back(moment, done.pop(chance.randrange(len(done))), "card")


def exported(store: Store) -> list[str]:
    return [json.dumps(asdict(event), ensure_ascii=False) for event in store.events()]


def told(store: Store) -> list[tuple[object, ...]]:
    return [(e.id, e.device, e.day, e.kind, e.subject, e.undoes) for e in store.events()]


def caches(store: Store) -> tuple[object, ...]:
    stats = store.recall_stats(0), store.time_stats(0)
    return store.cards(), store.item_stats(), store.day_stats(0, 10**6), stats


def test_importing_twice_changes_nothing(stores: list[Store]) -> None:
    """The second time every event is known."""
    one, two, *_ = stores
    study(one, 1)
    lines = exported(one)
    assert merge(two, lines, "a.jsonl") == Merged(len(lines), 0)
    before = told(two), caches(two)
    assert merge(two, lines, "a.jsonl") == Merged(0, len(lines))
    assert (told(two), caches(two)) == before == (told(one), caches(one))


@pytest.mark.parametrize("seed", range(3))
def test_two_devices_in_either_order_give_the_same_cards(stores: list[Store], seed: int) -> None:
    """Cards, statistics and log; and as if replayed from the beginning."""
    one, two, three, four = stores
    study(one, 2 * seed)
    study(two, 2 * seed + 1)
    first, second = exported(one), exported(two)
    for store, order in ((three, (first, second)), (four, (second, first))):
        for lines in order:
            merge(store, lines, "log")
    merge(one, second, "log")
    assert caches(three) == caches(four) == caches(one)
    assert told(three) == told(four) == told(one)
    assert three.cards() == replay(three.events(KINDS, live=True))


def test_work_goes_on_after_an_import(stores: list[Store]) -> None:
    """What is written next counts after everything imported, incrementally as by replay."""
    one, two, *_ = stores
    study(one, 1)
    study(two, 2)
    merge(one, exported(two), "log")
    study(one, 3)
    before = caches(one)
    rebuild(one)
    assert caches(one) == before


def test_years_of_random_events_replay_to_the_same_caches(stores: list[Store]) -> None:
    """Incremental work over years, with undo, reset, raised revs and gaps, equals one replay."""
    store = stores[0]
    with store.transaction():
        study(store, 7, count=1000)
    before = caches(store)
    rebuild(store)
    assert caches(store) == before


def line_of(store: Store, **changed: object) -> str:
    event: Event = next(store.events({"review"}))
    return json.dumps(asdict(event) | changed)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"day": "today"}, '`day` cannot be "today"'),
        ({"rating": 5}, "`rating` cannot be 5"),
        ({"rating": None}, "`rating` cannot be null"),
        ({"kind": "dream"}, '`kind` cannot be "dream"'),
        ({"id": "7"}, '`id` cannot be "7"'),
        ({"colour": 1}, "there is no field colour"),
        ({"subject": "other#front"}, "is another event here"),
    ],
    ids=lambda each: next(iter(each)) if isinstance(each, dict) else "",
)
def test_a_wrong_line_is_named_and_nothing_is_imported(
    stores: list[Store], changed: dict[str, object], said: str
) -> None:
    """File, line, what is wrong; the good lines around it are not taken either."""
    one, two, *_ = stores
    study(one, 1, count=3)
    study(two, 2, count=3)
    before = told(one)
    with pytest.raises(DlprepError) as caught:
        merge(one, [*exported(two), "", line_of(one, **changed)], "b.jsonl")
    (message,) = caught.value.messages
    assert str(message.place).startswith("b.jsonl:")
    assert said in words(message, "en")
    assert words(message, "zh")
    assert told(one) == before


def test_lines_that_are_no_json_are_told_a_few_at_a_time(stores: list[Store]) -> None:
    """A file of another kind does not fill the screen."""
    with pytest.raises(DlprepError) as caught:
        merge(stores[0], ["# notes"] * 50, "notes.md")
    assert len(caught.value.messages) == MOST_FAULTS
    assert "notes.md:1: this line is no JSON object" in words(caught.value.messages[0], "en")


def test_an_undo_needs_what_it_undoes(stores: list[Store]) -> None:
    """Half a log is refused."""
    one, two, *_ = stores
    study(one, 1)
    undo = next(line for line in exported(one) if '"undo"' in line)
    with pytest.raises(DlprepError) as caught:
        merge(two, [undo], "half.jsonl")
    assert "is in neither log" in words(caught.value.messages[0], "en")
