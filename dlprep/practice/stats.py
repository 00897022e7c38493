"""Gathers how a person stands, from the caches of the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dlprep.bank.index import Bank
from dlprep.model.event import Event
from dlprep.model.item import Code
from dlprep.model.outline import Node
from dlprep.model.plan import Leaf
from dlprep.model.stats import Branch, Practised, Stats
from dlprep.model.text import Text
from dlprep.practice.attempt import LONGEST_MIN
from dlprep.practice.code_clock import by_exercise, longest_ms, sittings
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
        exercises=tuple(_exercises(bank, store.events({"clock", "check"}, live=True))),
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


def _exercises(bank: Bank, events: Iterable[Event]) -> Iterator[Practised]:
    for exercise, past in sorted(by_exercise(events).items()):
        checks = [event for event in past if event.kind == "check"]
        if checks:
            yield _practised(bank, exercise, checks, past)


def _practised(bank: Bank, exercise: str, checks: list[Event], past: list[Event]) -> Practised:
    passed = [event for event in checks if event.payload.get("verdict") == "passed"]
    item = bank.get(exercise)
    target = item.minutes if isinstance(item, Code) else None
    timed = [each for each in sittings(past, longest_ms(target or 0)) if each.state == "passed"]
    run_ms, reference_ms = _run_times(checks)
    return Practised(
        exercise=exercise,
        checks=len(checks),
        passed=bool(passed),
        minutes=_minutes(checks[0], passed[0]) if passed else None,
        run_ms=run_ms,
        reference_ms=reference_ms,
        timed=len(timed),
        best_ms=min((each.worked.ms for each in timed if each.is_record), default=None),
        target_min=target,
    )


def _run_times(checks: list[Event]) -> tuple[float | None, float | None]:
    """Of the last check that measured them on a larger input, else of the last check."""
    for event in reversed(checks):
        match event.payload.get("pace"):
            case {"yours_ms": int() | float() as yours, "references_ms": {"solution": ms}}:
                return float(yours), _number(ms)
    last = checks[-1].payload
    return _number(last.get("run_ms")), _number(last.get("reference_ms"))


def _minutes(first: Event, passed: Event) -> int | None:
    """Whole minutes of work; None where it was laid aside for hours."""
    minutes = max(round((passed.at_ms - first.at_ms) / 60_000), 0)
    return minutes if minutes <= LONGEST_MIN else None


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
