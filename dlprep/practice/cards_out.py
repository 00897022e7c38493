"""The cards of the bank, for other programs to hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dlprep.bank.faces import KINDS
from dlprep.bank.index import Bank
from dlprep.bank.select import Filter
from dlprep.model.flashcard import Face
from dlprep.model.message import fault
from dlprep.model.value import dataclass
from dlprep.practice.faces import faces


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOut:
    """A card and when what it says was last changed (whole seconds since 1970)."""

    face: Face
    changed: int


def cards_out(bank: Bank, topics: tuple[str, ...]) -> Iterator[CardOut]:
    """Every card of the items under these topics. Raises `flashcards.no-cards-of`."""
    wanted = Filter(topics=topics, kinds=KINDS)
    headers = list(bank.all_headers(wanted))
    if not headers:
        raise fault("flashcards.no-cards-of", topics=list(topics))
    places = bank.places()
    for header in headers:
        item = bank.item(header.id)
        changed = int(Path(places[header.id].file).stat().st_mtime)
        if not item.is_draft:
            yield from (CardOut(face=face, changed=changed) for face in faces(item))
