"""What is said after several exercises: how many are right, and where to go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from dlprep.model.message import Message
from dlprep.model.report import STDIN, CheckReport, ExerciseReport
from dlprep.view.pen import Pen
from dlprep.view.printable import one_line

UNJUDGED = frozenset(("not-judged", "not-implemented"))
FEW = 3  # exercises of a file that are told one by one


def are_many(reports: Sequence[CheckReport]) -> bool:
    """Whether a file answers so many exercises that each of them is told in short."""
    return any(len(each.exercises) > FEW for each in reports)


def summary(pen: Pen, reports: Sequence[CheckReport]) -> Iterator[Text]:
    """Counts in one line; then the command that shows the first wrong file in full."""
    exercises = [exercise for report in reports for exercise in report.exercises]
    right = sum(each.verdict == "passed" for each in exercises)
    unjudged = sum(each.verdict in UNJUDGED for each in exercises)
    parts = [pen.say("sums.right", n=right)]
    if wrong := len(exercises) - right - unjudged:
        parts.append(pen.say("sums.wrong", n=wrong))
    if unjudged:
        parts.append(pen.say("sums.unjudged", n=unjudged))
    code = "sums.all" if len(reports) > 1 else "sums.one"
    said = pen.say(code, n=len(exercises), files=len(reports), parts=parts)
    yield pen.paragraph(said, "bold")
    first = next((report for report in reports if any(map(_is_wrong, report.exercises))), None)
    if first is not None and len(reports) > 1 and one_line(first.file) == first.file:
        more = Message("sums.next", {"file": quoted(first.file)})
        yield pen.paragraph(pen.said(more), "dim")


def _is_wrong(exercise: ExerciseReport) -> bool:
    return exercise.verdict != "passed" and exercise.verdict not in UNJUDGED


def quoted(file: str) -> str:
    """The name as a shell takes it; `-` for what came by standard input."""
    if file == STDIN:
        return "-"
    plain = all(char.isalnum() or char in "._-/~" for char in file)
    return file if plain else "'" + file.replace("'", "'\\''") + "'"
