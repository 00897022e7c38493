"""A report of a check on the screen: what is right, the first thing to mend, the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from dlprep.model.item import Code
from dlprep.model.message import Message
from dlprep.model.outline import Mistake
from dlprep.model.report import (
    CaseResult,
    CheckReport,
    Entry,
    ExerciseReport,
    FunctionReport,
    OutputResult,
    Verdict,
)
from dlprep.model.text import Lang
from dlprep.view.messages import words
from dlprep.view.prose import prose
from dlprep.view.wrap import indented

MOST_ROWS = 6
MOST_PRINTED = 3
NUMBERS_FROM = 72  # columns of a screen that has room for yours, expected and ratio
QUIET: frozenset[Verdict] = frozenset(("passed", "not-judged"))
SIGNS: dict[str, tuple[str, str]] = {
    "passed": ("✓", "right"),
    "convention": ("≈", "warn"),
    "not-judged": ("–", "dim"),
    "not-implemented": ("·", "warn"),
}


class Page:
    """The lines of one report, in one language, on a screen of some width."""

    def __init__(self, lang: Lang, width: int, mistakes: dict[str, Mistake]) -> None:
        self.lang = lang
        self.width = width
        self.mistakes = mistakes

    def say(self, what: str, /, **values: object) -> str:
        """A sentence of this area."""
        return words(Message(f"check.{what}", values), self.lang)

    def lines(self, report: CheckReport, exercise: ExerciseReport, item: Code) -> Iterator[Text]:
        """Everything there is to say of one exercise of a file."""
        yield self._header(report, exercise)
        if exercise.message:
            yield self._paragraph(words(exercise.message, self.lang), "wrong")
        for function in exercise.functions:
            yield from self._function(function)
        first = next((each for each in exercise.functions if not _is_quiet(each)), None)
        if first is not None:
            yield Text()
            yield from self._first_thing(first)
            yield from self._table(first)
        yield from self._end(exercise, item)
        yield from self._printed(exercise.printed)

    def _paragraph(self, text: str, style: str = "", indent: int = 1, hanging: str = "") -> Text:
        drawn = indented(prose(printable(text)), self.width, indent, hanging)
        drawn.stylize(style)
        return drawn

    def _header(self, report: CheckReport, exercise: ExerciseReport) -> Text:
        left = f" {exercise.id.removeprefix('code.')} · {printable(report.file)}"
        right = self.say("run", level=report.isolation, seed=report.seed) + " "
        room = self.width - cell_len(right)
        if cell_len(left) >= room:
            left = set_cell_size(left, room - 2) + "…"
        return Text(left, "accent").append(" " * (room - cell_len(left))).append(right, "dim")

    def _function(self, function: FunctionReport) -> Iterator[Text]:
        """A line for the function; outputs have their own where only some are wrong."""
        value = [case for case in function.cases if case.axis == "value"]
        if function.verdict != "wrong":
            yield self._line(
                function.verdict, function.called or function.name, self._summary(function, value)
            )
        else:
            for name in _output_names(value):
                yield self._output(function, name, value)
        if function.stability and function.stability.code != "check.stable":
            yield self._warning(words(function.stability, self.lang))

    def _output(self, function: FunctionReport, name: str, cases: Sequence[CaseResult]) -> Text:
        found = [(case, _named(case, name)) for case in cases]
        judged = [(case, output) for case, output in found if output is not None]
        wrong = [case for case, output in judged if output.verdict != "passed"]
        shown = f"{function.called or function.name}: {name}"
        if not wrong:
            return self._line("passed", shown, self.say("right-in", of=len(judged), n=len(judged)))
        right = [case.label for case, output in judged if output.verdict == "passed"]
        return self._line("wrong", shown, self._wrong_in(len(wrong), len(judged), right))

    def _wrong_in(self, wrong: int, judged: int, right: Sequence[object]) -> str:
        if 0 < len(right) <= 2:
            return self.say("wrong-in-but", n=wrong, of=judged, right=right)
        return self.say("wrong-in", n=wrong, of=judged)

    def _summary(self, function: FunctionReport, cases: Sequence[CaseResult]) -> str:
        good = sum(case.verdict == "passed" for case in cases)
        judged = sum(case.verdict != "not-judged" for case in cases)
        if function.verdict == "passed":
            return self.say("right-in", n=good, of=judged)
        said = self.say(f"verdict.{function.verdict}")
        if not good:
            return said
        return said + self.say("but-right-in", n=good, of=judged)

    def _line(self, verdict: Verdict, name: str, said: str) -> Text:
        sign, style = SIGNS.get(verdict, ("✗", "wrong"))
        hanging = f"{sign} {name}  "
        drawn = indented(prose(said), self.width, 1, hanging)
        drawn.stylize(style, 0, len(hanging) + 1)
        return drawn

    def _warning(self, said: str) -> Text:
        return self._paragraph(said, "warn", hanging="⚠ ")

    def _first_thing(self, function: FunctionReport) -> Iterator[Text]:
        """The name of the mistake, or the error; then the facts; then how to see it oneself."""
        for mistake in function.mistakes[:2]:
            code = "mistake" if mistake.confidence == "confirmed" else "mistake-consistent"
            yield self._paragraph(
                self.say(code, text=mistake.text, code=mistake.code, output=mistake.output)
            )
        for message in [*_messages(function)[:1], *function.facts[:3]]:
            yield self._paragraph(words(message, self.lang), indent=3)
        named = [self.mistakes.get(mistake.code) for mistake in function.mistakes[:1]]
        for known in named:
            if known is not None and (more := known.see or known.why):
                yield self._paragraph(more.in_(self.lang), "dim", indent=3)
        if function.verdict in {"wrong", "not-finite", "shape"} and not function.mistakes:
            yield self._paragraph(self.say("unnamed"), "dim", indent=3)

    def _table(self, function: FunctionReport) -> Iterator[Text]:
        """Cases against outputs, with the entry farthest off; failing cases first."""
        names = _output_names(function.cases)
        rows = [case for case in function.cases if case.outputs]
        if not rows or not any(output.worst for case in rows for output in case.outputs):
            return
        rows.sort(key=lambda case: case.verdict == "passed")
        columns = (
            names if len(names) <= 4 else [name for name in names if _is_wrong(name, rows)][:4]
        )
        yield Text()
        yield self._row(
            self.say("column.case"),
            [Text(name) for name in columns],
            [self.say(f"column.{each}") for each in ("yours", "expected", "ratio")],
        )
        for case in rows[:MOST_ROWS]:
            yield self._case_row(case, columns)
        if len(rows) > MOST_ROWS:
            yield Text(" " + self.say("more-rows", n=len(rows) - MOST_ROWS), "dim")

    def _case_row(self, case: CaseResult, columns: Sequence[str]) -> Text:
        marks = [_mark(_named(case, name)) for name in columns]
        wrong = next((output for output in case.outputs if output.worst), None)
        entry = wrong.worst[0] if wrong else None
        return self._row(printable(case.label.in_(self.lang)), marks, _numbers(entry))

    def _row(self, label: str, marks: Sequence[Text], numbers: Sequence[str]) -> Text:
        each = 6 if len(marks) > 2 else 9
        numbers = numbers if self.width >= NUMBERS_FROM else []
        taken = 2 + (each + 1) * len(marks) + 12 * 3 * (self.width >= NUMBERS_FROM)
        room = max(self.width - taken, 8)
        line = Text("  " + set_cell_size(label, min(room, 26)))
        for mark in marks:
            name = mark.copy()
            name.truncate(each)
            line.append(" ").append_text(name).append(" " * (each - cell_len(name.plain)))
        for number in numbers:
            line.append(" " * max(12 - cell_len(number), 1) + number)
        return line

    def _end(self, exercise: ExerciseReport, item: Code) -> Iterator[Text]:
        stable = [each.stability for each in exercise.functions if each.stability]
        parts = []
        if stable and all(each.code == "check.stable" for each in stable):
            parts.append(words(stable[0], self.lang))
        if exercise.reference_time_ms > 0 and exercise.time_ms > 0:
            times = exercise.time_ms / exercise.reference_time_ms
            parts.append(self.say("time", times=f"{times:.1f}"))
        if parts:
            yield Text()
            yield self._paragraph("   ".join(parts), "dim")
        if exercise.verdict == "passed" and item.follow_up:
            yield self._paragraph(self.say("follow-up", text=item.follow_up))

    def _printed(self, printed: str) -> Iterator[Text]:
        """The first lines of what the program printed, with nothing a terminal would obey."""
        shown = printed.splitlines()
        for line in shown[:MOST_PRINTED]:
            yield Text(" │ " + set_cell_size(printable(line), self.width - 4).rstrip(), "dim")
        if len(shown) > MOST_PRINTED:
            yield Text(" " + self.say("more-printed", n=len(shown) - MOST_PRINTED), "dim")

    def promise(self, report: CheckReport) -> Text:
        """What the confinement of this run keeps out, in words."""
        return self._paragraph(self.say(f"promise.{report.isolation}"), "dim")


def printable(text: str) -> str:
    r"""A stranger's text with control characters and broken Unicode written out.

    >>> printable("\x1b[2Jhi")
    '\\x1b[2Jhi'
    """
    return "".join(
        char if char.isprintable() or char == "\n" else char.encode("unicode_escape").decode()
        for char in text
    )


def _is_quiet(function: FunctionReport) -> bool:
    unstable = function.stability is not None and function.stability.code != "check.stable"
    return function.verdict in QUIET and not unstable


def _named(case: CaseResult, name: str) -> OutputResult | None:
    return next((output for output in case.outputs if output.name == name), None)


def _output_names(cases: Sequence[CaseResult]) -> list[str]:
    return list(dict.fromkeys(output.name for case in cases for output in case.outputs))


def _is_wrong(name: str, cases: Sequence[CaseResult]) -> bool:
    found = (_named(case, name) for case in cases)
    return any(output is not None and output.verdict != "passed" for output in found)


def _mark(output: OutputResult | None) -> Text:
    if output is None:
        return Text("–", "dim")
    sign, style = SIGNS.get(output.verdict, ("✗", "wrong"))
    return Text(sign, style)


def _numbers(entry: Entry | None) -> list[str]:
    if entry is None:
        return []
    ratio = f"× {entry.yours / entry.expected:.4g}" if entry.expected else "–"
    return [f"{entry.yours:.5g}", f"{entry.expected:.5g}", ratio]


def _messages(function: FunctionReport) -> list[Message]:
    """What cases and outputs say went wrong, the case with its label, each once."""
    found: dict[str, Message] = {}
    for case in function.cases:
        outputs = [(output.name, output.message) for output in case.outputs]
        for name, message in [("", case.message), *outputs]:
            if message is not None:
                values = {"label": case.label, "output": name, "said": message}
                code = "check.in-output" if name else "check.in-case"
                found.setdefault(f"{name}{message.code}", Message(code, values))
    return list(found.values())
