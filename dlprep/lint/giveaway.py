"""Questions in whose text the answer to another one stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dlprep.model.item import Card, Choice, Code, Derivation, Formula, Item

SHORTEST = 10  # characters, blanks aside, from which an answer is no word of everyday use
_OPERATION = re.compile(r"[-+−·/=√Σ^]")
_FORMULA = re.compile(r"\$([^$]+)\$")


class GiveAway(NamedTuple):
    """`item` shows `answer`, which `of` asks for."""

    item: Item
    of: Item
    answer: str


def giveaways(items: Sequence[Item]) -> Iterator[GiveAway]:
    """Questions that show the answer of another without naming it among what they need.

    A session asks what is needed first, so that nothing is given away then.
    """
    shown = [_shown(item) for item in items]
    holding: dict[str, set[int]] = defaultdict(set)
    for number, text in enumerate(shown):
        for at in range(len(text) - SHORTEST + 1):
            holding[text[at : at + SHORTEST]].add(number)
    for item in items:
        told: dict[int, str] = {}
        for answer in sorted(_answers(item)):
            near = holding.get(answer[:SHORTEST], ())
            told.update((number, answer) for number in near if answer in shown[number])
        for number in sorted(told):
            other = items[number]
            if item.id not in {other.id, *other.needs}:
                yield GiveAway(other, item, told[number])


def _shown(item: Item) -> str:
    """What is read before one answers, without blanks."""
    texts = [item.prompt.zh, item.prompt.en]
    if isinstance(item, Derivation):
        texts += [item.goal.zh, item.goal.en, *item.given]
    return "\n".join(map(_bare, () if isinstance(item, Code) else texts))


def _answers(item: Item) -> set[str]:
    """The formulas and longer phrases that are the answer."""
    match item:
        case Choice():
            texts = [text for o in item.options if o.right for text in (o.zh, o.en)]
        case Formula():
            texts = [item.answer, *item.accepted]
        case Derivation():
            texts = list(item.answer)
        case Card():
            texts = [item.answer.zh, item.answer.en, *_FORMULA.findall(item.answer.en)]
        case _:
            texts = []
    return {bare for bare in map(_bare, texts) if _is_telling(bare)}


def _is_telling(bare: str) -> bool:
    enough = 1.2 * SHORTEST
    return len(bare) >= (SHORTEST if _OPERATION.search(bare) else enough)


def _bare(text: str) -> str:
    return "".join(text.replace("$", "").split()).strip("。.")
