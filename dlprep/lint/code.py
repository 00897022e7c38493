"""Coding exercises are proved by running them: solution, starter and every written mistake."""

from __future__ import annotations

from collections.abc import Iterator

from dlprep.check.pytorch import lacking
from dlprep.lint.notes import Note, note
from dlprep.lint.shelf import Shelf
from dlprep.model.item import Code, Item, Torch


def proof_is_possible(item: Item, _: Shelf) -> Iterator[Note]:
    """What an exercise needs to be proved is installed."""
    if lacking(item):
        yield note("kind", "torch-unproved")


def solution_is_proved(item: Item, shelf: Shelf) -> Iterator[Note]:
    """The solution passes, the starter fails, each written mistake changes a value; where it
    cannot be run, all of it can at least be read."""
    if not isinstance(item, Code):
        return
    solution = shelf.solution_of(item.id)
    if not solution.is_file():
        yield note("id", "no-solution", file=solution.name)
        return
    from dlprep.check.prove import prove, read  # noqa: PLC0415 - loads NumPy: for exercises

    proved = read if lacking(item) else prove
    for message in proved(item, solution, shelf.seed):
        yield Note("id", message)


def gradients_have_witnesses(item: Item, shelf: Shelf) -> Iterator[Note]:
    """Every gradient of the solution is confirmed by reverse mode, SymPy and differences."""
    if not isinstance(item, Code) or isinstance(item, Torch):
        return
    solution = shelf.solution_of(item.id)
    if not solution.is_file():
        return
    from dlprep.check.witness import witness_faults  # noqa: PLC0415 - loads NumPy

    for message in witness_faults(item, solution, shelf.seed):
        yield Note("gradients", message)
