"""What grading a typed answer says."""

from __future__ import annotations

from typing import Literal

from dlprep.model.message import Message
from dlprep.model.rubric import Reading
from dlprep.model.text import Text
from dlprep.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """The grade of one answer.

    `right` is None where only the person can tell (short, open and derivation items, and a formula
    that could not be compared); `reading` is what was seen of the key points of a rubric. `mistake`
    is the code of a named wrong answer, `why` what it shows; `notes` are remarks for the person,
    such as what was read.
    """

    right: bool | None
    answer: str
    key: Text
    mistake: str | None = None
    why: Text | None = None
    notes: tuple[Message, ...] = ()
    reading: Reading | None = None


Unread = Literal["unread"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotRead:
    """The answer could not be read; nothing is recorded and the person is asked again."""

    message: Message
