"""The bank in figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dlprep.model.text import Lang, Text


class Standing(NamedTuple):
    """Of choices with one right option: how many there are, what guessing at random would hit,
    what picking the longest and the shortest hits, and how often the right option is the n-th
    longest of four. Among options of one length each is as likely to be picked."""

    questions: int
    fair: float
    longest: float
    shortest: float
    of_four: tuple[float, float, float, float]


class Branch(NamedTuple):
    """One branch of the outline: its leaves, and its items by kind and by way of verification."""

    id: str
    title: Text
    leaves: int
    kinds: Mapping[str, int]
    ways: Mapping[str, int]
    standing: Mapping[Lang, Standing]


class Figures(NamedTuple):
    """The whole bank. `words` are all that it holds in a language, `bilingual` the items in both;
    `several` are choices with several right options, and in `several_longer` of them these are
    longer on average than the wrong ones."""

    branches: tuple[Branch, ...]
    standing: Mapping[Lang, Standing]
    words: Mapping[Lang, int]
    bilingual: int
    several: int
    several_longer: Mapping[Lang, int]

    @property
    def items(self) -> int:
        """How many items there are."""
        return sum(sum(each.kinds.values()) for each in self.branches)

    @property
    def leaves(self) -> int:
        """How many leaves the outline has."""
        return sum(each.leaves for each in self.branches)
