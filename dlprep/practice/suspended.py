"""Cards put away for good: which they are, and how one comes back."""

from __future__ import annotations

import difflib

from dlprep.bank.index import Bank
from dlprep.memory.queue import item_of
from dlprep.model.event import Moment, NewEvent
from dlprep.model.flashcard import SuspendedCard
from dlprep.model.message import fault
from dlprep.model.text import Text
from dlprep.practice.card_ids import mistake_of
from dlprep.practice.faces import faces, mistake_face
from dlprep.practice.ledger import Ledger
from dlprep.store.store import Store

ALL = "all"


def suspended(bank: Bank, store: Store) -> tuple[SuspendedCard, ...]:
    """The suspended cards by name; what they ask is None where the bank has them no longer."""
    cards = sorted(card for card, state in store.cards().items() if state.suspended)
    return tuple(SuspendedCard(card, _front(bank, card)) for card in cards)


def restore(store: Store, moment: Moment, name: str) -> tuple[str, ...]:
    """Bring back the card of this name, those of this item, or `all`; which they were.

    Their schedules are what they were. Raises `flashcards.not-suspended`.
    """
    away = {card: state for card, state in store.cards().items() if state.suspended}
    found = tuple(card for card in sorted(away) if name in {card, item_of(card), ALL})
    if not found:
        near = difflib.get_close_matches(name, sorted(away), n=3)
        code = "flashcards.not-suspended-near" if near else "flashcards.not-suspended"
        raise fault(code, name=name, near=near)
    ledger = Ledger(store)
    with store.transaction():
        for card in found:
            new = NewEvent(kind="unsuspend", subject=card, source="card")
            ledger.write(moment, new, away[card].rev)
    return found


def _front(bank: Bank, card: str) -> Text | None:
    if code := mistake_of(card):
        mistake = bank.mistake(code)
        face = mistake_face(mistake) if mistake else None
        return face.front if face else None
    item = bank.get(item_of(card))
    fronts = {face.card: face.front for face in faces(item)} if item else {}
    return fronts.get(card)
