"""The cards of the bank, for other programs to hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from dlprep.bank.faces import KINDS
from dlprep.bank.index import Bank
from dlprep.bank.select import Filter
from dlprep.model.flashcard import Face
from dlprep.model.message import fault
from dlprep.practice.faces import faces


def cards_out(bank: Bank, topics: tuple[str, ...]) -> Iterator[Face]:
    """Every card of the items under these topics, made as it is asked for.

    Raises `flashcards.no-cards-of` at once.
    """
    cards = (face for item in bank.items(Filter(topics, KINDS)) for face in faces(item))
    first = next(cards, None)
    if first is None:
        raise fault("flashcards.no-cards-of", topics=list(topics))
    return chain([first], cards)
