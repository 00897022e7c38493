"""The outline of the field, and the registries items refer to."""

from __future__ import annotations

from typing import Literal

from dlprep.model.text import Text
from dlprep.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A section or a leaf of the outline; items hang on leaves."""

    id: str
    zh: str
    en: str
    kind: Literal["section", "leaf"]
    origin: Literal["outline", "extension"]
    high_frequency: bool = False
    frequency: int = 1
    source_lines: tuple[int, ...] = ()
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceItem:
    """A bullet or parenthesis of the outline's source and the leaf that answers it."""

    line: int
    item: str
    leaf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The whole tree."""

    title: Text
    tree: tuple[Node, ...]
    source_items: tuple[SourceItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A named mistake: what it is, why people make it, how to see it in one's own work."""

    code: str
    name: Text
    why: Text | None = None
    see: Text | None = None
    example: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """A choice on which the field disagrees, stated before the question is asked."""

    code: str
    text: Text
    alternatives: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTopic:
    """A topic of the content plan."""

    leaf: str
    kind: str
    topic: str
    ref: str | None = None
