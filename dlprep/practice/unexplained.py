"""Wrong files that nothing explains are kept, so that the mistake can be given a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dlprep.model.event import Moment
from dlprep.model.report import CheckReport
from dlprep.model.unnamed import Unnamed
from dlprep.practice.check import Checking
from dlprep.store.unnamed import UnnamedFiles

NUMBERS = frozenset(("wrong", "not-finite"))  # of other verdicts the message says all


def keep_unexplained(
    kept: UnnamedFiles, moment: Moment, checking: Checking, reports: Sequence[CheckReport]
) -> tuple[str, ...]:
    """Keep them; the functions in question where the person is told, the first time."""
    known = kept.folder.exists()
    added = [each for each in _unexplained(moment, checking, reports) if kept.keep(each)]
    return () if known else tuple(name for each in added for name in each.functions)


def _unexplained(
    moment: Moment, checking: Checking, reports: Sequence[CheckReport]
) -> Iterator[Unnamed]:
    for report in reports:
        for exercise in report.exercises:
            functions = tuple(
                each.name
                for each in exercise.functions
                if each.unexplained and each.verdict in NUMBERS
            )
            if functions:
                yield Unnamed(
                    exercise=exercise.id,
                    functions=functions,
                    seed=report.seed,
                    at_ms=moment.at_ms,
                    file=report.file,
                    source=checking.text(report.file),
                )
