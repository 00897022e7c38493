"""A plan for a date, and what it says to do today."""

from __future__ import annotations

from dlprep.model.text import Text
from dlprep.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the person asked for: the study day of the interview, minutes a day, topics."""

    day: int
    minutes: int
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """The score expected on the date (0 to 1): as things stand with a band, if the minutes are
    kept, and if today is missed."""

    now: float
    low: float
    high: float
    kept: float
    missed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """How well a leaf is known: the mean recall over its questions, unseen ones counting 0."""

    leaf: str
    title: Text
    mastery: float
    seen: int
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fading:
    """A mistake made lately: how often within a week."""

    code: str
    name: Text
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """Today: the cards in order, how many quiz questions, a derivation and an exercise where
    there is time. `days_left` is None without a plan, negative after its date."""

    plan: Plan | None
    days_left: int | None
    minutes: int
    cards: tuple[str, ...]
    due: int
    quiz: int
    derivation: str | None
    exercise: str | None
    ready: Ready | None
    weak: tuple[Leaf, ...]
    fading: tuple[Fading, ...]
    started: bool
