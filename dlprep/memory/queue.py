"""The order of a session: what fades first, new cards between, one topic never twice in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from dlprep.model.event import CardState


def item_of(card: str) -> str:
    """`loss.softmax-ce.shift#front` shows the item `loss.softmax-ce.shift`."""
    return card.partition("#")[0]


def overdue(state: CardState, day: int) -> float:
    """Days since the last review over the days planned: 1 on the due day, 2 at twice the span.

    A card failed today (planned for the same day) counts its waiting days plus one.
    """
    if state.last is None or state.due is None:
        return 0.0
    return (day - state.last + 1) / (max(state.due - state.last, 0) + 1)


def due_first(due: Iterable[CardState], day: int) -> list[CardState]:
    """Most overdue first, by ratio: two days late matter more after three days than after sixty."""
    return sorted(due, key=lambda state: (-overdue(state, day), state.card))


def is_due(state: CardState, rev: int, day: int) -> bool:
    """Whether the card is to be seen again by `day`; a raised `rev` makes it new instead."""
    return state.due is not None and state.due <= day and state.rev >= rev and _free(state, day)


def is_new(state: CardState | None, rev: int, day: int) -> bool:
    """Whether the card, in the meaning that `rev` counts, has never been seen."""
    if state is None:
        return True
    unseen = state.rev < rev or (state.reps == 0 and state.due is None)
    return unseen and _free(state, day)


def _free(state: CardState, day: int) -> bool:
    return not state.suspended and (state.buried_until is None or state.buried_until <= day)


def one_of_each_item(cards: Iterable[str]) -> list[str]:
    """The first card of each item: its siblings would give the answer away today."""
    first: dict[str, str] = {}
    for card in cards:
        first.setdefault(item_of(card), card)
    return list(first.values())


def mixed(due: Sequence[str], new: Sequence[str]) -> list[str]:
    """New cards spread evenly among the due ones, both in their order, due cards first."""
    placed = [((rank + 1) / (len(due) + 1), 0, card) for rank, card in enumerate(due)]
    placed += [((rank + 1) / (len(new) + 1), 1, card) for rank, card in enumerate(new)]
    return [card for _, _, card in sorted(placed, key=lambda place: place[:2])]


def apart(cards: Sequence[str], leaf: Callable[[str], str]) -> list[str]:
    """The same cards, no two neighbours of one leaf where that is possible, else in order.

    A leaf that holds more than half of what is left has to go next: later there would not be
    enough others to put between its cards.
    """
    left = list(cards)
    counts = Counter(map(leaf, left))
    ordered: list[str] = []
    previous: str | None = None
    while left:
        most, count = counts.most_common(1)[0]
        crowded = most if 2 * count > len(left) else None
        chosen = _next(left, leaf, previous, crowded)
        left.remove(chosen)
        ordered.append(chosen)
        previous = leaf(chosen)
        counts[previous] -= 1
    return ordered


def _next(
    left: Sequence[str], leaf: Callable[[str], str], previous: str | None, crowded: str | None
) -> str:
    fitting = (card for card in left if leaf(card) != previous)
    if crowded is not None and crowded != previous:
        fitting = (card for card in left if leaf(card) == crowded)
    return next(fitting, left[0])
