"""Coding exercises are proved by running them: solution, starter and every written mistake."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dlprep.answer.spelling import is_slip
from dlprep.check.running.pytorch import lacking
from dlprep.lint.notes import Note, near, note
from dlprep.lint.shelf import Shelf
from dlprep.model.exercise import DRILLS
from dlprep.model.item import Code, Item, Torch
from dlprep.model.message import DlprepError, Message, Place


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
    from dlprep.check.witness.gradients import witness_faults  # noqa: PLC0415 - loads NumPy

    for message in witness_faults(item, solution, shelf.seed):
        yield Note("gradients", message)


def written_mistakes_are_known(item: Item, shelf: Shelf) -> Iterator[Note]:
    """Every mistake in the comments of a solution has its page in `mistakes.yaml`."""
    for solution in shelf.solutions_of(item.id) if isinstance(item, Code) else ():
        for code, line in _marks(solution):
            if shelf.mistakes and code not in shelf.mistakes:
                values = {"code": code, "near": near(code, shelf.mistakes)}
                yield Note(
                    "id", Message("lint.no-such-mistake", values, Place(str(solution), line))
                )


def _marks(solution: Path) -> list[tuple[str, int]]:
    """The mistakes written in a solution, each with its first line."""
    from dlprep.check.source.variants import variants  # noqa: PLC0415 - loads NumPy: only for exercises

    try:
        written = variants(solution.read_text(encoding="utf-8"), str(solution))
    except (DlprepError, SyntaxError, UnicodeDecodeError):
        return []  # what cannot be read is said where the solution is proved
    lines: dict[str, int] = {}
    for variant in written:
        if variant.asked is None:
            lines.setdefault(variant.code, variant.line)
    return list(lines.items())


def hints_name_functions(item: Item, _: Shelf) -> Iterator[Note]:
    """A hint that is about some functions alone names functions of the exercise."""
    if not isinstance(item, Code):
        return
    known = [function.name for function in item.functions]
    for position, hint in enumerate(item.hints):
        for name in hint.functions:
            if name not in known:
                path = f"hints[{position}].functions"
                yield note(path, "no-such-function", name=name, near=near(name, known))


def drill_is_no_slip(item: Item, _: Shelf) -> Iterator[Note]:
    """The topic of the timed set is none of the usual ones with a typing mistake in it."""
    drill = item.drill if isinstance(item, Code) else None
    if drill is None or drill in DRILLS:
        return
    for usual in DRILLS:
        if drill[0] == usual[0] and is_slip(drill, usual):
            yield note("drill", "drill-slip", drill=drill, usual=usual)
