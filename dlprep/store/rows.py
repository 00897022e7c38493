"""Rows of the store as frozen values, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from dlprep.model.event import CardState, DayStat, Event, ItemStat, Json, NewEvent, Step

EVENT = tuple(f.name for f in fields(Event))
CARD = CardState._fields
STEP = Step._fields
ITEM_STAT = tuple(f.name for f in fields(ItemStat))
DAY_STAT = tuple(f.name for f in fields(DayStat))

_NEW = tuple(f.name for f in fields(NewEvent) if f.name != "payload")


def columns(names: Sequence[str]) -> str:
    """A list of columns for a statement."""
    return ", ".join(names)


def marks(count: int) -> str:
    """As many question marks."""
    return ", ".join("?" * count)


def encode(payload: dict[str, Json]) -> str:
    """A payload as compact JSON; NaN and infinity are refused."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def event_row(event: Event, seq: int) -> tuple[object, ...]:
    """An event in the order of `EVENT`, as the `seq`-th of its log."""
    between = (getattr(event, name) for name in EVENT[2:-1])
    return (event.id, seq, *between, encode(event.payload))


def to_event(row: Sequence[Any]) -> Event:
    """A row in the order of `EVENT`."""
    return Event(**dict(zip(EVENT[:-1], row, strict=False)), payload=json.loads(row[-1]))


def placed(new: NewEvent, **place: Any) -> Event:
    """An event with the place in the log that the store gives it."""
    return Event(**{name: getattr(new, name) for name in _NEW}, payload=new.payload, **place)


def to_step(row: Sequence[Any]) -> Step:
    """A row in the order of `STEP`."""
    subject, kind, rating, day, payload = row
    return Step(subject, kind, rating, day, json.loads(payload))


def to_card(row: Sequence[Any]) -> CardState:
    """A row in the order of `CARD`."""
    state = CardState._make(row)
    return state._replace(suspended=bool(state.suspended))


def to_item_stat(row: Sequence[Any]) -> ItemStat:
    """A row in the order of `ITEM_STAT`."""
    values = dict(zip(ITEM_STAT, row, strict=True))
    return ItemStat(**values | {"last_right": bool(values["last_right"])})


def to_day_stat(row: Sequence[Any]) -> DayStat:
    """A row in the order of `DAY_STAT`."""
    return DayStat(**dict(zip(DAY_STAT, row, strict=True)))
