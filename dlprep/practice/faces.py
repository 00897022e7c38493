"""An item becomes cards: which faces it has, and what stands on both sides."""

from __future__ import annotations

import random

from dlprep.memory.queue import item_of
from dlprep.model.flashcard import Face
from dlprep.model.item import Card, Choice, Item, Option
from dlprep.model.text import Text

KINDS = frozenset({"card", "choice"})
NAMES = {"card": ("front", "reverse"), "choice": ("choice",)}


def possible(item_id: str, kind: str) -> list[str]:
    """The cards an item of this kind may have; whether it has a `reverse`, only the item knows."""
    return [f"{item_id}#{name}" for name in NAMES.get(kind, ())]


def siblings(card: str) -> list[str]:
    """The other cards of the same item, whatever its kind is today."""
    named = (f"{item_of(card)}#{name}" for names in NAMES.values() for name in names)
    return [other for other in named if other != card]


def faces(item: Item, turn: int = 0) -> list[Face]:
    """The cards of an item. The options of a choice stand in another order each `turn`."""
    match item:
        case Card(prompt=front, answer=back):
            there = Face(card=f"{item.id}#front", item=item, front=front, back=back)
            back_again = Face(card=f"{item.id}#reverse", item=item, front=back, back=front)
            return [there, back_again] if item.reverse else [there]
        case Choice():
            return [_choice(item, turn)]
        case _:
            return []


def _choice(item: Choice, turn: int) -> Face:
    card = f"{item.id}#choice"
    shuffled = random.Random(f"{card} {turn}").sample(item.options, len(item.options))
    right = [option for option in shuffled if option.right]
    return Face(
        card=card,
        item=item,
        front=_lines(item.prompt, *(_listed(option) for option in shuffled)),
        back=_lines(*(line for option in right for line in (_listed(option), option.why))),
    )


def _listed(option: Option) -> Text:
    return Text(f"· {option.zh}", f"· {option.en}")


def _lines(*texts: Text) -> Text:
    return Text("\n".join(t.zh for t in texts), "\n".join(t.en for t in texts))
