"""Flashcards as values: a face of an item, a card on the table, the end of a session."""

from __future__ import annotations

from dlprep.model.item import Item
from dlprep.model.text import Text
from dlprep.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One way to ask an item: `card` is `<item>#<face>`."""

    card: str
    item: Item
    front: Text
    back: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTable:
    """The card that waits for a grade.

    `intervals` are days until it returns after ratings 1 to 4, 0 being later today;
    `due_left` and `new_left` count what is still to come, this card included.
    """

    face: Face
    intervals: tuple[int, ...]
    new: bool
    marked: bool
    due_left: int
    new_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsDone:
    """How a session of flashcards went; `again` counts reviews rated 1.

    `new_held` says that more new cards exist than today's limit let in, `due_held` the same of
    due cards.
    """

    reviews: int
    again: int
    introduced: int
    due_left: int
    new_left: int
    new_held: bool
    due_held: bool
