"""Which exercises a file answers, by the names it defines or by its `# dlprep:` lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from dlprep.check.source.submission import Submission
from dlprep.check.source.units import Layout
from dlprep.model.message import DlprepError, Place, fault
from dlprep.model.value import dataclass


class Known(Protocol):
    """What is needed of an exercise to recognise it."""

    @property
    def id(self) -> str:
        """The exercise's id."""

    @property
    def functions(self) -> tuple[tuple[str, ...], ...]:
        """For each function its name, then the aliases."""

    @property
    def courses(self) -> tuple[str, ...]:
        """The courses whose files hold these functions."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """An exercise and, for each of its functions, the learner's name for it or None. Where a file
    has a function under several names, `also` are the same with the others; `in_course` where the
    file answers other exercises of the same course, too."""

    id: str
    names: dict[str, str | None]
    also: tuple[dict[str, str | None], ...] = ()
    in_course: bool = False

    @property
    def found(self) -> frozenset[str]:
        """The learner's names that belong to the exercise."""
        return frozenset(
            name for names in (self.names, *self.also) for name in names.values() if name
        )


def recognise(submission: Submission, known: Sequence[Known]) -> tuple[Recognised, ...]:
    """The exercises of a file, in the order of its names.

    Functions that another exercise's functions use are no answers of their own, unless they are a
    whole exercise of the same course or a `# dlprep:` line names them.

    Raises `check.unknown-id`, `check.nothing-known` (with the nearest names) or
    `check.ambiguous` (with the candidates).
    """
    if submission.asks:
        asked = dict.fromkeys(f"code.{ask.removeprefix('code.')}" for ask in submission.asks)
        return tuple(_asked(each, submission, known) for each in asked)
    by_plain = _by_plain(submission)
    named = (one for one in known if not _plain_names(one.functions).isdisjoint(by_plain))
    candidates = [_match(one, submission, by_plain) for one in named]
    if not candidates:
        raise _nothing_known(submission, known)
    best = [each for each in candidates if not any(_beats(other, each) for other in candidates)]
    courses = {each.id: frozenset(each.courses) for each in known}
    best = _with_courses(_on_their_own(best, submission, courses), courses)
    rivals = [
        each.id for each in best for other in best if each is not other and _share(each, other)
    ]
    if rivals:
        ids = list(dict.fromkeys(rivals))
        raise fault("check.ambiguous", place=Place(submission.name), ids=ids, first=ids[0])
    return tuple(sorted(best, key=lambda each: _first(each, submission)))


def _on_their_own(
    found: list[Recognised], submission: Submission, courses: Mapping[str, frozenset[str]]
) -> list[Recognised]:
    """Without those whose functions only serve another exercise's: the layers of a network."""
    if len(found) < 2 or submission.broken:
        return found
    layout = Layout(submission.data)
    whole = {each.id for each in found if all(each.names.values())}
    served = {
        each.id
        for each in found
        for other in found
        if each is not other
        and (each.id not in whole or courses[each.id].isdisjoint(courses[other.id]))
        and each.found <= _reached(layout, other) - other.found
    }
    return [each for each in found if each.id not in served]


def _with_courses(
    found: list[Recognised], courses: Mapping[str, frozenset[str]]
) -> list[Recognised]:
    held = Counter(course for each in found for course in courses[each.id])
    return [
        replace(each, in_course=any(held[course] > 1 for course in courses[each.id]))
        for each in found
    ]


def _reached(layout: Layout, exercise: Recognised) -> set[str]:
    return {name for unit in layout.reach(exercise.found) for name in unit.binds}


def _near(word: str, known: Sequence[str], most: int, cutoff: float) -> list[str]:
    import difflib  # noqa: PLC0415 - 5 ms that only a mistyped name costs

    return difflib.get_close_matches(word, known, most, cutoff)


def _asked(wanted: str, submission: Submission, known: Sequence[Known]) -> Recognised:
    for each in known:
        if each.id == wanted:
            return _match(each, submission, _by_plain(submission))
    near = _near(wanted, [each.id for each in known], 3, 0.5)
    code = "check.unknown-id" if near else "check.unknown-id-far"
    raise fault(code, place=Place(submission.name), id=wanted.removeprefix("code."), near=near)


def _by_plain(submission: Submission) -> dict[str, str]:
    """The names of a file in any style; one that begins with a line is a helper's."""
    names = (name for name in reversed(submission.defines) if not name.startswith("_"))
    return {_plain(name): name for name in names}


def _match(exercise: Known, submission: Submission, by_plain: Mapping[str, str]) -> Recognised:
    known: dict[str, list[str | None]] = {}
    for function in exercise.functions:
        exact = [name for name in function if name in submission.defines]
        loose = [by_plain[plain] for name in function if (plain := _plain(name)) in by_plain]
        known[function[0]] = [*exact] or [*loose[:1]] or [None]
    first, *others = (
        {name: (each[turn:] or each)[0] for name, each in known.items()}
        for turn in range(max(map(len, known.values())))
    )
    return Recognised(exercise.id, first, tuple(others))


@lru_cache(maxsize=1024)  # the same at every save of a file that is watched
def _plain_names(functions: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    return frozenset(_plain(name) for function in functions for name in function)


def _plain(name: str) -> str:
    """A name without its style: `SoftmaxCE` and `softmax_ce` are one."""
    return name.replace("_", "").lower()


def _beats(one: Recognised, other: Recognised) -> bool:
    """More of the same names, or the same names as a whole exercise instead of a part."""
    if one.found == other.found:
        return all(one.names.values()) and not all(other.names.values())
    return one.found > other.found


def _share(one: Recognised, other: Recognised) -> bool:
    return bool(one.found & other.found)


def _first(each: Recognised, submission: Submission) -> int:
    return min(submission.defines.index(name) for name in each.found)


def _nothing_known(submission: Submission, known: Sequence[Known]) -> Exception:
    place = Place(submission.name)
    if submission.broken:
        return DlprepError(submission.broken)
    names = [name for each in known for function in each.functions for name in function]
    near = [match for name in submission.defines for match in _near(name, names, 2, 0.6)]
    if near:
        return fault("check.nothing-near", place=place, near=list(dict.fromkeys(near))[:5])
    return fault("check.nothing-known", place=place)
