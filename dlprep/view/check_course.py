"""A report on files with many functions, such as those of a course: a few lines for each file,
then a table of all.

Functions that a file does not name are not asked of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from dlprep.model.message import Message
from dlprep.model.outline import Mistake
from dlprep.model.report import CheckReport, ExerciseReport, FunctionReport, Verdict
from dlprep.model.value import dataclass
from dlprep.view.check_functions import accepted_lines, unwritten_line
from dlprep.view.check_summary import quoted
from dlprep.view.fit import cut_front
from dlprep.view.mistake import (
    MOST_NAMED,
    excerpt,
    fault_line,
    faulted,
    named,
    told,
    troubles,
)
from dlprep.view.pen import Pen
from dlprep.view.printable import one_line
from dlprep.view.signs import sign

APART = 2  # columns between columns
LEAST_FILE = 12


@dataclass(frozen=True, slots=True)
class _Counted:
    """The functions of one file, by what came of them."""

    report: CheckReport
    right: tuple[FunctionReport, ...]
    wrong: tuple[FunctionReport, ...]
    unjudged: tuple[FunctionReport, ...]
    unwritten: tuple[FunctionReport, ...]

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        """Right, wrong, not judged, not written yet."""
        groups = (self.right, self.wrong, self.unjudged, self.unwritten)
        return tuple(map(len, groups))  # type: ignore[return-value]

    @property
    def is_broken(self) -> bool:
        """Whether nothing of it could be run."""
        return not any(each.functions for each in self.report.exercises)


def course_lines(
    pen: Pen,
    reports: Sequence[CheckReport],
    known: Mapping[str, Mistake],
    sources: Mapping[str, Sequence[str]],
) -> Iterator[Text]:
    """All of it but what is promised of the isolation; `sources` are the lines of each file."""
    counted = [_counted(report) for report in reports]
    for each in counted:
        yield from _file(pen, each, known, sources.get(each.report.file, ()))
        yield Text()
    if len(counted) > 1:
        yield from _table(pen, counted)
        yield Text()
    yield from _total(pen, counted)


def _counted(report: CheckReport) -> _Counted:
    found = [each for exercise in report.exercises for each in exercise.functions if each.called]
    groups: dict[str, list[FunctionReport]] = {
        "passed": [],
        "not-judged": [],
        "not-implemented": [],
    }
    wrong = [each for each in found if each.verdict not in groups]
    for each in found:
        if each.verdict in groups:
            groups[each.verdict].append(each)
    right, unjudged, unwritten = map(tuple, groups.values())
    return _Counted(report, right, tuple(wrong), unjudged, unwritten)


def _file(
    pen: Pen, counted: _Counted, known: Mapping[str, Mistake], source: Sequence[str]
) -> Iterator[Text]:
    report = counted.report
    run = pen.say("check.run", level=report.isolation, seed=report.seed)
    file = cut_front(one_line(report.file), max(pen.width - cell_len(run) - 3, LEAST_FILE))
    yield pen.ends(Text(f" {file}", "accent"), run)
    if counted.right:
        yield _right(pen, counted.right)
        yield from accepted_lines(pen, counted.right)
        yield from _unstable(pen, counted.right, known)
    for function in counted.wrong:
        yield from _wrong(pen, function, known)
    yield from _broken(pen, report.exercises, source)
    yield from _unjudged(pen, counted.unjudged)
    if counted.unwritten:
        yield unwritten_line(pen, counted.unwritten)


def _right(pen: Pen, functions: Sequence[FunctionReport]) -> Text:
    names = pen.say("check.names", names=[one_line(str(each.called)) for each in functions])
    return _signed(pen.paragraph(names, hanging=f"{sign('passed')[0]} "), "passed")


def _unstable(
    pen: Pen, functions: Sequence[FunctionReport], known: Mapping[str, Mistake]
) -> Iterator[Text]:
    """What is right but breaks for huge numbers: by what mistake, or else in which cases."""
    for function in functions:
        if not function.is_unstable or function.stability is None:
            continue
        called = one_line(str(function.called))
        drawn = [
            named(pen, replace(mistake, output=called), known, "⚠ ")
            for mistake in function.mistakes[:MOST_NAMED]
        ]
        said = Text(f"{called}  ").append_text(pen.said(function.stability))
        for line in drawn or [pen.paragraph(said, hanging="⚠ ")]:
            line.stylize("warn", 0, 2)
            yield line


def _wrong(pen: Pen, function: FunctionReport, known: Mapping[str, Mistake]) -> Iterator[Text]:
    """Its mistakes by name; without one, what is wrong and the first fact about that."""
    called, verdict = one_line(str(function.called)), function.verdict
    hanging = f"{sign(verdict)[0]} "
    for mistake in function.mistakes[:MOST_NAMED]:
        of = replace(mistake, output=called)
        yield _signed(named(pen, of, known, hanging), verdict)
    if function.mistakes:
        return
    outputs = [
        output.name
        for case in function.cases
        for output in case.outputs
        if output.verdict != "passed" and verdict == "wrong"
    ]
    said = pen.say(f"verdict.{verdict}")
    if outputs:
        said = pen.say("check.of-outputs", outputs=list(dict.fromkeys(outputs)), said=said)
    yield _signed(pen.paragraph(f"{called}  {said}", hanging=hanging), verdict)
    for message in [*troubles(function), *function.facts][:1]:
        yield from told(pen, message)


def _signed(drawn: Text, verdict: Verdict) -> Text:
    """With the sign at its beginning in the colour of the verdict."""
    shape, style = sign(verdict)
    drawn.stylize(style, 0, 1 + len(shape))
    return drawn


def _broken(pen: Pen, exercises: Sequence[ExerciseReport], source: Sequence[str]) -> Iterator[Text]:
    """Exercises of which nothing could be run, those with the same reason together; a reason
    that all of a file share is told of the file."""
    reasons: dict[str, tuple[Message, list[str]]] = {}
    for each in exercises:
        if each.message is not None and not each.functions:
            said = faulted(pen, each.message).plain
            reasons.setdefault(said, (each.message, []))[1].append(each.id)
    for said, (message, ids) in reasons.items():
        names = [each.removeprefix("code.") for each in ids]
        shared = len(ids) == len(exercises)
        text = "" if shared else pen.say("check.of-outputs", outputs=names, said="")
        yield pen.paragraph(Text(text + said), "wrong", hanging="✗ ")
        yield from excerpt(pen, source, fault_line(message))


def _unjudged(pen: Pen, functions: Sequence[FunctionReport]) -> Iterator[Text]:
    """Those with the same reason together."""
    reasons: dict[str, list[str]] = {}
    for each in functions:
        told = next((case.message for case in each.cases if case.message), None)
        said = pen.said(told).plain if told else pen.say("check.earlier")
        reasons.setdefault(said, []).append(one_line(str(each.called)))
    for said, names in reasons.items():
        text = pen.say("check.unjudged", names=names, why=said)
        yield pen.paragraph(Text(text), "dim", hanging=f"{sign('not-judged')[0]} ")


def _table(pen: Pen, counted: Sequence[_Counted]) -> Iterator[Text]:
    heads = [pen.say(f"check.column.{each}") for each in ("right", "wrong", "rest")]
    head = pen.say("check.column.file")
    files = [one_line(each.report.file) for each in counted]
    columns = [cell_len(each) + APART for each in heads]
    room = max(pen.width - sum(columns) - 2, LEAST_FILE)
    columns.insert(0, min(max(map(cell_len, (head, *files))), room))
    yield Text(_row([head, *heads], columns), "dim")
    for file, each in zip(files, counted, strict=True):
        right, wrong, *rest = each.numbers
        shown = [str(number or "–") for number in (right, wrong, sum(rest))]
        shown[1] = "✗" if each.is_broken else shown[1]
        yield Text(_row([cut_front(file, columns[0]), *shown], columns))


def _row(cells: Sequence[str], columns: Sequence[int]) -> str:
    """The first at the left of its column, numbers at the right of theirs."""
    pairs = zip(cells[1:], columns[1:], strict=True)
    numbers = "".join(" " * (width - cell_len(cell)) + cell for cell, width in pairs)
    return f" {set_cell_size(cells[0], columns[0])}{numbers}"


def _total(pen: Pen, counted: Sequence[_Counted]) -> Iterator[Text]:
    """How many functions there are, and how to see one that is wrong in full."""
    sums = [sum(numbers) for numbers in zip(*(each.numbers for each in counted), strict=True)]
    states = ("right", "wrong", "unjudged", "unwritten")
    parts = [pen.say(f"sums.{state}", n=n) for state, n in zip(states, sums, strict=True) if n]
    broken = sum(each.is_broken for each in counted)
    if broken:
        parts.append(pen.say(_counting("sums.broken", broken), n=broken))
    code = "sums.functions-in" if len(counted) > 1 else "sums.functions"
    code = _counting(code, sum(sums)) if sum(sums) else "check.names"
    said = pen.say(code, n=sum(sums), files=len(counted), parts=parts, names=parts)
    yield pen.paragraph(said, "bold")
    for report, exercise in _first_wrong(counted):
        if one_line(report.file) == report.file:
            values = {"file": quoted(report.file), "id": exercise.removeprefix("code.")}
            yield pen.paragraph(pen.say("sums.as", **values), "dim")


def _counting(code: str, n: int) -> str:
    """The sentence for so many: one has its own."""
    return f"{code}-one" if n == 1 else code


def _first_wrong(counted: Sequence[_Counted]) -> list[tuple[CheckReport, str]]:
    return [
        (each.report, exercise.id)
        for each in counted
        for exercise in each.report.exercises
        if any(function in each.wrong for function in exercise.functions)
    ][:1]
