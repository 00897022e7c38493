"""Expressions written with the names that a person's own program gives to its quantities.

A traced gradient says exp(z₀₀ − z₀₂)/(1 + …); the person who wrote it calls that `probs[0, 0]`.
Whatever has the values of a known quantity at all points is written with its name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain

import numpy as np

from dlprep.check.symbols.points import Points, same
from dlprep.check.symbols.sight import Nodes
from dlprep.expr import fold
from dlprep.expr.graph import Node, in_order, name, names_in
from dlprep.sandbox.frames import Array

LARGEST = 400  # entries of an array whose names are remembered


class Known:
    """Named quantities, earlier ones preferred."""

    def __init__(self, points: Points, quantities: Iterable[tuple[str, Nodes]]) -> None:
        self.points = points
        self.words: list[tuple[str, str]] = []  # the array and the entry
        nodes: list[Node] = []
        for word, array in quantities:
            if array.size <= LARGEST:
                for entry, node in entries(word, array):
                    if names_in(node):
                        self.words.append((word, entry))
                        nodes.append(node)
        self.rows = points.values(nodes)
        self.env = self._told_apart()

    def _told_apart(self) -> dict[str, Array]:
        """The values of every entry; a word that would mean two things is forgotten."""
        env = dict(self.points.env)
        for number, (_, entry) in enumerate(self.words):
            row = self.rows[number]
            if entry in env and not bool(same(env[entry], row)):
                self.words[number] = ("", entry)
            else:
                env[entry] = row
        return env

    def written(self, root: Node, without: Collection[str] = ()) -> Node:
        """The expression with known parts by name, but those of the arrays `without`."""
        made: dict[Node, Node] = {}
        opened: set[Node] = set()
        waiting = [[root]]
        while waiting:
            nodes = [node for node in waiting.pop() if node not in made and node not in opened]
            named = self._named(nodes, without)
            made |= named
            opened.update(node for node in nodes if node not in named)
            below = list(chain.from_iterable(node.args for node in nodes if node not in named))
            if below:
                waiting.append(below)
        for node in in_order(root):
            if node in opened:
                made[node] = fold.rebuilt(node, [made[arg] for arg in node.args])
        return made[root]

    def _named(self, nodes: list[Node], without: Collection[str]) -> dict[Node, Node]:
        """Those nodes that are a known quantity, its negative, or 1 minus it."""
        if not nodes or not self.words:
            return {}
        found: dict[Node, Node] = {}
        for node, row in zip(nodes, self.points.values(nodes), strict=True):
            if row.size > 1 and (row == row[0]).all():
                continue  # a constant is shown as one
            for form, build in _FORMS:
                word = self._word(form(row), without)
                if word is not None:
                    found[node] = build(name(word))
                    break
                if node.op == "name":
                    break
        return found

    def _word(self, row: Array, without: Collection[str]) -> str | None:
        near = np.flatnonzero(np.abs(self.rows[:, 0] - row[0]) <= 1e-8 * (1e-3 + abs(row[0])))
        for number in near:
            array, entry = self.words[number]
            if array and array not in without and bool(same(self.rows[number], row)):
                return entry
        return None


_FORMS: tuple[tuple[Callable[[Array], Array], Callable[[Node], Node]], ...] = (
    (lambda row: row, lambda word: word),
    (lambda row: -row, fold.neg),
    (lambda row: 1 - row, lambda word: fold.sub(fold.ONE, word)),
)


def entries(word: str, array: Nodes) -> Iterator[tuple[str, Node]]:
    """Every entry of an array by its place, `x[0,1]`; a number is called by its name alone."""
    for index, node in zip(np.ndindex(array.shape), array.ravel().tolist(), strict=True):
        yield word + place(index), node


def place(index: Iterable[int]) -> str:
    """An index as it stands behind a name."""
    inside = ",".join(map(str, index))
    return f"[{inside}]" if inside else ""
