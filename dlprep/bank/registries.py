"""The files beside the questions: outline, plan, conventions, named mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from dlprep.bank.convert import Broken, Reading
from dlprep.bank.load import read_bytes
from dlprep.model.message import Message, Place
from dlprep.model.outline import Convention, Mistake, Node, Outline, PlannedTopic

R = TypeVar("R")

PLAN_KINDS = {
    "mcq": "choice",
    "multi": "choice",
    "numeric-template": "numeric",
    "flashcard": "card",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """`conventions.yaml`."""

    conventions: tuple[Convention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistakes:
    """`mistakes.yaml`."""

    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem:
    """One planned question of a leaf."""

    kind: str
    topic: str
    ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLeaf:
    """The plan of one leaf, and why it is thought to be asked that often."""

    leaf: str
    origin: str
    freq: int
    freq_basis: str
    high_frequency: bool
    evidence: dict[str, int] = field(default_factory=dict)
    items: tuple[PlanItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`content_map.yaml`."""

    schema: int
    freq_rule: str
    leaves: tuple[PlanLeaf, ...]


def read_registry(path: Path, file: str, cls: type[R]) -> tuple[R | None, tuple[Message, ...]]:
    """The registry of one file, or the faults that stand in its way."""
    tree, faults = read_bytes(path, file)
    if tree is None:
        return None, faults or (Message("bank.empty-file", {}, Place(file)),)
    reading = Reading(file)
    registry = reading.convert(tree, cls)
    found = (*faults, *reading.faults)
    return (None if isinstance(registry, Broken) else registry), found


def planned(plan: Plan) -> Iterator[PlannedTopic]:
    """The plan's topics, with the kinds that the bank has."""
    for leaf in plan.leaves:
        for item in leaf.items:
            kind = PLAN_KINDS.get(item.kind, item.kind)
            yield PlannedTopic(leaf=leaf.leaf, kind=kind, topic=item.topic, ref=item.ref)


def leaves(outline: Outline) -> Iterator[Node]:
    """The leaves of the outline in its order."""
    stack = list(reversed(outline.tree))
    while stack:
        node = stack.pop()
        if node.kind == "leaf":
            yield node
        stack.extend(reversed(node.children))
