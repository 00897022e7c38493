"""The log out of one copy and into another: JSON lines, read strictly, merged by id.

Events are ordered by their ids, which are ordered by time, so two logs merged in either order
give the same cards; an event that is there already changes nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import Any, Final, get_args

from dlprep.memory.replay import KINDS, replay
from dlprep.model.event import Event, EventKind, Source
from dlprep.model.message import DlprepError, Message, Place, fault
from dlprep.model.value import dataclass
from dlprep.store.store import Store

MOST_FAULTS = 5
_NAMES = tuple(field.name for field in fields(Event))
_UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Merged:
    """How many events were new, and how many were there already."""

    added: int
    known: int


def merge(store: Store, lines: Iterable[str], name: str) -> Merged:
    """Bring the events of an exported log into the store, all or none, and recompute its caches.

    Raises `log.…` faults with the line: no JSON, no event, an event whose id stands for another
    here (`log.conflict`), an undo of an event that is in neither log.
    """
    read = _read(lines, name)
    with store.transaction():
        new = _new(store, read, name)
        if new:
            store.merge(new)
            rebuild(store)
    return Merged(len(new), len(read) - len(new))


def rebuild(store: Store) -> int:
    """Compute every cache again from the log; the number of cards."""
    with store.transaction():
        cards = replay(store.steps(KINDS)).values()
        store.rebuild(cards)
    return len(cards)


def _read(lines: Iterable[str], name: str) -> dict[int, Event]:
    """The event of each line; at most a handful of faults are told."""
    events: dict[int, Event] = {}
    faults: list[Message] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            events[number] = _event(line)
        except _Wrong as wrong:
            faults.append(Message(f"log.{wrong.code}", wrong.values, Place(name, number)))
            if len(faults) == MOST_FAULTS:
                break
    if faults:
        raise DlprepError(*faults)
    return events


class _Wrong(Exception):  # noqa: N818 - becomes a message with its place
    """What is wrong with one line."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def _event(line: str) -> Event:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        raise _Wrong("not-json") from None
    if not isinstance(found, dict):
        raise _Wrong("not-json")
    if missing := [name for name in _NAMES if name not in found and name not in _OPTIONAL]:
        raise _Wrong("missing", names=missing)
    if unknown := [name for name in found if name not in _NAMES]:
        raise _Wrong("unknown", names=unknown)
    for name, fits in _FIELDS.items():
        value = found.get(name)
        if not (value is None and name in _OPTIONAL) and not fits(value):
            raise _Wrong("bad-value", name=name, value=json.dumps(value, ensure_ascii=False)[:40])
    if (found["kind"] == "undo") != (found.get("undoes") is not None):
        raise _Wrong("bad-value", name="undoes", value=json.dumps(found.get("undoes")))
    if found["kind"] == "review" and found.get("rating") is None:
        raise _Wrong("bad-value", name="rating", value="null")
    return Event(**{"payload": {}, **found})


def _is_whole(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and low <= value <= high


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value) and value.isprintable()


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and _UUID7.fullmatch(value) is not None


_OPTIONAL = frozenset({"rating", "ms", "source", "mistake", "undoes", "payload"})
_FIELDS: Final[dict[str, Callable[[Any], bool]]] = {
    "id": _is_id,
    "seq": _is_whole(1, 2**53),
    "device": _is_text,
    "at_ms": _is_whole(-(2**53), 2**53),
    "tz_min": _is_whole(-1440, 1440),
    "day": _is_whole(-(10**7), 10**7),
    "kind": lambda value: value in get_args(EventKind),
    "subject": _is_text,
    "rating": _is_whole(1, 4),
    "ms": _is_whole(0, 2**53),
    "source": lambda value: value in get_args(Source),
    "mistake": _is_text,
    "undoes": _is_id,
    "payload": lambda value: isinstance(value, dict),
}


def _new(store: Store, read: dict[int, Event], name: str) -> list[Event]:
    """The events that are not there yet, in the order of their ids."""
    new: dict[str, Event] = {}
    for number, event in read.items():
        there = new.get(event.id) or store.event(event.id)
        if there is None:
            new[event.id] = event
        elif _told(there) != _told(event):
            raise fault("log.conflict", place=Place(name, number), id=event.id)
    for number, event in read.items():
        undone = event.undoes
        if undone is not None and undone not in new and store.event(undone) is None:
            raise fault("log.nothing-undone", place=Place(name, number), id=undone)
    return sorted(new.values(), key=lambda event: event.id)


def _told(event: Event) -> tuple[object, ...]:
    """All of an event but its place in the file it lies in."""
    return tuple(getattr(event, name) for name in _NAMES if name != "seq")
