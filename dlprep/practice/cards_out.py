"""The cards of the bank, for other programs to hold."""

from __future__ import annotations

from collections.abc import Iterator

from dlprep.bank.faces import KINDS
from dlprep.bank.index import Bank
from dlprep.bank.select import Filter
from dlprep.model.flashcard import Face
from dlprep.model.message import fault
from dlprep.practice.faces import faces


def cards_out(bank: Bank, topics: tuple[str, ...]) -> Iterator[Face]:
    """Every card of the items under these topics. Raises `flashcards.no-cards-of`."""
    headers = list(bank.all_headers(Filter(topics=topics, kinds=KINDS)))
    if not headers:
        raise fault("flashcards.no-cards-of", topics=list(topics))
    for header in headers:
        yield from faces(bank.item(header.id))
