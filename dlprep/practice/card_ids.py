"""The names of cards: which an item may have, and which one stands for all of it."""

from __future__ import annotations

from dlprep.memory.queue import item_of

STEPS = 6
TERMS = 4
SHAPES = 4
NAMES = {
    "card": ("front", "reverse"),
    "choice": ("choice",),
    "numeric": ("numeric",),
    "formula": ("formula", *(f"term-{n}" for n in range(1, TERMS + 1))),
    "derivation": tuple(f"step-{n}" for n in range(1, STEPS + 1)),
    "short": ("points",),
    "open": ("points",),
    "code": tuple(f"shape-{n}" for n in range(1, SHAPES + 1)),
}
KINDS = frozenset(NAMES)
WHOLE = {
    "card": "front",
    "choice": "choice",
    "numeric": "numeric",
    "formula": "formula",
    "derivation": "derivation",
    "short": "points",
    "open": "points",
    "code": "code",
    "torch": "code",
}
"""The card that stands for the whole item: an answer in the quiz or a check is its review."""

_SURE = KINDS - {"code"}  # the first face of these is always there
MISTAKE = "mistake."


def possible(item_id: str, kind: str) -> list[str]:
    """The cards an item of this kind may have; which of them it has, only the item knows."""
    return [f"{item_id}#{name}" for name in NAMES.get(kind, ())]


def is_sure(card: str, kind: str) -> bool:
    """Whether every item of this kind has the card."""
    return kind in _SURE and card.endswith(f"#{NAMES[kind][0]}")


def whole(item_id: str, kind: str) -> str:
    """The card that stands for the item as a whole."""
    return f"{item_id}#{WHOLE[kind]}"


def mistake_card(code: str) -> str:
    """The card of a named mistake."""
    return f"{MISTAKE}{code}#mistake"


def mistake_of(card: str) -> str | None:
    """The code of the mistake whose card this is."""
    item = item_of(card)
    return item.removeprefix(MISTAKE) if item.startswith(MISTAKE) else None
