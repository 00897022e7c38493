"""The walk through a project of one's own: its parts, and what an interviewer asks of each."""

from __future__ import annotations

from typing import Literal

from dlprep.model.text import Text
from dlprep.model.value import dataclass

Minutes = Literal[2, 5]
TELLINGS: tuple[Minutes, ...] = (2, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A question about one part. Its rule, if it has one, holds where the part `lacks` all of
    some words, mentions one of `mentions`, or has no number."""

    id: str
    zh: str
    en: str
    lacks: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    lacks_number: bool = False

    @property
    def text(self) -> Text:
        return Text(self.zh, self.en)

    @property
    def has_rule(self) -> bool:
        return bool(self.lacks or self.mentions or self.lacks_number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part: what to `write`, the seconds it gets in a telling of `two` and of `five` minutes,
    and what is asked about it. `aliases` are other headings that it goes by."""

    id: str
    title: Text
    aliases: tuple[str, ...] = ()
    two: int
    five: int
    write: tuple[Text, ...]
    ask: tuple[FollowUp, ...]

    def seconds(self, minutes: Minutes) -> int:
        """How long to speak of it."""
        return self.two if minutes == 2 else self.five


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectGuide:
    """`project.yaml`."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A part as the person wrote it."""

    part: Part
    text: str

    @property
    def is_empty(self) -> bool:
        return not self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question to ask, and whether it follows from what was written."""

    part: Part
    question: FollowUp
    fits: bool

    @property
    def id(self) -> str:
        return f"{self.part.id}.{self.question.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One telling: the seconds spent on each part, by its id, in order."""

    minutes: Minutes
    seconds: dict[str, float]

    @property
    def total(self) -> float:
        return sum(self.seconds.values())
