"""What the bank says of itself: headers of items, coverage of the plan, findings of lint."""

from __future__ import annotations

from typing import Literal, NamedTuple

from dlprep.model.message import Message
from dlprep.model.text import Text
from dlprep.model.value import dataclass


class Header(NamedTuple):
    """What is known of an item without reading it."""

    id: str
    leaf: str
    kind: str
    difficulty: int
    frequency: int
    rev: int
    topic: str


class Count(NamedTuple):
    """How many items a leaf has, and how often interviews ask about it (1 to 3)."""

    items: int
    frequency: int


class ExerciseHeader(NamedTuple):
    """An exercise, every name under which its functions are recognised, and the courses whose
    files hold these."""

    id: str
    functions: tuple[tuple[str, ...], ...]
    leaf: str
    kind: str = "code"
    courses: tuple[str, ...] = ()


class Use(NamedTuple):
    """A question in which a named mistake is one of the wrong answers."""

    code: str
    item: str
    leaf: str


class CodeHeader(NamedTuple):
    """What a list of coding exercises shows: `minutes` is the target time, `drill` the topic of
    the timed set that the exercise belongs to."""

    id: str
    leaf: str
    difficulty: int
    minutes: int
    drill: str | None
    kind: str = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCoverage:
    """The planned topics of one kind in one leaf: how many there are, how many have an item."""

    kind: str
    planned: int
    missing: tuple[str, ...]

    @property
    def covered(self) -> int:
        """How many planned topics have at least one item."""
        return self.planned - len(self.missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafCoverage:
    """One leaf against the plan; `unplanned` are topics of items that the plan does not name,
    `ways` how many items were verified in which way."""

    leaf: str
    title: Text
    kinds: tuple[KindCoverage, ...]
    unplanned: tuple[str, ...] = ()
    ways: tuple[tuple[str, int], ...] = ()

    @property
    def items(self) -> int:
        """How many items the leaf has."""
        return sum(count for _, count in self.ways)

    @property
    def planned(self) -> int:
        """How many topics are planned."""
        return sum(each.planned for each in self.kinds)

    @property
    def covered(self) -> int:
        """How many planned topics have at least one item."""
        return sum(each.covered for each in self.kinds)


@dataclass(frozen=True, slots=True)
class Finding:
    """What lint says of one place; only faults make the bank unclean."""

    severity: Literal["fault", "warning"]
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class LintReport:
    """What lint says of some files; `unchanged` files were clean before and not read again."""

    files: int
    items: int
    findings: tuple[Finding, ...]
    unchanged: int = 0

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings that must be mended."""
        return tuple(each for each in self.findings if each.severity == "fault")
