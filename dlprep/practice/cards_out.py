"""The cards of the bank, for other programs to hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from dlprep.bank.faces import KINDS
from dlprep.bank.index import Bank
from dlprep.bank.select import Filter
from dlprep.model.flashcard import Face
from dlprep.practice.deck import no_cards
from dlprep.practice.faces import faces


def cards_out(bank: Bank, topics: tuple[str, ...]) -> Iterator[Face]:
    """Every card of the items under these topics, made as it is asked for.

    Raises what `no_cards` says, at once.
    """
    cards = (face for item in bank.items(Filter(topics, KINDS)) for face in faces(item))
    first = next(cards, None)
    if first is None:
        raise no_cards(bank, topics)
    return chain([first], cards)
