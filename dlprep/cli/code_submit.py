"""`dlprep code submit`: judged as by `dlprep check`, then the clock."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from dlprep.check.court import Court
from dlprep.cli.check import LOADING_S, SHORT_SEEDS
from dlprep.cli.check_screen import Screen
from dlprep.cli.code_desk import CodeDesk
from dlprep.cli.patience import patiently
from dlprep.model.message import DlprepError, ExitCode, Place, fault
from dlprep.model.sitting import Timed
from dlprep.practice.check import Checking, exit_code
from dlprep.practice.code import verdict_of
from dlprep.practice.code_clock import longest_ms
from dlprep.practice.unexplained import keep_unexplained
from dlprep.sandbox.limits import Limits
from dlprep.store.unnamed import UnnamedFiles
from dlprep.view import code as view
from dlprep.view.check_json import report_json

BELOW = 4  # lines below the report
NOTHING_OF_IT = frozenset(("check.nothing-known", "check.nothing-near"))


def submit(
    work: CodeDesk, court: Court, timed: Timed, file: Path | None, *, as_json: bool
) -> ExitCode:
    """Judge the file, keep what came of it, then show it."""
    checking = _started(work, court, timed, file)
    reports = patiently(work.desk, checking)
    court.dismiss()
    after = work.coding.hand_in(timed.sitting, reports, checking.revs)
    kept = UnnamedFiles(work.desk.home.unnamed)
    keep_unexplained(kept, work.desk.moment(), checking, reports)
    screen = Screen(work.desk, checking, reports, as_json=as_json, spare=BELOW, timed=True)
    if as_json:
        _tell(work, screen, after)
    else:
        _show(work, screen, after)
    return exit_code(reports)


def _started(work: CodeDesk, court: Court, timed: Timed, file: Path | None) -> Checking:
    sitting = timed.sitting
    path = file or Path(sitting.file)
    if file is None and not path.exists():
        gone = view.file_name(path)
        raise fault("code.file-gone", file=gone, id=view.short(sitting.exercise))
    limits = Limits(start_s=Limits().case_s + LOADING_S)
    seed = random.SystemRandom().randrange(SHORT_SEEDS)
    shown = path if file else view.near_path(path)
    try:
        checking = Checking([shown], work.desk.bank, court, limits, seed, only=sitting.exercise)
    except DlprepError as problem:
        if problem.messages[0].code in NOTHING_OF_IT:
            raise _nothing_of_it(work, sitting.exercise, shown) from None
        raise
    if checking.faults:
        raise DlprepError(*checking.faults)
    return checking


def _nothing_of_it(work: CodeDesk, exercise: str, file: Path) -> DlprepError:
    names = [f"`{each.name}`" for each in work.coding.exercise(exercise).functions]
    place = Place(str(file))
    return fault("code.no-function", place=place, id=view.short(exercise), names=names)


def _tell(work: CodeDesk, screen: Screen, after: Timed) -> None:
    for report in screen.reports:
        told = report_json(report, work.desk.lang) | {"clock": view.timed_json(after)}
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")


def _show(work: CodeDesk, screen: Screen, after: Timed) -> None:
    screen.report(mapped=False)
    pen, longest = work.pen, longest_ms(after.target_min)
    match after.sitting.state:
        case "passed":
            work.desk.show(view.result_lines(pen, after, longest))
            exercise = verdict_of(screen.reports, after.sitting.exercise)
            work.desk.show(view.pace_lines(pen, exercise.pace))
        case "running":
            said = pen.say("code.goes-on", used=view.used(pen, after))
            work.desk.show([pen.paragraph(said, "bold")])
            work.desk.show(view.doubt_lines(pen, after, longest))
        case "paused":
            said = pen.say("code.still-paused", worked=view.clock(after.worked.ms))
            work.desk.show([pen.paragraph(said, "bold")])
        case "stopped":
            work.desk.show([pen.paragraph(pen.say("code.no-clock"), "warn")])
