"""What the lengths of the options of choices tell of the right one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from dlprep.model.figures import Standing
from dlprep.model.item import Choice, Item
from dlprep.model.text import LANGS, Lang

Guess = Literal["longest", "shortest"]
GUESSES: tuple[Guess, ...] = ("longest", "shortest")
CHANCE = 0.001  # of guessing so well, below which it is no chance
FEWEST = 8  # questions of a branch of which anything is said


def standing(items: Iterable[Item], lang: Lang) -> Standing:
    """How the right options stand among the others by their length in one language."""
    ranks = [(len(item.options), _ranks(item, lang)) for item in single(items)]
    four = [some for count, some in ranks if count == 4]
    return Standing(
        questions=len(ranks),
        fair=sum(1 / count for count, _ in ranks),
        longest=sum(some[0] for _, some in ranks),
        shortest=sum(some[-1] for _, some in ranks),
        of_four=(
            sum(some[0] for some in four),
            sum(some[1] for some in four),
            sum(some[2] for some in four),
            sum(some[3] for some in four),
        ),
    )


def single(items: Iterable[Item]) -> list[Choice]:
    """The choices with one right option."""
    return [item for item in items if isinstance(item, Choice) and not item.several]


def _ranks(item: Choice, lang: Lang) -> list[float]:
    """The chance that the right option is the n-th longest, where those of one length stand in
    any order."""
    lengths = [len(option.in_(lang)) for option in item.options]
    right = next(len(option.in_(lang)) for option in item.options if option.right)
    longer = sum(length > right for length in lengths)
    alike = lengths.count(right)
    return [1 / alike if longer <= n < longer + alike else 0.0 for n in range(len(lengths))]


class Telling(NamedTuple):
    """A guess by length that is right too often to be chance: in which branch (empty: all)."""

    branch: str
    lang: Lang
    guess: Guess
    hits: float
    questions: int
    fair: float


def telling(items: Sequence[Item]) -> Iterator[Telling]:
    """The guesses that pay, over each branch and over all."""
    choices = [item for item in single(items) if any(option.right for option in item.options)]
    branches = {item.leaf.partition(".")[0] for item in choices}
    for branch in ("", *sorted(branches)) if len(branches) > 1 else sorted(branches):
        some = [
            item for item in choices if f"{item.leaf}.".startswith(f"{branch}." if branch else "")
        ]
        if len(some) >= FEWEST:
            yield from _of_branch(branch, some)


def _of_branch(branch: str, choices: Sequence[Choice]) -> Iterator[Telling]:
    shares = [1 / len(item.options) for item in choices]
    for lang in LANGS:
        stand = standing(choices, lang)
        for guess in GUESSES:
            hits = stand.longest if guess == "longest" else stand.shortest
            if at_least(hits, shares) < CHANCE:
                yield Telling(branch, lang, guess, hits, stand.questions, stand.fair)


def at_least(hits: float, shares: Iterable[float]) -> float:
    """The chance of that many hits or more, each question being guessed with its own share.

    >>> round(at_least(2, [0.5, 0.5, 0.5]), 3)
    0.5
    """
    chance = [1.0]
    for share in shares:
        missed = [each * (1 - share) for each in (*chance, 0.0)]
        chance = [
            m + h for m, h in zip(missed, (0.0, *(each * share for each in chance)), strict=True)
        ]
    return sum(each for count, each in enumerate(chance) if count >= hits)
