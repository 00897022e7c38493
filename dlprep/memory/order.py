"""The order of a session by what cards mean: prerequisites first, look-alikes apart or together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dlprep.memory.queue import item_of

STABLE = 21.0  # days; a pair that both hold that long is compared side by side


def prerequisites_first(cards: Sequence[str], needs: Mapping[str, Sequence[str]]) -> list[str]:
    """The same cards, each after those of the items it needs that are here too; else in order.

    A circle of needs is broken where it is first met.
    """
    of_item: dict[str, list[str]] = {}
    for card in cards:
        of_item.setdefault(item_of(card), []).append(card)
    placed: dict[str, None] = {}
    for card in cards:
        _place(card, of_item, needs, placed, frozenset())
    return list(placed)


def _place(
    card: str,
    of_item: Mapping[str, Sequence[str]],
    needs: Mapping[str, Sequence[str]],
    placed: dict[str, None],
    waiting: frozenset[str],
) -> None:
    if card in placed or card in waiting:
        return
    for item in needs.get(card, ()):
        for needed in of_item.get(item, ()):
            _place(needed, of_item, needs, placed, waiting | {card})
    placed[card] = None


def confusable(
    cards: Sequence[str], confuses: Mapping[str, Sequence[str]], stability: Mapping[str, float]
) -> list[str]:
    """Cards of look-alikes: side by side once both are stable; of a pair with a new or young one
    only the first is met today, the other waits.
    """
    kept: list[str] = []
    for card in cards:
        partners = [other for other in kept if _alike(card, other, confuses)]
        if not partners:
            kept.append(card)
        elif all(stability.get(each, 0.0) >= STABLE for each in (card, *partners)):
            kept.insert(kept.index(partners[0]) + 1, card)
        elif stability.get(card):
            kept.append(card)
    return kept


def _alike(one: str, other: str, confuses: Mapping[str, Sequence[str]]) -> bool:
    return _names(confuses.get(one, ()), other) or _names(confuses.get(other, ()), one)


def _names(names: Sequence[str], card: str) -> bool:
    item = item_of(card)
    return any(
        item == name or item.startswith(f"{name}.") or name in item.split(".") for name in names
    )
