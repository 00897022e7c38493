"""What a quiz says to whoever draws it: the question, the outcome, the summary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from dlprep.model.flashcard import Scheduled
from dlprep.model.item import Item
from dlprep.model.message import Message
from dlprep.model.rubric import Own, Said
from dlprep.model.text import Text
from dlprep.model.value import dataclass
from dlprep.model.verdict import Graded

LETTERS = "ABCDEF"
"""The letters under which the options of a choice are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question as it is asked: texts filled in, options in the order shown.

    `number` counts from 1 up to `of`; `seed` draws the same numbers and order again; `order`
    holds the keys of a choice; `parts` is how many numbers the key of a numeric question has;
    `hint` is its own, or one made from what it holds.
    """

    item: Item
    title: Text
    conventions: tuple[Text, ...] = ()
    order: tuple[str, ...] = ()
    parts: int = 1
    number: int = 1
    of: int = 1
    seed: int = 0
    marked: bool = False
    hint: Text | Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A graded question. `mistake` is the name of the mistake in words; `own` is the person's
    own grade; `event` the id of the event on the disk, None where nothing is recorded; `review`
    what it did to the card of the question.

    Of an answer read by a rubric, `said` is what the person says of each key point, and `score`
    the share of the weight this earns. `trusted` is False where suggestions were often wrong for
    this question, so that it is a plain checklist."""

    question: Question
    graded: Graded
    mistake: Text | None = None
    own: Own | None = None
    event: str | None = None
    review: Scheduled | None = None
    said: Mapping[str, Said] = field(default_factory=dict)
    score: float | None = None
    trusted: bool = True

    @property
    def to_confirm(self) -> bool:
        """Whether the person has still to say how good the answer was."""
        return self.graded.right is None and self.own is None

    @property
    def suggests(self) -> bool:
        """Whether there is something to suggest about the key points of what was typed."""
        return self.trusted and self.graded.reading is not None and bool(self.graded.answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicScore:
    """How the questions of one leaf went; `right` counts a half as one half."""

    leaf: str
    title: Text
    answered: int
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A whole session: `topics` weakest first; `again` are the items to see again; `left` counts
    the questions not reached; `advice` says what to do next."""

    asked: int
    answered: int
    right: int
    half: int
    wrong: int
    ungraded: int
    skipped: int
    left: int
    topics: tuple[TopicScore, ...]
    again: tuple[str, ...]
    advice: tuple[Message, ...]
