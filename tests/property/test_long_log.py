"""A log of a hundred thousand events, from two devices, beside card-by-card work and `fsrs`."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fsrs import Card, Rating, Scheduler, State

from dlprep.memory.replay import after, new_card
from dlprep.model.event import CardState, Event
from dlprep.practice.exchange import rebuild
from dlprep.store.ids import next_id
from dlprep.store.store import Store

EVENTS, CARDS, START = 100_000, 2_000, 18_000
SHARES = {
    "review": 80,
    "undo": 8,
    "suspend": 2,
    "unsuspend": 2,
    "bury": 2,
    "reset": 2,
    "set_due": 2,
    "edit_rev": 2,
}


def happened(chance: random.Random, count: int = EVENTS) -> Iterator[Event]:
    """Random events over years, with gaps and a clock that is set back; each undo takes back an
    event that stands, sometimes one of long ago."""
    last, day, standing = None, START, list[Event]()
    for seq in range(1, count + 1):
        day += chance.choice([0] * 40 + [1, 1, -1, 30])
        last = next_id(day * 86_400_000, last, chance.randbytes)
        (kind,) = chance.choices(list(SHARES), list(SHARES.values()))
        at = chance.randrange(len(standing)) if chance.random() < 0.2 and standing else -1
        undone = standing.pop(at) if kind == "undo" and standing else None
        event = Event(
            id=last,
            seq=seq,
            device=chance.choice(["desk", "train"]),
            at_ms=day * 86_400_000,
            tz_min=0,
            day=day,
            kind=kind if undone or kind != "undo" else "suspend",
            subject=undone.subject if undone else f"l.i{chance.randrange(CARDS)}#front",
            rating=chance.randint(1, 4) if kind == "review" else None,
            undoes=undone.id if undone else None,
            payload={
                "bury": {"until": day + 1},
                "set_due": {"due": day + 9},
                "edit_rev": {"rev": chance.choice([1, 2, 3])},
                "review": {"rev": chance.choice([1] * 9 + [2])},
            }.get(kind, {}),
        )
        if undone is None:
            standing.append(event)
        yield event


def moved_on(state: CardState | None, event: Event) -> CardState | None:
    """The card after an event, as a session computes it; None where nothing is left of it."""
    moved = after(state or new_card(event.subject, event.payload.get("rev", 1)), event, event.day)
    return None if moved.untouched else moved


def worked(events: list[Event]) -> dict[str, CardState]:
    """Card by card, event by event; an undo goes through the history of its card again."""
    history: dict[str, list[Event]] = defaultdict(list)
    states: dict[str, CardState | None] = {}
    for event in events:
        card = event.subject
        if event.kind != "undo":
            history[card].append(event)
            states[card] = moved_on(states.get(card), event)
            continue
        history[card] = [each for each in history[card] if each.id != event.undoes]
        states[card] = None
        for each in history[card]:
            states[card] = moved_on(states[card], each)
    return {card: state for card, state in states.items() if state is not None}


@pytest.mark.slow
def test_replay_equals_work_on_the_way_and_two_devices_one(tmp_path: Path) -> None:
    """The logs of both devices, merged and replayed, give the cards that each step gave."""
    events = list(happened(random.Random(7)))
    with Store.open(tmp_path / "p.sqlite3") as store, store.transaction():
        for device in ("train", "desk"):
            store.merge(event for event in events if event.device == device)
        rebuild(store)
        assert store.cards() == worked(events)


@pytest.mark.slow
def test_every_review_is_that_of_the_fsrs_package() -> None:
    """Stability and difficulty, bit for bit, from whatever state of the card."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    epoch, states = datetime(1970, 1, 1, tzinfo=UTC), dict[str, CardState | None]()
    for event in happened(random.Random(8), EVENTS // 4):
        before = states.get(event.subject)
        states[event.subject] = now = moved_on(before, event)
        if event.kind != "review" or now is None or now.reps == 1:
            continue
        assert before is not None
        assert before.last is not None
        theirs = Card(
            card_id=1,
            state=State.Review,
            stability=before.stability,
            difficulty=before.difficulty,
            due=epoch,
            last_review=epoch + timedelta(days=before.last),
        )
        at = epoch + timedelta(days=event.day)
        theirs, _ = scheduler.review_card(theirs, Rating(event.rating), at)
        assert (now.stability, now.difficulty) == (theirs.stability, theirs.difficulty)
