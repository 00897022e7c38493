"""An interviewer's questions about the person's project, and the telling of it by the clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dlprep.model.event import Json, Moment, NewEvent
from dlprep.model.project import TELLINGS, Asked, FollowUp, Told, Written
from dlprep.store.store import Store

SUBJECT = "project"  # of its events
_LOOKED_AT = 200  # latest events of the project


def follow_ups(
    written: Iterable[Written], asked: Sequence[str] = (), *, part: str | None = None
) -> list[Asked]:
    """The questions on each part, or on one: first what was never asked, then what was asked
    longest ago; before others those that follow from what is written. `asked` are the ids of
    earlier questions, oldest first. The parts take turns, as in an interview.
    """
    lately = {each: n for n, each in enumerate(asked, 1)}
    lines = []
    for each in written:
        if part is not None and each.part.id != part:
            continue
        found = [
            Asked(part=each.part, question=question, fits=question.has_rule and not each.is_empty)
            for question in each.part.ask
            if not question.has_rule or holds(question, each.text)
        ]
        lines.append(sorted(found, key=lambda a: (lately.get(a.id, 0), not a.question.has_rule)))
    longest = max(map(len, lines), default=0)
    return [line[turn] for turn in range(longest) for line in lines if turn < len(line)]


def holds(question: FollowUp, text: str) -> bool:
    """Whether the rule of a question holds for what was written; all it says must."""
    low = text.casefold()
    if question.lacks_number and re.search(r"\d", low):
        return False
    if question.lacks and any(_says(word, low) for word in question.lacks):
        return False
    return not question.mentions or any(_says(word, low) for word in question.mentions)


def _says(word: str, text: str) -> bool:
    """Whether a text has the word; in Latin letters at the beginning of one."""
    start = r"\b" if word[:1].isascii() and word[:1].isalnum() else ""
    return re.search(start + re.escape(word), text) is not None


def asked_before(store: Store) -> list[str]:
    """The ids of the questions asked so far, oldest first."""
    found: list[str] = []
    for event in _events(store, "asked"):
        ids = event.get("questions")
        found += map(str, ids) if isinstance(ids, list) else ()
    return found


def keep_asked(store: Store, moment: Moment, questions: Iterable[Asked]) -> None:
    """Remember what was asked."""
    ids: list[Json] = [each.id for each in questions]
    if ids:
        _keep(store, moment, {"action": "asked", "questions": ids})


def keep_told(store: Store, moment: Moment, told: Told) -> None:
    """Remember a telling."""
    seconds: dict[str, Json] = {part: round(spent, 1) for part, spent in told.seconds.items()}
    _keep(store, moment, {"action": "told", "minutes": told.minutes, "seconds": seconds})


def tellings(store: Store) -> list[Told]:
    """All tellings, oldest first."""
    found = []
    for event in _events(store, "told"):
        minutes, seconds = event.get("minutes"), event.get("seconds")
        if minutes in TELLINGS and isinstance(seconds, dict):
            spent = {part: float(s) for part, s in seconds.items() if isinstance(s, int | float)}
            found.append(Told(minutes=5 if minutes == 5 else 2, seconds=spent))
    return found


def _keep(store: Store, moment: Moment, payload: dict[str, Json]) -> None:
    new = NewEvent(kind="session", subject=SUBJECT, source="mock", payload=payload)
    store.append(moment, [new])


def _events(store: Store, action: str) -> Iterator[dict[str, Json]]:
    latest = list(store.events({"session"}, SUBJECT, live=True))[-_LOOKED_AT:]
    return (dict(each.payload) for each in latest if each.payload.get("action") == action)
