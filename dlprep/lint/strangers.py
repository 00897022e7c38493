"""The good answers of other topics, read by the rubric of a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from dlprep.answer.crowd import Answers, Crowd
from dlprep.answer.rubric import Reader, Typed
from dlprep.model.item import Short
from dlprep.model.rubric import KeyPoint
from dlprep.model.text import LANGS, Lang

FEW = 3  # good answers of other topics that may happen to say the same,
SHARE = 0.2  # or this share of them, where there are many


class Strangers:
    """The model answers of all questions that people answer in sentences."""

    def __init__(self, items: Sequence[Short]) -> None:
        self._items = tuple(items)

    def everywhere(self, item: Short, reader: Reader) -> Iterator[tuple[KeyPoint, Lang, list[str]]]:
        """The key points found in the good answers of many questions of other branches, with the
        language and the ids of those.

        Hardly a point has words that occur in so many: only its answers are read.
        """
        bounds = list(reader.at_most(self._typed, self._crowd))
        read = cache(lambda at: reader.reading(self._typed[at]))
        for lang in LANGS:
            others = self._others(item, lang)
            limit = max(FEW, SHARE * len(others))
            for n, (point, at_most) in enumerate(bounds):
                near = sorted(at_most & others)
                if len(near) <= limit:
                    continue
                hit = [at for at in near if read(at).sightings[n].state == "found"]
                if len(hit) > limit:
                    yield point, lang, [self._items[at // len(LANGS)].id for at in hit]

    def _others(self, item: Short, lang: Lang) -> Answers:
        """The places of the answers in one language whose question is of another branch."""
        place = LANGS.index(lang)
        other = (n for n, each in enumerate(self._items) if _branch(each) != _branch(item))
        return frozenset(n * len(LANGS) + place for n in other)

    @cached_property
    def _typed(self) -> tuple[Typed, ...]:
        """The answers of each question, one after the other, in the order of the languages."""
        return tuple(Typed(each.answer.in_(lang)) for each in self._items for lang in LANGS)

    @cached_property
    def _crowd(self) -> Crowd:
        return Crowd(typed.tokens for typed in self._typed)


def _branch(item: Short) -> str:
    return item.leaf.partition(".")[0]
