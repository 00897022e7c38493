"""How a person stands: everything `dlprep stats` shows."""

from __future__ import annotations

from collections.abc import Mapping

from dlprep.model.event import DayStat, RecallClass, TimeSpent
from dlprep.model.mistakes import Habit
from dlprep.model.plan import Leaf
from dlprep.model.text import Text
from dlprep.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A branch of the outline and its leaves, those without questions among them."""

    branch: str
    title: Text
    leaves: tuple[Leaf, ...]

    @property
    def mastery(self) -> float:
        """The mean over the leaves that have questions."""
        asked = [leaf.mastery for leaf in self.leaves if leaf.items]
        return sum(asked) / len(asked) if asked else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Practised:
    """A coding exercise: checks so far, whether it passed, minutes from the first check to the
    first pass, and the time its code and the reference last took: on a larger input where that
    was measured. `timed` are the sittings by the clock in which it passed, `best_ms` the shortest
    that may count, `target_min` what it should take."""

    exercise: str
    checks: int
    passed: bool
    minutes: int | None
    run_ms: float | None
    reference_ms: float | None
    timed: int = 0
    best_ms: int | None = None
    target_min: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """`recall` covers the last 30 days, `days` half a year, `ahead` the next 14 days from today."""

    today: int
    branches: tuple[Branch, ...]
    days: Mapping[int, DayStat]
    recall: tuple[RecallClass, ...]
    ahead: tuple[int, ...]
    times: tuple[TimeSpent, ...]
    habits: Mapping[str, Habit]
    names: Mapping[str, Text]
    exercises: tuple[Practised, ...]

    @property
    def tested(self) -> int:
        """Reviews whose outcome could be predicted."""
        return sum(each.reviews for each in self.recall)

    @property
    def retention(self) -> float | None:
        """The share of them that was remembered."""
        return sum(each.recalled for each in self.recall) / self.tested if self.tested else None

    @property
    def predicted(self) -> float | None:
        """The share that was predicted."""
        return sum(each.predicted for each in self.recall) / self.tested if self.tested else None
