"""The bank against the content plan: topics count, not items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

from dlprep.bank.index import Bank
from dlprep.model.catalog import KindCoverage, LeafCoverage
from dlprep.model.item import KINDS, Way
from dlprep.model.outline import PlannedTopic
from dlprep.model.text import Text

WAYS: tuple[str, ...] = get_args(Way)


def coverage(bank: Bank, below: str = "") -> tuple[LeafCoverage, ...]:
    """Every leaf of the outline at or below `below`, in its order.

    A planned topic is covered when the leaf has an item of that topic and kind.
    """
    planned: dict[str, list[PlannedTopic]] = {}
    for topic in bank.plan:
        planned.setdefault(topic.leaf, []).append(topic)
    written: dict[str, set[tuple[str, str]]] = {}
    for header in bank.all_headers():
        written.setdefault(header.leaf, set()).add((header.kind, header.topic))
    ways: dict[str, Counter[str]] = {}
    for leaf, _, way, count in bank.ways():
        ways.setdefault(leaf, Counter())[way] += count
    return tuple(
        replace(
            leaf_coverage(leaf, title, planned.get(leaf, []), written.get(leaf, set())),
            ways=tuple((way, ways[leaf][way]) for way in WAYS if way in ways.get(leaf, ())),
        )
        for leaf, title in bank.leaves().items()
        if f"{leaf}.".startswith(f"{below}." if below else "")
    )


def leaf_coverage(
    leaf: str, title: Text, planned: Iterable[PlannedTopic], written: set[tuple[str, str]]
) -> LeafCoverage:
    """One leaf: `written` are the kinds and topics of its items.

    >>> plan = [PlannedTopic(leaf="loss.mse", kind="card", topic=t) for t in ("name", "units")]
    >>> found = leaf_coverage("loss.mse", Text("均方误差", "MSE"), plan, {("card", "units")})
    >>> found.covered, found.planned, found.kinds[0].missing
    (1, 2, ('name',))
    """
    topics: dict[str, list[str]] = {}
    for each in planned:
        topics.setdefault(each.kind, []).append(each.topic)
    kinds = tuple(
        KindCoverage(
            kind=kind,
            planned=len(topics[kind]),
            missing=tuple(topic for topic in topics[kind] if (kind, topic) not in written),
        )
        for kind in KINDS
        if kind in topics
    )
    unplanned = {(kind, topic) for kind, topic in written if topic not in topics.get(kind, [])}
    return LeafCoverage(
        leaf=leaf, title=title, kinds=kinds, unplanned=tuple(sorted(t for _, t in unplanned))
    )
