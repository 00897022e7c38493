"""Functions that give nothing to be compared: whether they are right shows in others alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dlprep.check.bonds import Bonds
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


def _has_outputs(function: FunctionReport) -> bool:
    return any(case.outputs for case in function.cases)
