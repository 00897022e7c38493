"""The rubric of a short or open question, and what reading an answer by it finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, NamedTuple

from dlprep.model.text import Lang, Text
from dlprep.model.value import between, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words that show a key point: alternatives, each a group of terms that must all occur
    within `window` clauses. `even_denied` counts them where they are denied too, for questions
    that ask what not to do.

    A term is one or more aliases with `|` between them, or a regular expression between
    slashes. Both languages count in every answer, since people mix them.
    """

    zh: tuple[tuple[str, ...], ...] = ()
    en: tuple[tuple[str, ...], ...] = ()
    window: int = field(default=2, metadata=between(1, 20))
    even_denied: bool = False

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The alternatives of both languages."""
        return self.zh + self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint:
    """One thing a good answer says; `formula` is evidence wherever it is written."""

    key: str
    zh: str
    en: str
    weight: int = field(default=1, metadata=between(1, 5))
    required: bool = True
    found_by: Evidence = Evidence()
    contradicted_by: Evidence = Evidence()
    formula: str | None = None

    def in_(self, lang: Lang) -> str:
        """The wording in one language."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception:
    """A wrong belief an answer may show, and its correction."""

    key: str
    belief: Text
    correction: Text
    found_by: Evidence = Evidence()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleAnswer:
    """A written answer that tests the rubric."""

    grade: Literal["good", "partial", "wrong"]
    lang: Lang
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonyms:
    """Words that say the same, in both languages."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposites:
    """Two sides, each of words that say the same."""

    one: Synonyms
    other: Synonyms


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What the rubrics of a bank share: `lexicon.yaml`."""

    synonyms: tuple[Synonyms, ...] = ()
    opposites: tuple[Opposites, ...] = ()


Own = Literal["yes", "no", "half"]
"""How a person grades their own answer."""

RIGHT, HALF = 0.8, 0.4  # shares of the required weight from which an answer is right, or half

State = Literal["found", "contradicted", "maybe", "missing"]
Said = Literal["yes", "half", "no"]
"""What the person says of a key point: it is in the answer, half of it is, it is not."""

CREDIT: dict[Said, float] = {"yes": 1.0, "half": 0.5, "no": 0.0}
SUGGESTED: dict[State, Said | None] = {
    "found": "yes",
    "contradicted": "no",
    "maybe": None,
    "missing": "no",
}


class Span(NamedTuple):
    """Characters `start` to `end` of an answer."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What was seen of one key point, and where."""

    point: KeyPoint
    state: State
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An answer read by a rubric. `sentences` is False for a mere list of words;
    `misconceptions` are wrong beliefs that it shows."""

    sightings: tuple[Sighting, ...]
    misconceptions: tuple[Misconception, ...] = ()
    sentences: bool = True

    @property
    def points(self) -> tuple[KeyPoint, ...]:
        """The key points of the rubric."""
        return tuple(sighting.point for sighting in self.sightings)

    @property
    def low(self) -> float:
        """The share of the required weight that was found."""
        return share({s.point.key: _least(s.state) for s in self.sightings}, self.points)

    @property
    def high(self) -> float:
        """The same, if everything in doubt is there."""
        return share({s.point.key: _most(s.state) for s in self.sightings}, self.points)


def _least(state: State) -> Said:
    return "yes" if state == "found" else "no"


def _most(state: State) -> Said:
    return "yes" if state in {"found", "maybe"} else "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How often suggestions about one question were what the person said.

    Of `answers` confirmed answers, `clear` key points had a clear suggestion, and `agreed` of
    these agreed (one confirmed as half counts half).
    """

    item: str
    answers: int = 0
    clear: int = 0
    agreed: float = 0

    @property
    def share(self) -> float:
        """The share of clear suggestions that agreed."""
        return self.agreed / self.clear if self.clear else 1.0

    @property
    def trusted(self) -> bool:
        """Whether suggestions are still made: not below .6 after ten confirmed points."""
        return self.clear < TRIED or self.share >= TRUSTED


TRIED, TRUSTED = 10, 0.6


def share(said: Mapping[str, Said], points: tuple[KeyPoint, ...]) -> float:
    """The share of the weight of the required points that an answer earns, 0 to 1.

    A bonus point adds its weight to what is earned, and never lifts the share above what an
    answer with every required point has.
    """
    total = sum(point.weight for point in points if point.required)
    earned = sum(point.weight * CREDIT[said[point.key]] for point in points)
    whole = all(said[point.key] == "yes" for point in points if point.required)
    return 1.0 if whole else min(earned / total, ALMOST)


def own_grade(earned: float) -> Own:
    """The grade of an answer that earns this share."""
    if earned >= RIGHT:
        return "yes"
    return "half" if earned >= HALF else "no"


ALMOST = 0.95  # what an answer gets at most that lacks a required point
