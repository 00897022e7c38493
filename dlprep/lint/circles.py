"""Questions that need one another, so that none can come first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from graphlib import CycleError, TopologicalSorter

from dlprep.model.item import Item


def circles(items: Sequence[Item]) -> Iterator[list[str]]:
    """Each circle once, from its last item to what that needs and so on back to it."""
    needs = {item.id: [each for each in item.needs if each != item.id] for item in items}
    order = {item.id: number for number, item in enumerate(items)}
    while circle := _circle(needs):
        last = circle.index(max(circle, key=lambda item: order[item]))
        circle = [*circle[last:], *circle[:last]]
        yield [*circle, circle[0]]
        needs[circle[0]].remove(circle[1])


def _circle(needs: dict[str, list[str]]) -> list[str]:
    """The items of some circle, each before the one that it needs."""
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found[:0:-1]
    return []
