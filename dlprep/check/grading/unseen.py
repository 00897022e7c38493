"""Functions of which others tell more: those that give nothing to be compared, so that whether they
are right shows in others alone, and those that use a function with a mistake of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dlprep.check.grading.bonds import Bonds
from dlprep.check.source.units import layout_of
from dlprep.model.exercise import Step
from dlprep.model.message import Message
from dlprep.model.report import UNSEEN, FunctionReport


def without_unseen(
    functions: Iterable[FunctionReport], script: Sequence[Step]
) -> Iterator[FunctionReport]:
    """A function whose result only others use is not called right where one of these is wrong:
    either may be at fault."""
    bonds, told = Bonds(script), [*functions]
    for each in told:
        users = [one for one in told if each.name in bonds.feeders(one.name) - {one.name}]
        wrong = [one.called or one.name for one in users if one.verdict != "passed"]
        if each.verdict == "passed" and wrong and not _has_outputs(each):
            said = Message(UNSEEN, {"functions": wrong})
            yield replace(each, verdict="not-judged", facts=(*each.facts, said))
        else:
            yield each


def spared(functions: Sequence[FunctionReport], source: bytes) -> Iterator[FunctionReport]:
    """A function that uses another one of the file, whose mistake has a name, is not said to be
    unexplained: that mistake may be all that is wrong with it."""
    named = {each.called or each.name for each in functions if each.mistakes}
    for each in functions:
        if named and each.unexplained and _reached(each.called or each.name, source) & named:
            yield replace(each, unexplained=False)
        else:
            yield each


def _reached(name: str, source: bytes) -> set[str]:
    """What a function of a file binds and uses, directly or through others."""
    try:
        units = layout_of(source).reach([name])
    except (SyntaxError, ValueError, RecursionError):  # of a stranger's file, whatever it is
        return set()
    return {bound for unit in units for bound in unit.binds} - {name}


def _has_outputs(function: FunctionReport) -> bool:
    return any(case.outputs for case in function.cases)
