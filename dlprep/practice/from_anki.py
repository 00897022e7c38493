"""Reviews done in Anki become reviews here, each once however often a package is imported."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256

from dlprep.bank.index import Bank
from dlprep.memory.day import study_day
from dlprep.memory.queue import item_of
from dlprep.model.event import Event
from dlprep.practice.exchange import Merged, rebuild
from dlprep.store.anki import AnkiReview
from dlprep.store.ids import next_id
from dlprep.store.store import Store

DEVICE = "anki"


def merge_reviews(
    bank: Bank, store: Store, reviews: Iterable[AnkiReview], tz_min: Callable[[int], int]
) -> tuple[Merged, int]:
    """Add the reviews of our cards; `tz_min` tells the minutes east of UTC at a time. Also how
    many reviews were of other cards."""
    ours = [(review, review.guid.rpartition("@")[0]) for review in reviews]
    headers = bank.headers({item_of(card) for _, card in ours})
    known = {card for _, card in ours if item_of(card) in headers}
    events = [
        _event(review, card, headers[item_of(card)].rev, tz_min(review.at_ms))
        for review, card in ours
        if card in known
    ]
    with store.transaction():
        new = [event for event in events if store.event(event.id) is None]
        if new:
            store.merge(sorted(new, key=lambda event: event.id))
            rebuild(store)
    return Merged(len(new), len(events) - len(new)), len(ours) - len(events)


def _event(review: AnkiReview, card: str, rev: int, tz_min: int) -> Event:
    drawn = sha256(f"{review.guid} {review.at_ms}".encode()).digest()
    return Event(
        id=next_id(review.at_ms, None, lambda count: drawn[:count]),
        seq=1,
        device=DEVICE,
        at_ms=review.at_ms,
        tz_min=tz_min,
        day=study_day(review.at_ms, tz_min),
        kind="review",
        subject=card,
        rating=review.rating,
        ms=review.ms,
        source="card",
        payload={"rev": rev, "anki": True},
    )
