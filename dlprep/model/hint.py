"""Hints on a coding exercise, and what else helped a person on the way."""

from __future__ import annotations

from dlprep.model.message import Message
from dlprep.model.text import Text
from dlprep.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """What is wrong and what is right. With a `line` both are the learner's own; without one they
    are the worked solution's, and an empty `wrong` says that the line is missing; `where` says
    where a line belongs that stands in a wrong place, and `alike` are lines that need the same."""

    line: int | None = None
    wrong: str
    right: str
    where: Message | None = None
    alike: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """Hint `number` of `of`, a sentence or, at the end, a fix. `told` are the marks, by what they
    say, of this hint and of those before it: there may be other hints next time."""

    exercise: str
    number: int
    of: int
    said: Text | Fix
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What a person was given in one check: a hint of this number, which leaves them `told`
    these; the solution before passing."""

    exercise: str
    hint: int | None = None
    told: tuple[str, ...] = ()
    gave_up: bool = False
