"""The person's plan, kept in the log: the latest says what holds."""

from __future__ import annotations

from dlprep.model.event import Json, Moment, NewEvent
from dlprep.model.plan import Plan
from dlprep.store.store import Store

SUBJECT = "plan"


def current(store: Store) -> Plan | None:
    """The plan that holds, also after its date."""
    last = store.last(["params"], subject=SUBJECT)
    if last is None or not isinstance(day := last.payload.get("day"), int):
        return None
    topics, minutes = last.payload.get("topics"), last.payload.get("minutes")
    return Plan(
        day=day,
        minutes=minutes if isinstance(minutes, int) else 0,
        topics=tuple(map(str, topics)) if isinstance(topics, list) else (),
    )


def keep(store: Store, moment: Moment, plan: Plan | None) -> None:
    """Write a plan down, or that there is none any more."""
    payload: dict[str, Json] = {"day": None}
    if plan is not None:
        payload = {"day": plan.day, "minutes": plan.minutes, "topics": [*plan.topics]}
    store.append(moment, [NewEvent(kind="params", subject=SUBJECT, payload=payload)])
