"""A named mistake with its surroundings: where it occurs, how often a person made it."""

from __future__ import annotations

from dlprep.model.outline import Mistake
from dlprep.model.text import Text
from dlprep.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How often a person made a mistake. Checks of one exercise in a row count once; `right` is
    how often its exercises and questions went right since the last time."""

    times: int
    last_ms: int
    last_day: int
    subject: str
    right: int

    @property
    def fading(self) -> bool:
        """Whether it has stayed away twice since."""
        return self.right >= 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """How a mistake looks in code: the wrong line (empty where one is left out), the right one."""

    exercise: str
    wrong: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MistakePage:
    """Everything there is to say of one mistake."""

    mistake: Mistake
    lines: Lines | None
    exercises: tuple[str, ...]
    questions: tuple[str, ...]
    habit: Habit | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MistakeGroup:
    """The mistakes of one branch of the outline; of several branches where there is no title."""

    title: Text | None
    mistakes: tuple[Mistake, ...]
