"""Questions that are nearly asked twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dlprep.model.item import Code, Item
from dlprep.model.text import LANGS, Lang

ALIKE = 0.5  # share of the shingles of two prompts that are in both, in each language
RARE = 12  # questions that a shingle may be in to tell something
_WORD = re.compile(r"\w+|[^\w\s]")


class Twins(NamedTuple):
    """Two questions of one kind, in the order in which they were given, and how alike they are."""

    first: Item
    second: Item
    alike: float


def twins(items: Sequence[Item]) -> Iterator[Twins]:
    """Those whose prompts are nearly the same in both languages, and that do not name each other
    as what people mix up. Coding exercises share much of what they say and are not compared."""
    of_kind: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if not isinstance(item, Code):
            of_kind[item.kind].append(item)
    for alike in of_kind.values():
        yield from _among(alike)


def _among(items: Sequence[Item]) -> Iterator[Twins]:
    pieces = {lang: [shingles(item.prompt.in_(lang), lang) for item in items] for lang in LANGS}
    near = _near(pieces["zh"]) & _near(pieces["en"])
    for one, other in sorted(near):
        alike = min(_shared(each[one], each[other]) for each in pieces.values())
        if alike >= ALIKE and not _are_told_apart(items[one], items[other]):
            yield Twins(items[one], items[other], alike)


def shingles(text: str, lang: Lang) -> frozenset[object]:
    """Three characters in a row of a Chinese text, two words of an English one.

    >>> len(shingles("梯度是什么", "zh")), len(shingles("What is it?", "en"))
    (3, 3)
    """
    if lang == "zh":
        bare = "".join(text.split())
        return frozenset(bare[at : at + 3] for at in range(len(bare) - 2))
    words = _WORD.findall(text.lower())
    return frozenset(pairwise(words))


def _near(pieces: Sequence[frozenset[object]]) -> set[tuple[int, int]]:
    """The pairs that share some rare shingles: nothing else can be alike."""
    where: dict[object, list[int]] = defaultdict(list)
    for number, some in enumerate(pieces):
        for piece in some:
            where[piece].append(number)
    rare = [places for places in where.values() if 1 < len(places) <= RARE]
    shared = Counter(
        (one, other) for places in rare for n, other in enumerate(places) for one in places[:n]
    )
    return {pair for pair, count in shared.items() if count > 1}


def _shared(one: frozenset[object], other: frozenset[object]) -> float:
    return len(one & other) / max(len(one | other), 1)


def _are_told_apart(one: Item, other: Item) -> bool:
    """Whether one names the other; equal ids are told of as such."""
    return one.id == other.id or one.id in other.confuses or other.id in one.confuses
