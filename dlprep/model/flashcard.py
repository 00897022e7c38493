"""Flashcards as values: a face of an item, a card on the table, the end of a session."""

from __future__ import annotations

from dlprep.model.item import Item
from dlprep.model.message import Message
from dlprep.model.text import Text
from dlprep.model.value import dataclass

LEECH = 8  # times forgotten
MISTAKE = "mistake."
"""What the id of a mistake's card begins with; the code follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One way to ask an item: `card` is `<item>#<face>`; `task` says what is asked where the
    front alone does not."""

    card: str
    item: Item
    front: Text
    back: Text
    task: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled:
    """What a review did to a card: the grade it was given, and the days until the card returns
    (0 is later today)."""

    card: str
    rating: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTable:
    """The card that waits for a grade.

    `intervals` are days until it returns after ratings 1 to 4, 0 being later today;
    `due_left` and `new_left` count what is still to come, this card included; `lapses` is how
    often it was forgotten.
    """

    face: Face
    intervals: tuple[int, ...]
    new: bool
    marked: bool
    due_left: int
    new_left: int
    lapses: int = 0

    @property
    def leech(self) -> bool:
        """Whether repeating it does not help: it has to be understood first."""
        return self.lapses >= LEECH


@dataclass(frozen=True, slots=True)
class SuspendedCard:
    """A card that was put away for good; `front` is None where the bank has it no longer."""

    card: str
    front: Text | None


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
