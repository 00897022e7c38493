"""Laws of the log and its schedules, on random histories."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from fsrs import Card, Rating, Scheduler
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dlprep.memory.queue import apart
from dlprep.memory.replay import KINDS, after, new_card, replay
from dlprep.memory.schedule import fuzz_range, fuzzed, intervals, reviewed
from dlprep.model.event import Event, Moment, NewEvent
from dlprep.store.store import Store

START = 20_000
CARDS = [f"leaf{n % 3}.item{n}#front" for n in range(5)]
DAYS = st.lists(st.integers(-2, 120), min_size=1, max_size=25)
# Every event is on the disk before the next one: shrinking a history would take minutes.
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(-3, 200)), min_size=1, max_size=40))
def test_states_equal_the_fsrs_package_fed_with_study_days(history: list[tuple[int, int]]) -> None:
    """Stability and difficulty are those of `fsrs` with each study day at 00:00 UTC."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    theirs, ours, day = Card(card_id=1), new_card("a.b#front"), START
    for rating, gap in history:
        day += gap
        at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=day)
        theirs, _ = scheduler.review_card(theirs, Rating(rating), at)
        ours = reviewed(ours, rating, day)
        assert (ours.stability, ours.difficulty) == (theirs.stability, theirs.difficulty)
        planned = (theirs.due - at).days
        shortest, longest = fuzz_range(planned)
        assert ours.due == day if rating == 1 else shortest <= ours.due - day <= longest


@given(st.integers(1, 36_500), st.text(max_size=20), st.integers(0, 500))
def test_fuzz_is_within_range_and_always_the_same(interval: int, card: str, reps: int) -> None:
    """The same review of the same card is moved the same way."""
    shortest, longest = fuzz_range(interval)
    assert shortest <= fuzzed(interval, card, reps) <= longest
    assert fuzzed(interval, card, reps) == fuzzed(interval, card, reps)


@given(st.integers(1, 10_000), st.text(max_size=20), st.integers(0, 500))
def test_a_longer_plan_is_never_moved_before_a_shorter_one(
    interval: int, card: str, reps: int
) -> None:
    """Fuzz keeps the order of the grades."""
    assert fuzzed(interval, card, reps) <= fuzzed(interval + 1, card, reps)


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 90)), max_size=15))
def test_a_better_grade_never_brings_a_card_back_sooner(history: list[tuple[int, int]]) -> None:
    """Predicted intervals rise from again to easy, whatever happened before."""
    state, day = new_card("a.b#front"), START
    for rating, gap in history:
        day += gap
        state = reviewed(state, rating, day)
    predicted = intervals(state, day + 1)
    assert list(predicted) == sorted(predicted)


@given(st.lists(st.sampled_from("aaabbcd"), max_size=30))
def test_no_two_neighbours_of_one_leaf_where_it_is_possible(leaves: list[str]) -> None:
    """It is possible exactly if no leaf has more than half of the cards, rounded up."""
    cards = [f"{leaf}{n}" for n, leaf in enumerate(leaves)]
    ordered = apart(cards, lambda card: card[0])
    assert sorted(ordered) == sorted(cards)
    most = max(Counter(leaves).values(), default=0)
    if most <= (len(cards) + 1) // 2:
        assert all(left[0] != right[0] for left, right in pairwise(ordered))


def random_event(chance: random.Random) -> NewEvent:
    card = chance.choice(CARDS)
    kind = chance.choices(
        ("review", "answer", "suspend", "unsuspend", "bury", "reset", "set_due", "edit_rev"),
        (60, 15, 4, 4, 4, 2, 3, 2),
    )[0]
    payload = {
        "review": {
            "rev": chance.choice([1, 1, 1, 2]),
            "first": chance.random() < 0.1,
            "r": round(chance.random(), 4),
        },
        "answer": {"right": chance.choice([True, False, None])},
        "bury": {"until": START + chance.randrange(500)},
        "set_due": {"due": START + chance.randrange(500)},
        "edit_rev": {"rev": chance.choice([1, 2, 3])},
    }.get(kind, {})
    rating = chance.randint(1, 4) if kind == "review" else None
    return NewEvent(
        kind=kind, subject=card, rating=rating, ms=chance.randrange(9999), payload=payload
    )


def append_one(store: Store, new: NewEvent, moment: Moment) -> Event:
    """Write an event and the state after it, as the sessions do."""
    before = store.cards([new.subject]).get(new.subject)
    rev = new.payload.get("rev", 1)
    state = after(before or new_card(new.subject, rev), new, moment.day)
    return store.append(moment, [new], cards=[state] if new.kind in KINDS else [])[0]


def undo_one(store: Store, event: Event, moment: Moment) -> None:
    standing = (e for e in store.events(KINDS, event.subject, live=True) if e.id != event.id)
    state = replay(standing).get(event.subject) or new_card(event.subject)
    undo = NewEvent(kind="undo", subject=event.subject, undoes=event.id)
    store.append(moment, [undo], cards=[state])


def caches(store: Store) -> tuple[dict[str, object], ...]:
    day = store.day_stats(-(10**6), 10**6)
    return store.cards(), store.item_stats(), day, store.recall_stats(0), store.time_stats(0)


def rebuilt(store: Store) -> tuple[dict[str, object], ...]:
    touched = replay(store.events(KINDS, live=True)).values()
    store.rebuild(touched)
    return caches(store)


@settings(max_examples=20, deadline=None, phases=NO_SHRINKING)
@given(st.integers(0, 10**9), DAYS)
def test_caches_kept_while_writing_equal_replay_of_the_log(seed: int, gaps: list[int]) -> None:
    """Random events with gaps, undone at random, a clock that jumps: caches equal the log."""
    chance = random.Random(seed)
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "p.sqlite3") as store:
        day, standing = START, []
        for gap in gaps:
            day += gap
            moment = Moment(at_ms=day * 86_400_000, tz_min=0, day=day)
            standing += [append_one(store, random_event(chance), moment) for _ in range(3)]
            if chance.random() < 0.4:
                undo_one(store, standing.pop(chance.randrange(len(standing))), moment)
        assert caches(store) == rebuilt(store)


@settings(max_examples=20, deadline=None, phases=NO_SHRINKING)
@given(st.integers(0, 10**9), DAYS)
def test_undo_is_exact(seed: int, gaps: list[int]) -> None:
    """Everything done after a point and taken back, in any order, leaves the caches of then."""
    chance = random.Random(seed)
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "p.sqlite3") as store:
        day = START
        moment = Moment(at_ms=day * 86_400_000, tz_min=0, day=day)
        for _ in range(10):
            append_one(store, random_event(chance), moment)
        before, later = caches(store), []
        for gap in gaps:
            day += gap
            moment = Moment(at_ms=day * 86_400_000, tz_min=0, day=day)
            later.append(append_one(store, random_event(chance), moment))
        chance.shuffle(later)
        for event in later:
            undo_one(store, event, moment)
        assert caches(store) == before
