"""What holds of all questions together: none is asked twice, none gives another away, none needs
itself in the end, a work is cited in one way, and the length of options tells nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from dlprep.lint.circles import circles
from dlprep.lint.giveaway import giveaways
from dlprep.lint.lengths import telling
from dlprep.lint.notes import Note, note
from dlprep.lint.references import cited_otherwise
from dlprep.lint.twins import twins
from dlprep.model.item import Item
from dlprep.model.message import Message


def notes_together(items: Sequence[Item]) -> Iterator[tuple[Item, Note]]:
    """Notes on an item that stands in the way of another; of two equal ones the later is named."""
    return chain(_twins(items), _giveaways(items), _circles(items), cited_otherwise(items))


def _twins(items: Sequence[Item]) -> Iterator[tuple[Item, Note]]:
    for pair in twins(items):
        values = {"id": pair.first.id, "percent": round(100 * pair.alike)}
        yield pair.second, note("prompt", "asked-twice", **values)


def _giveaways(items: Sequence[Item]) -> Iterator[tuple[Item, Note]]:
    for each in giveaways(items):
        yield each.item, note("prompt", "gives-away", id=each.of.id, answer=each.answer)


def _circles(items: Sequence[Item]) -> Iterator[tuple[Item, Note]]:
    of_id = {item.id: item for item in items}
    for circle in circles(items):
        item = of_id[circle[0]]
        path = f"needs[{item.needs.index(circle[1])}]"
        yield item, note(path, "needs-circle", circle=" → ".join(circle))


def notes_on_lengths(items: Sequence[Item]) -> Iterator[Message]:
    """Guesses by the length of options that pay, told of no single item."""
    for each in telling(items):
        values = {"hits": f"{each.hits:.0f}", "count": each.questions, "fair": f"{each.fair:.0f}"}
        where = each.branch or Message("lint.whole-bank")
        lang = Message(f"bank.lang.{each.lang}")
        yield Message(f"lint.telling.{each.guess}", {"branch": where, "lang": lang, **values})
