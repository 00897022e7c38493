"""What `dlprep check` puts on the screen: the report, a hint, the worked solution."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from dlprep.cli.desk import Desk
from dlprep.model.hint import Help, Hint
from dlprep.model.message import fault
from dlprep.model.report import CheckReport
from dlprep.practice.attempt import Attempt, attempt
from dlprep.practice.check import Checking
from dlprep.view.check import Page, Sheet
from dlprep.view.check_summary import are_many
from dlprep.view.pen import Pen

if TYPE_CHECKING:
    from dlprep.model.sitting import Sitting

Keep = Callable[[list[Help]], None]  # what helped the person goes into the log
SCREEN = 24  # lines of a screen that is none: a pipe, a file


class Screen:
    """Made when the files are judged, before that is remembered. `spare` lines of the screen are
    left for something else; `keyed` where the screen has keys; `timed` where the time is told
    apart from the report. What is sat as an exam is not told its mistakes."""

    def __init__(
        self,
        desk: Desk,
        checking: Checking,
        reports: Sequence[CheckReport],
        *,
        as_json: bool,
        spare: int = 1,
        keyed: bool = False,
        timed: bool = False,
    ) -> None:
        self.desk = desk
        self.checking = checking
        self.timed = timed
        self.sittings = _sittings(desk, checking)
        self.exams = frozenset(name for name, each in self.sittings.items() if each.exam)
        self.reports = _sealed(reports, self.exams) if self.exams else reports
        self.as_json = as_json
        height = desk.out.height if desk.out.is_terminal else SCREEN
        self.page = Page(Pen(desk.lang, desk.out.width), height - spare, keyed)
        # Each with the attempt that these checks belong to.
        self.sheets = tuple(self._sheets())

    def report(self, *, mapped: bool, explained: bool = False) -> None:
        """One exercise in full, or several in short with a summary."""
        if explained:
            self._refuse_in_exam()
        if self.as_json:
            self._json({})
            return
        sheets = [sheet for sheet, _ in self.sheets]
        if len(sheets) == 1:
            self.desk.show(self.page.lines(sheets[0], mapped=mapped, explained=explained))
            return
        if not explained and (self.checking.of_folder or are_many(self.reports)):
            self.desk.show(self.page.course(sheets))
            return
        for sheet in sheets:
            self.desk.show(self.page.brief(sheet, explained=explained))
        self.desk.show(self.page.after(sheets))

    def hint(self, asked: int | None, keep: Keep) -> None:
        """A hint on the first exercise that is not right, or else on one that is unstable, kept
        before it is seen. Raises `code.sealed`."""
        self._refuse_in_exam()
        open_ = [each for each in self.sheets if each[0].exercise.verdict != "passed"]
        unstable = [each for each in self.sheets if each[0].exercise.is_unstable]
        for sheet, so_far in [*open_, *unstable]:
            self._hint(sheet, asked, so_far.told, keep)
            return
        keep([])
        self.talk("hint.needless")

    def _hint(self, sheet: Sheet, asked: int | None, told: Collection[str], keep: Keep) -> None:
        hint: Hint = self.checking.hint(sheet.exercise, sheet.source, asked=asked, told=told)
        keep([Help(exercise=hint.exercise, hint=hint.number, told=hint.told)])
        if self.as_json:
            from dlprep.view.check_json import hint_json  # noqa: PLC0415 - as `report_json`

            self._json({"hint": hint_json(hint, self.desk.lang)})
        else:
            self.desk.show(self.page.with_hint(sheet, hint))

    def solutions(self, keep: Keep, *, give_up: bool) -> None:
        """The worked solutions that may be seen, kept before they are: on stdout nothing but
        them. Raises `code.sealed`."""
        self._refuse_in_exam()
        shown: dict[str, str] = {}
        helped: list[Help] = []
        for sheet, so_far in self.sheets:
            name = sheet.exercise.id
            earned = sheet.exercise.verdict == "passed" or so_far.passed
            if earned or so_far.gave_up or give_up:
                shown[name] = self.checking.worked(name)
            else:
                self.talk("hint.locked", id=name.removeprefix("code."))
            if give_up and not earned:
                helped.append(Help(exercise=name, gave_up=True))
        keep(helped)
        if self.as_json:
            self._json({"solutions": shown})
        else:
            self._print_code(shown)

    def _refuse_in_exam(self) -> None:
        if self.exams:
            raise fault("code.sealed", id=min(self.exams).removeprefix("code."))

    def _print_code(self, solutions: dict[str, str]) -> None:
        from dlprep.view.hint import highlighted  # noqa: PLC0415 - only where one is shown

        for name, code in solutions.items():
            self.talk("hint.solution", id=name.removeprefix("code."))
            if self.desk.out.is_terminal:
                self.desk.show([highlighted(code, light=self.desk.light)])
            else:
                sys.stdout.write(code)

    def _sheets(self) -> Iterator[tuple[Sheet, Attempt]]:
        desk = self.desk
        for report in self.reports:
            source = self.checking.source(report.file)
            for exercise in report.exercises:
                codes = {each.code for one in exercise.functions for each in one.mistakes}
                so_far = attempt(desk.store, exercise.id)
                yield (
                    Sheet(
                        report=report,
                        exercise=exercise,
                        item=self.checking.exercise(exercise.id),
                        source=source,
                        known={code: page for code in codes if (page := desk.bank.mistake(code))},
                        minutes=so_far.minutes(desk.moment()),
                        clock=self._clock(exercise.id),
                        sealed=exercise.id in self.exams,
                    ),
                    so_far,
                )

    def _clock(self, exercise: str) -> Literal["none", "runs", "told"]:
        if self.timed:
            return "told"
        return "runs" if exercise in self.sittings else "none"

    def _json(self, more: dict[str, object]) -> None:
        from dlprep.view.check_json import report_json  # noqa: PLC0415 - only for `--json`

        for report in self.reports:
            sys.stdout.write(json.dumps(report_json(report, self.desk.lang) | more) + "\n")

    def talk(self, code: str, **values: object) -> None:
        """A sentence beside the report, on stderr."""
        pen = Pen(self.desk.lang, self.desk.talk.width)
        said = pen.paragraph(pen.say(code, **values))
        self.desk.talk.print(said, no_wrap=True, overflow="ignore", crop=False)


def _sittings(desk: Desk, checking: Checking) -> dict[str, Sitting]:
    """The sittings at the exercises of these files whose clock runs or is paused."""
    timed = [name for name in checking.revs if desk.store.last({"clock"}, subject=name)]
    if not timed:
        return {}
    from dlprep.practice.exam import open_sittings  # noqa: PLC0415 - few checks have a clock

    return open_sittings(desk.store, timed)


def _sealed(reports: Sequence[CheckReport], exams: frozenset[str]) -> tuple[CheckReport, ...]:
    from dlprep.practice.exam import sealed  # noqa: PLC0415 - as above

    return sealed(reports, exams)
