"""Gathers how a person stands, from the caches of the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dlprep.bank.index import Bank
from dlprep.model.event import Event
from dlprep.model.outline import Node
from dlprep.model.plan import Leaf
from dlprep.model.stats import Branch, Practised, Stats
from dlprep.model.text import Text
from dlprep.practice.attempt import LONGEST_MIN
from dlprep.practice.mistakes import follow
from dlprep.practice.today import Today
from dlprep.store.store import Store

HALF_A_YEAR = 26 * 7
LATELY = 30  # days
AHEAD = 14  # days
_LOOKED_AT = 2000  # latest answers and checks, for the mistakes in them


def gather(bank: Bank, store: Store, day: int) -> Stats:
    """Everything at once; each part is a query of a cache or of few events."""
    latest = store.latest(["answer", "check"], _LOOKED_AT)
    habits = follow(reversed(latest))
    ranked = dict(sorted(habits.items(), key=lambda each: (-each[1].times, -each[1].last_ms)))
    known = {code: mistake.name for code in ranked if (mistake := bank.mistake(code))}
    return Stats(
        today=day,
        branches=tuple(_branches(bank, Today(bank, store, day, whole=True).leaves)),
        days=store.day_stats(day - HALF_A_YEAR, day),
        recall=store.recall_stats(day - LATELY + 1),
        ahead=store.due_ahead(day, AHEAD),
        times=store.time_stats(day - LATELY + 1),
        habits=ranked,
        names=known,
        exercises=tuple(_exercises(store.events({"check"}, live=True))),
    )


def _branches(bank: Bank, known: Iterable[Leaf]) -> Iterator[Branch]:
    by_id = {leaf.leaf: leaf for leaf in known}
    for node in bank.outline.tree:
        leaves = tuple(by_id.get(leaf.id) or _unasked(leaf) for leaf in _leaves(node))
        yield Branch(branch=node.id, title=Text(node.zh, node.en), leaves=leaves)


def _leaves(node: Node) -> Iterator[Node]:
    if node.kind == "leaf":
        yield node
    for child in node.children:
        yield from _leaves(child)


def _unasked(node: Node) -> Leaf:
    return Leaf(leaf=node.id, title=Text(node.zh, node.en), mastery=0.0, seen=0, items=0)


def _exercises(checks: Iterable[Event]) -> Iterator[Practised]:
    by_exercise: dict[str, list[Event]] = {}
    for check in checks:
        by_exercise.setdefault(check.subject, []).append(check)
    for exercise, events in sorted(by_exercise.items()):
        passed = [event for event in events if event.payload.get("verdict") == "passed"]
        last = events[-1].payload
        yield Practised(
            exercise=exercise,
            checks=len(events),
            passed=bool(passed),
            minutes=_minutes(events[0], passed[0]) if passed else None,
            run_ms=_number(last.get("run_ms")),
            reference_ms=_number(last.get("reference_ms")),
        )


def _minutes(first: Event, passed: Event) -> int | None:
    """Whole minutes of work; None where it was laid aside for hours."""
    minutes = max(round((passed.at_ms - first.at_ms) / 60_000), 0)
    return minutes if minutes <= LONGEST_MIN else None


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
