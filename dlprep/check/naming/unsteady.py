"""Why a function gives another result the second time: an object that outlives the call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dlprep.model.message import Message
from dlprep.model.report import FunctionReport, NamedMistake
from dlprep.model.text import Text


def traced_back(functions: Iterable[FunctionReport], source: bytes) -> Iterator[FunctionReport]:
    """The reports; of what depends on earlier calls with the line that hands out such an object."""
    for each in functions:
        yield _told(each, source) if each.verdict == "non-deterministic" else each


def _told(report: FunctionReport, source: bytes) -> FunctionReport:
    from dlprep.check.source.lasting import handed_out  # noqa: PLC0415 - hardly ever needed

    found = next(handed_out(source), None)
    if found is None or report.mistakes:
        return report
    mistake = NamedMistake(
        code="repair",
        confidence="confirmed",
        output=report.called or report.name,
        text=Text("repair", "repair"),
        source="repair",
        line=found.line,
        fix=found.mended,
        effect=Message("cause.lasting", {"line": found.line, "name": found.name}),
    )
    return replace(report, mistakes=(mistake,))
