"""What helps with a question without answering it: its own hint, or one made from what it holds."""

from __future__ import annotations

from collections.abc import Sequence

from dlprep.model.item import Choice, Derivation, Formula, Item, Short
from dlprep.model.message import Message
from dlprep.model.text import Text

FEWEST_OPTIONS = 3


def clue(item: Item, order: Sequence[str] = ()) -> Text | Message | None:
    """The written hint; else a wrong option struck out, the first step of a derivation, how many
    points an answer has, or the mistake that people make; what a formula is written in comes last.

    `order` holds the keys of a choice as they are shown. `{option}` of the message is a key.
    """
    # A formula's symbols stand below the question already.
    first = _mistake(item) if isinstance(item, Formula) else None
    return item.hint or first or _made(item, order) or _mistake(item)


def _made(item: Item, order: Sequence[str]) -> Text | Message | None:
    match item:
        case Choice():
            return _struck_out(item, order)
        case Derivation():
            reasons = [*item.hints, *(step.reason for step in item.steps)]
            return Message("quiz.clue-step", {"reason": reasons[0]}) if reasons else None
        case Formula() if item.symbols:
            return Message("quiz.clue-symbols", {"symbols": [each.name for each in item.symbols]})
        case Short():
            required = sum(point.required for point in item.points)
            return Message("quiz.clue-points", {"count": required})
        case _:
            return None


def _struck_out(item: Choice, order: Sequence[str]) -> Message | None:
    """The wrong option that is shown first; never one of two, which would answer the question."""
    wrong = {option.key for option in item.options if not option.right}
    shown = [key for key in order if key in wrong]
    if not shown or len(item.options) < FEWEST_OPTIONS:
        return None
    return Message("quiz.clue-option", {"option": shown[0]})


def _mistake(item: Item) -> Message | None:
    if item.common_mistake is None:
        return None
    return Message("quiz.clue-mistake", {"mistake": item.common_mistake})
