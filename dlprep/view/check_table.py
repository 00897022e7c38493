"""The table of a report: labelled cases against outputs, with the entry farthest off."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from dlprep.model.report import CaseResult, Entry, FunctionReport, OutputResult
from dlprep.model.value import dataclass
from dlprep.view.fit import cut
from dlprep.view.pen import Pen
from dlprep.view.printable import one_line
from dlprep.view.signs import sign

MOST_OUTPUTS = 4
MOST_ROWS = 6
LONGEST_COUNT = 1e9
NUMBERS_FROM = 64  # columns of a screen that has room for yours, expected and ratio
LABEL = 24
LEAST_LABEL = 10
FEWEST_ROWS = 2
WIDEST_ENTRY = 14
SHORTEST_NAME = 3
OTHERS = "…"  # heads the mark of wrong outputs that have no column


def table(pen: Pen, function: FunctionReport, height: int) -> Iterator[Text]:
    """Failing cases first, then one that is right, in at most `height` lines; nothing where
    there are no numbers. Outputs that are right make room where labels need it, and so do the
    last ones that are wrong. Cases of the
    stability axis stand there only if all others are right, as they are counted apart."""
    axes = ("value",) if function.verdict != "passed" else ("value", "stability")
    rows = [case for case in function.cases if case.outputs and case.axis in axes]
    if not any(output.worst for case in rows for output in case.outputs):
        return
    shown = _chosen(rows, min(max(height - 2, FEWEST_ROWS), MOST_ROWS))
    columns = _columns(rows)
    layout = _layout(pen, shown, _headed(columns, rows))
    if layout.label < _widest_label(pen, shown):
        columns = [name for name in columns if _is_wrong(name, rows)]
        layout = _layout(pen, shown, _headed(columns, rows))
    while layout.label < min(_widest_label(pen, shown), LEAST_LABEL) and len(columns) > 1:
        columns = columns[:-1]
        layout = _layout(pen, shown, _headed(columns, rows))
    headed, rest = _headed(columns, rows), _wrong_beside(columns, rows)
    heads = [pen.say(f"check.column.{each}") for each in ("entry", "yours", "expected", "ratio")]
    names = [Text(name) for name in headed]
    yield layout.row(pen.say("check.column.case"), names, heads, "dim")
    for case in shown:
        marks = [_mark(output_of(case, name)) for name in columns]
        marks += [_mark(_first_wrong(case, rest))] if rest else []
        yield layout.row(one_line(case.label.in_(pen.lang)), marks, _numbers(case))
    if len(shown) < len(rows):
        yield pen.paragraph(pen.say("check.more-rows", n=len(rows) - len(shown)), "dim", indent=2)


def _chosen(rows: Sequence[CaseResult], most: int) -> list[CaseResult]:
    wrong = [case for case in rows if case.verdict != "passed"]
    right = [case for case in rows if case.verdict == "passed"]
    return [*wrong[: most - bool(right)], *right[:1]]


@dataclass(frozen=True, slots=True)
class _Layout:
    """Widths of the columns: label, marks, and the numbers, empty where there is no room."""

    label: int
    mark: int
    numbers: tuple[int, ...]

    def row(
        self, label: str, marks: Sequence[Text], numbers: Sequence[str], style: str = ""
    ) -> Text:
        line = Text("  " + set_cell_size(cut(label, self.label), self.label), style)
        for mark in marks:
            fitted = mark.copy()
            fitted.truncate(self.mark, overflow="ellipsis")
            line.append("  ").append_text(fitted)
            line.append(" " * (self.mark - fitted.cell_len))
        for number, width in zip(numbers, self.numbers, strict=False):
            line.append(" " * max(width - cell_len(number), 1) + number)
        line.rstrip()
        return line


def _layout(pen: Pen, rows: Sequence[CaseResult], columns: Sequence[str]) -> _Layout:
    wide = pen.width >= NUMBERS_FROM
    mark = min(max(map(cell_len, columns)), 8 if wide else 5)
    entry = max((len(_named_entry(case)) for case in rows), default=0)
    numbers = (min(entry, WIDEST_ENTRY) + 2, 11, 11, 10) if wide else ()
    room = pen.width - 3 - (mark + 2) * len(columns) - sum(numbers)
    return _Layout(max(min(_widest_label(pen, rows), room), 6), mark, numbers)


def _widest_label(pen: Pen, rows: Sequence[CaseResult]) -> int:
    labels = (cell_len(one_line(case.label.in_(pen.lang))) for case in rows)
    return min(max(labels), LABEL)


def _columns(rows: Sequence[CaseResult]) -> list[str]:
    """All outputs, or only wrong ones where they are many."""
    names = output_names(rows)
    if len(names) <= MOST_OUTPUTS:
        return names
    return [name for name in names if _is_wrong(name, rows)][:MOST_OUTPUTS]


def output_names(cases: Sequence[CaseResult]) -> list[str]:
    """The outputs of a function in the order of its calls."""
    return list(dict.fromkeys(output.name for case in cases for output in case.outputs))


def output_of(case: CaseResult, name: str) -> OutputResult | None:
    """One output of a case; None where the case has none of that name."""
    return next((output for output in case.outputs if output.name == name), None)


def _headed(columns: Sequence[str], rows: Sequence[CaseResult]) -> list[str]:
    """The columns with one for all that are wrong and have none."""
    return [*columns, *([OTHERS] if _wrong_beside(columns, rows) else [])]


def _wrong_beside(columns: Sequence[str], rows: Sequence[CaseResult]) -> list[str]:
    return [each for each in output_names(rows) if each not in columns and _is_wrong(each, rows)]


def _first_wrong(case: CaseResult, names: Sequence[str]) -> OutputResult | None:
    """The first of some outputs that is wrong in a case, or the first that it has."""
    found = [each for name in names if (each := output_of(case, name))]
    return next((each for each in found if each.verdict != "passed"), next(iter(found), None))


def _is_wrong(name: str, cases: Sequence[CaseResult]) -> bool:
    found = (output_of(case, name) for case in cases)
    return any(output is not None and output.verdict != "passed" for output in found)


def _mark(output: OutputResult | None) -> Text:
    return Text("–", "dim") if output is None else Text(*sign(output.verdict))


def _worst(case: CaseResult) -> tuple[str, Entry] | None:
    return next(((each.name, each.worst[0]) for each in case.outputs if each.worst), None)


def _named_entry(case: CaseResult) -> str:
    """Such as `dz[2,4]`; of a long name as much as leaves the index whole."""
    found = _worst(case)
    if found is None:
        return ""
    name, entry = found
    index = f"[{','.join(map(str, entry.index))}]" if entry.index else ""
    return cut(name, max(WIDEST_ENTRY - len(index), SHORTEST_NAME)) + index


def _numbers(case: CaseResult) -> list[str]:
    found = _worst(case)
    if found is None:
        return []
    entry = found[1]
    numbers = _shown(entry.yours), _shown(entry.expected), _ratio(entry)
    return [cut(_named_entry(case), WIDEST_ENTRY), *numbers]


def _shown(number: float) -> str:
    if (
        float(number).is_integer() and abs(number) < LONGEST_COUNT
    ):  # a count is told to the last digit
        return f"{number + 0.0:.0f}"
    return f"{number + 0.0:.5g}"  # no −0


def _ratio(entry: Entry) -> str:
    ratio = entry.yours / entry.expected + 0.0 if entry.expected else math.nan
    return f"× {ratio:.4g}" if math.isfinite(ratio) else "–"
