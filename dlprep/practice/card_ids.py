"""The names of cards: which one stands for all of an item, and which are of mistakes."""

from __future__ import annotations

from dlprep.memory.queue import item_of
from dlprep.model.flashcard import MISTAKE

WHOLE = {
    "card": "front",
    "choice": "choice",
    "numeric": "numeric",
    "formula": "formula",
    "derivation": "derivation",
    "short": "points",
    "open": "points",
    "code": "code",
    "torch": "code",
}
"""The card that stands for the whole item: an answer in the quiz or a check is its review."""


def whole(item_id: str, kind: str) -> str:
    """The card that stands for the item as a whole."""
    return f"{item_id}#{WHOLE[kind]}"


def mistake_card(code: str) -> str:
    """The card of a named mistake."""
    return f"{MISTAKE}{code}#mistake"


def mistake_of(card: str) -> str | None:
    """The code of the mistake whose card this is."""
    item = item_of(card)
    return item.removeprefix(MISTAKE) if item.startswith(MISTAKE) else None
