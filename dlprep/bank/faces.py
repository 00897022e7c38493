"""Which cards an item has. The index keeps their names, so that a deck is a query; what stands
on them is drawn when they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dlprep.bank.cloze import clozes
from dlprep.model.item import Card, Choice, Code, Derivation, Formula, Item, Numeric, Short, Torch

KINDS = frozenset({"card", "choice", "numeric", "formula", "derivation", "short", "open", "code"})
"""The kinds of items that may have cards."""

_STEPS = 6
_TERMS = 4
_SHAPES = 4


class GradientShape(NamedTuple):
    """A question for the shape of a gradient: that of `of`, told by the shapes of the `others`."""

    gradient: str
    of: str
    shape: tuple[str, ...]
    others: dict[str, tuple[str, ...]]


def names(item: Item) -> tuple[str, ...]:
    """The names of an item's cards; the first is met first. A draft has none."""
    return () if item.is_draft else tuple(_names(item))


def _names(item: Item) -> Iterator[str]:
    match item:
        case Card():
            yield "front"
            if item.reverse:
                yield "reverse"
        case Choice() | Numeric():
            yield item.kind
        case Formula():
            yield "formula"
            yield from hidden_terms(item)
        case Derivation():
            yield from (f"step-{n}" for n, _ in enumerate(item.steps[:_STEPS], 1))
        case Short():
            yield "points"
        case Code():
            yield from gradient_shapes(item)


def hidden_terms(item: Formula) -> dict[str, tuple[str, str]]:
    """The formula with one term hidden, and that term, by the name of the card."""
    return {f"term-{n}": pair for n, pair in enumerate(clozes(item.answer)[:_TERMS], 1)}


def gradient_shapes(item: Code) -> dict[str, GradientShape]:
    """The shape of each gradient is that of what it is the gradient of; asked where its axes stand
    in the shapes of the other inputs, which is all that is shown. By the name of the card."""
    if isinstance(item, Torch):
        return {}
    wrt = {name: out for gradient in item.gradients for name, out in gradient.wrt.items()}
    shapes = {name: draw.shape for name, draw in item.inputs.items() if draw.shape}
    asked = {}
    for number, (name, out) in enumerate(list(wrt.items())[:_SHAPES], 1):
        others = {other: shape for other, shape in shapes.items() if other != name}
        axes = {axis for shape in others.values() for axis in shape}
        if name in shapes and set(shapes[name]) <= axes:
            asked[f"shape-{number}"] = GradientShape(out, name, shapes[name], others)
    return asked
