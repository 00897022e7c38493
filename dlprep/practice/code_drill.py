"""The timed set: what interviews ask to be written against the clock, drawn by topic and level."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from dlprep.bank.index import Bank
from dlprep.model.catalog import CodeHeader
from dlprep.model.message import Message, fault
from dlprep.model.sitting import Sitting


def timed_set(bank: Bank, topic: str | None = None) -> tuple[CodeHeader, ...]:
    """The exercises whose YAML gives them a topic of the set, those of one topic or of all that
    begin so. Raises `code.no-drill` with the topics there are."""
    every = [each for each in bank.coding() if each.drill]
    found = [each for each in every if (each.drill or "").startswith((topic or "").lower())]
    if not found:
        topics = sorted({each.drill for each in every if each.drill})
        raise fault("code.no-drill", topics=topics or ["–"])
    return tuple(sorted(found, key=lambda each: (each.drill or "", each.difficulty, each.id)))


def draw(
    found: Sequence[CodeHeader],
    known: Mapping[str, Sequence[Sitting]],
    rng: random.Random,
    *,
    level: int | None = None,
    topic: str | None = None,
) -> CodeHeader:
    """One of them: what never passed first, then what passed longest ago; among equals by
    chance. Raises `code.no-level` with the levels there are."""
    fitting = [each for each in found if level is None or each.difficulty == level]
    if not fitting:
        levels = sorted({str(each.difficulty) for each in found})
        shown = topic or Message("code.any-topic")
        raise fault("code.no-level", level=level, levels=levels, topic=shown)
    last = {each.id: _last_passed(known.get(each.id, ())) for each in fitting}
    oldest = min(last.values())
    return rng.choice([each for each in fitting if last[each.id] == oldest])


def _last_passed(found: Sequence[Sitting]) -> int:
    return max((each.ended_ms or 0 for each in found if each.state == "passed"), default=0)
