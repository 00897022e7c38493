"""A report of a check on the screen: what is right, the first thing to mend, the numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from rich.cells import cell_len
from rich.text import Text

from dlprep.model.hint import Hint
from dlprep.model.item import Code
from dlprep.model.message import Message
from dlprep.model.outline import Mistake
from dlprep.model.report import (
    ACCEPTED,
    CONVENTIONS,
    CheckReport,
    ExerciseReport,
    FunctionReport,
    Verdict,
    breaks,
)
from dlprep.model.value import dataclass
from dlprep.view.check_functions import accepted_lines, function_lines, is_quiet
from dlprep.view.check_summary import quoted, summary
from dlprep.view.check_table import table
from dlprep.view.fit import cut, cut_front
from dlprep.view.messages import has_text
from dlprep.view.mistake import (
    excerpt,
    fault_line,
    faulted,
    first_thing,
    in_order,
    named,
    told,
    troubles,
)
from dlprep.view.pen import Pen
from dlprep.view.printable import one_line

MOST_PRINTED = 3
MOST_OTHERS = 2
STEADY: frozenset[Verdict] = frozenset(("passed", "wrong", "convention"))
LEAST_TABLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One exercise of one file, with all that is drawn of it: the learner's lines, the pages of
    the mistakes, the minutes since the first check of this attempt; whether a `clock` runs beside
    it, or its time is told elsewhere; whether the mistakes are `sealed`, as in an exam."""

    report: CheckReport
    exercise: ExerciseReport
    item: Code
    source: Sequence[str] = ()
    known: Mapping[str, Mistake]
    minutes: int | None = None
    clock: Literal["none", "runs", "told"] = "none"
    sealed: bool = False

    @property
    def first_wrong(self) -> FunctionReport | None:
        """The function to mend first; what is right but for huge numbers comes after what is
        wrong, and what is not written yet after that."""
        found = [each for each in self.exercise.functions if not is_quiet(each)]
        found.sort(key=lambda each: (each.verdict == "not-implemented", each.verdict == "passed"))
        return next(map(in_order, found), None)


@dataclass(frozen=True, slots=True)
class Page:
    """A report on a screen of some height; `keyed` where keys do what options do elsewhere."""

    pen: Pen
    height: int
    keyed: bool = False

    def lines(self, sheet: Sheet, *, mapped: bool = False, explained: bool = False) -> list[Text]:
        """All there is to say of one exercise, on one screen; the numbers get what is left."""
        if explained:
            return _flat(self._explained(sheet))
        top = _flat(self._top(sheet))
        end = _flat(self._end(sheet, mapped=mapped))
        first = sheet.first_wrong
        if first is None:
            return [*top, *end]
        if mapped:
            middle = _flat(self._named_shortly(sheet))
            room = self.height - len(top) - len(middle) - len(end) - 1
            from dlprep.view.error_map import map_lines  # noqa: PLC0415 - only for `--map`

            numbers = _flat(map_lines(self.pen, sheet.exercise.functions, room))
            return [*top, *_apart([*middle, *numbers]), *end]
        middle = _flat(self._first(sheet, first))
        room = self.height - len(top) - len(middle) - len(end) - 2
        numbers = _flat(table(self.pen, first, max(room, LEAST_TABLE)))
        return [*top, *_apart(middle), *_apart(numbers), *end]

    def _explained(self, sheet: Sheet) -> Iterator[Text]:
        """The named mistake as always, and symbols in the place of the numbers."""
        yield from self._top(sheet)
        first = sheet.first_wrong
        if first is not None:
            yield from (Text(), *self._first(sheet, first))
        if symbols := [*self._in_symbols(sheet)]:
            yield from (Text(), *symbols, Text())
        yield from self._end(sheet, explained=True)

    def with_hint(self, sheet: Sheet, hint: Hint) -> list[Text]:
        """What is right and what is not, and a hint instead of everything else."""
        from dlprep.view.hint import hint_lines  # noqa: PLC0415 - only for `--hint`

        earned = sheet.exercise.verdict == "passed"
        told = hint_lines(self.pen, hint, keyed=self.keyed, earned=earned)
        return _flat([*self._top(sheet), Text(), *told])

    def brief(self, sheet: Sheet, *, explained: bool = False) -> list[Text]:
        """The same in few lines, where there are several exercises: one for a right one."""
        if sheet.exercise.verdict == "passed":
            name = f"{_short(sheet.exercise.id)} · {one_line(sheet.report.file)}"
            line = Text(" ✓ " + cut_front(name, self.pen.width - 4), "right")
            return _flat([line, *accepted_lines(self.pen, sheet.exercise.functions)])
        more = self._in_symbols(sheet) if explained else ()
        return _flat([*self._top(sheet), *self._told_shortly(sheet), *more])

    def _in_symbols(self, sheet: Sheet) -> Iterator[Text]:
        """Nothing where nothing could be run: the reason is told already."""
        from dlprep.view.symbols import explanation_lines  # noqa: PLC0415 - only for `--explain`

        functions = sheet.exercise.functions
        return explanation_lines(self.pen, functions) if functions else iter(())

    def course(self, sheets: Sequence[Sheet]) -> list[Text]:
        """Many functions of some files: a few lines for each file, and a table of all."""
        from dlprep.view.check_course import course_lines  # noqa: PLC0415 - only for many functions

        known = {code: page for sheet in sheets for code, page in sheet.known.items()}
        reports = list({id(each.report): each.report for each in sheets}.values())
        sources = {sheet.report.file: sheet.source for sheet in sheets}
        course = course_lines(self.pen, reports, known, sources)
        return _flat([*course, self._promised(reports)])

    def _promised(self, reports: Sequence[CheckReport]) -> Text:
        levels = [each.isolation for each in reports if each.isolation != "L0"]
        promise = self.pen.say(f"isolation.{min(levels, default='L0')}")
        return self.pen.paragraph(promise, "dim")

    def after(self, sheets: Sequence[Sheet]) -> list[Text]:
        """The end of a report on several exercises."""
        reports = list({id(each.report): each.report for each in sheets}.values())
        return _flat([Text(), *summary(self.pen, reports), self._promised(reports)])

    def _top(self, sheet: Sheet) -> Iterator[Text]:
        yield self._header(sheet.report, sheet.exercise)
        if sheet.exercise.message:
            yield from self._message(sheet, sheet.exercise.message)
        yield from function_lines(self.pen, sheet.exercise.functions)

    def _header(self, report: CheckReport, exercise: ExerciseReport) -> Text:
        """Exercise and file at the left, isolation and seed at the right, where both fit."""
        name = f" {_short(exercise.id)} · "
        right = self.pen.say("check.run", level=report.isolation, seed=report.seed)
        file = one_line(report.file)
        room = self.pen.width - cell_len(name + right) - 3
        if room < min(cell_len(file), 12):
            return Text(cut(name + cut_front(file, 20), self.pen.width), "accent")
        return self.pen.ends(Text().append(name + cut_front(file, room), "accent"), right)

    def _message(self, sheet: Sheet, message: Message) -> Iterator[Text]:
        yield self.pen.paragraph(faulted(self.pen, message), "wrong", hanging="✗ ")
        yield from excerpt(self.pen, sheet.source, fault_line(message))

    def _first(self, sheet: Sheet, first: FunctionReport) -> Iterator[Text]:
        others = [each for each in sheet.exercise.functions if each.name != first.name]
        named_too = [each for each in others if each.mistakes][:MOST_OTHERS]
        yield from first_thing(self.pen, first, sheet.known, sheet.source, is_alone=not named_too)
        for function in named_too:
            for mistake in function.mistakes[:MOST_OTHERS]:
                yield named(self.pen, mistake, sheet.known)

    def _told_shortly(self, sheet: Sheet) -> Iterator[Text]:
        """The name of a mistake, or else what went wrong; of another convention, which."""
        yield from self._named_shortly(sheet)
        for function in sheet.exercise.functions:
            conventions = [each for each in function.facts if each.code in CONVENTIONS - {ACCEPTED}]
            for message in [*conventions, *troubles(function)][: not function.mistakes]:
                yield from told(self.pen, message)

    def _named_shortly(self, sheet: Sheet) -> Iterator[Text]:
        for function in map(in_order, sheet.exercise.functions):
            for mistake in function.mistakes[:1]:
                yield named(self.pen, mistake, sheet.known)
                yield from excerpt(self.pen, sheet.source, mistake.line or 0)

    def _end(
        self, sheet: Sheet, *, mapped: bool = False, explained: bool = False
    ) -> Iterator[Text]:
        exercise = sheet.exercise
        yield from self._printed(exercise.printed)
        if exercise.verdict == "passed":
            yield from self._well_done(sheet)
        if figures := list(self._figures(sheet)):
            yield self.pen.parts(figures)
        promise = self.pen.say(f"isolation.{sheet.report.isolation}")
        yield self.pen.paragraph(promise, "dim")
        if following := list(self._next(sheet, mapped=mapped, explained=explained)):
            yield self.pen.parts(following)

    def _well_done(self, sheet: Sheet) -> Iterator[Text]:
        """One thing worth knowing, and the time against the target."""
        pen, item = self.pen, sheet.item
        if item.follow_up:
            yield pen.paragraph(pen.say("check.follow-up", text=item.follow_up))
        elif item.common_mistake:
            yield pen.paragraph(pen.say("check.often-wrong", text=item.common_mistake))
        if sheet.clock == "told":
            return
        code = "check.target" if sheet.minutes is None else "check.minutes"
        yield pen.paragraph(pen.say(code, minutes=sheet.minutes, target=item.minutes))

    def _figures(self, sheet: Sheet) -> Iterator[str]:
        """Stability, the running time of a right program, and what proved the reference: all
        only where the values say something."""
        exercise = sheet.exercise
        stable = [each.stability for each in exercise.functions if each.stability]
        if exercise.verdict in STEADY and stable and not any(map(breaks, stable)):
            yield self.pen.say("check.stable")
        measured = exercise.verdict == "passed" and sheet.clock != "told"
        if measured and min(exercise.time_ms, exercise.reference_time_ms) > 0:
            times = exercise.time_ms / exercise.reference_time_ms
            yield self.pen.say("check.time", times=f"{times:.1f}")
        if exercise.witnesses and exercise.verdict in STEADY:
            named = [_witness(self.pen, each) for each in exercise.witnesses]
            yield self.pen.say("check.witnesses", names=named)

    def _printed(self, printed: str) -> Iterator[Text]:
        """The first lines of what the program printed, with nothing a terminal would obey."""
        shown = printed.splitlines()
        for line in shown[:MOST_PRINTED]:
            yield Text(" │ " + cut(one_line(line.expandtabs()), self.pen.width - 4), "dim")
        if len(shown) > MOST_PRINTED:
            more = len(shown) - MOST_PRINTED
            yield self.pen.paragraph(self.pen.say("check.more-printed", n=more), "dim")

    def _next(self, sheet: Sheet, *, mapped: bool, explained: bool) -> Iterator[str]:
        """What can be done now."""
        passed = sheet.exercise.verdict == "passed"
        if passed and sheet.clock == "runs":
            yield self.pen.say("code.hand-in")
        elif sheet.sealed:
            yield self.pen.say("code.sealed-note")
        if sheet.sealed:
            return
        first = sheet.first_wrong
        numbers = first is not None and _has_numbers(first)
        if sheet.clock == "told":  # handed in: by a command that has none of these options
            code = "check.next-passed-of-file" if passed else "check.next-of-file"
            yield self.pen.say(code, file=quoted(sheet.report.file))
        elif passed and not self.keyed:
            if sheet.exercise.is_unstable:
                yield self.pen.say("check.next-hint")
            yield self.pen.say("check.next-passed")
        elif not self.keyed and numbers and not (mapped or explained or sheet.item.untraced):
            ways = ("hint", "map", "explain")
            yield from (self.pen.say(f"check.next-wrong-{way}") for way in ways)
        elif not self.keyed:
            yield self.pen.say("check.next-hint")
            if numbers and not mapped:
                yield self.pen.say("check.next-map")
        codes = [each.code for each in first.mistakes if each.code in sheet.known] if first else []
        yield from (self.pen.say("check.next-explain", code=code) for code in codes[:1])


def _has_numbers(function: FunctionReport) -> bool:
    return any(output.worst for case in function.cases for output in case.outputs)


def _short(exercise_id: str) -> str:
    return exercise_id.removeprefix("code.")


def _witness(pen: Pen, name: str) -> str:
    code = f"check.witness.{name}"
    return pen.say(code) if has_text(code) else name


def _apart(lines: Sequence[Text]) -> list[Text]:
    """The lines below an empty one, if there are any."""
    return [Text(), *lines] if lines else []


def _flat(texts: Iterable[Text]) -> list[Text]:
    """Every line for itself, so that a screen can be counted in lines."""
    return [line for text in texts for line in text.split("\n", allow_blank=True)]
