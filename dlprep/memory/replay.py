"""The state of a card is a fold over what happened to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dlprep.memory.schedule import reviewed
from dlprep.model.event import CardState, Event, EventKind, NewEvent, Step

KINDS: Final[tuple[EventKind, ...]] = (
    "review",
    "suspend",
    "unsuspend",
    "bury",
    "reset",
    "set_due",
    "edit_rev",
)


def new_card(card: str, rev: int = 1) -> CardState:
    """A card to which nothing has happened."""
    return CardState(
        card=card,
        rev=rev,
        reps=0,
        lapses=0,
        stability=None,
        difficulty=None,
        last=None,
        due=None,
    )


def restarted(state: CardState, rev: int) -> CardState:
    """The card as new; a suspended one stays suspended."""
    return new_card(state.card, rev)._replace(suspended=state.suspended)


def after(state: CardState, event: Event | NewEvent | Step, day: int) -> CardState:
    """The card after one event of study day `day`; events of other kinds leave it alone.

    An event that carries a higher `rev` is about a card whose meaning has changed: its
    schedule starts anew first.
    """
    rev = event.payload.get("rev")
    if isinstance(rev, int) and rev > state.rev:
        state = restarted(state, rev)
    match event.kind:
        case "review" if event.rating is not None:
            return reviewed(state, event.rating, day)
        case "suspend" | "unsuspend":
            return state._replace(suspended=event.kind == "suspend")
        case "bury":
            return state._replace(buried_until=_day(event, "until"))
        case "set_due":
            return state._replace(due=_day(event, "due"))
        case "reset":
            return restarted(state, state.rev)
        case _:
            return state


def replay(events: Iterable[Event | Step]) -> dict[str, CardState]:
    """The cards after these events, which stand (none undone) and are in order.

    As in the store, an untouched card is absent.
    """
    cards: dict[str, CardState] = {}
    for event in events:
        card = event.subject
        state = after(cards.get(card) or new_card(card, _first_rev(event)), event, event.day)
        if state.untouched:
            cards.pop(card, None)
        else:
            cards[card] = state
    return cards


def _first_rev(event: Event | Step) -> int:
    rev = event.payload.get("rev")
    return rev if isinstance(rev, int) else 1


def _day(event: Event | NewEvent | Step, key: str) -> int | None:
    day = event.payload.get(key)
    return day if isinstance(day, int) else None
