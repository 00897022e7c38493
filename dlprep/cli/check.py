"""`dlprep check FILE…`: judge files, name the mistakes, remember what came of it."""

from __future__ import annotations

import json as json_lines
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.words import say
from dlprep.model.report import CheckReport
from dlprep.practice.attempt import attempt
from dlprep.practice.check import Checking, exit_code, record
from dlprep.sandbox.limits import Limits
from dlprep.view.check import Page, Sheet
from dlprep.view.check_json import report_json
from dlprep.view.pen import Pen

LARGEST_SEED = 2**31 - 1
SCREEN = 24  # lines of a screen that is none: a pipe, a file
SHORT_SEEDS = 10_000  # of those drawn here, so that a person can type one again
LOADING_S = 2.0  # beyond the limit of a case: imports take a moment

app = typer.Typer(help=say("check.help"), rich_markup_mode=None)


@app.command(help=say("check.help"), epilog=say("check.epilog"))
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help=say("check.files-help"))],
    *,
    seed: Annotated[
        int | None, typer.Option("--seed", min=0, max=LARGEST_SEED, help=say("check.seed-help"))
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, max=600, help=say("check.timeout-help"))
    ] = Limits().case_s,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
    bank: Annotated[str | None, typer.Option("--bank", help=say("app.bank-help"))] = None,
    mapped: Annotated[bool, typer.Option("--map", help=say("check.map-help"))] = False,
    json: Annotated[bool, typer.Option("--json", help=say("app.json-help"))] = False,
) -> int:
    desk = open_desk(lang, bank)
    checking = Checking(
        files,
        desk.bank,
        Limits(case_s=timeout, start_s=timeout + LOADING_S),
        mapped=mapped,
    )
    chosen = random.SystemRandom().randrange(SHORT_SEEDS) if seed is None else seed
    reports = checking.reports(chosen)
    if json:
        for report in reports:
            typer.echo(json_lines.dumps(report_json(report, desk.lang)))
    else:
        _draw(desk, checking, reports, mapped=mapped)
    record(desk.store, desk.moment(), reports)
    return exit_code(reports)


def _draw(desk: Desk, checking: Checking, reports: Sequence[CheckReport], *, mapped: bool) -> None:
    height = desk.out.height - 1 if desk.out.is_terminal else SCREEN
    page = Page(Pen(desk.lang, desk.out.width), height)
    for line in _lines(page, [*_sheets(desk, checking, reports)], mapped=mapped):
        desk.out.print(line, no_wrap=True, overflow="ignore", crop=False)


def _lines(page: Page, sheets: Sequence[Sheet], *, mapped: bool) -> Iterator[Text]:
    """One exercise in full, or several in short with a summary."""
    if len(sheets) == 1:
        yield from page.lines(sheets[0], mapped=mapped)
        return
    for sheet in sheets:
        yield from page.brief(sheet)
    yield from page.after(sheets)


def _sheets(desk: Desk, checking: Checking, reports: Sequence[CheckReport]) -> Iterator[Sheet]:
    for report in reports:
        source = checking.source(report.file)
        for exercise in report.exercises:
            codes = {each.code for one in exercise.functions for each in one.mistakes}
            known = {code: page for code in codes if (page := desk.bank.mistake(code))}
            item = checking.exercise(exercise.id)
            minutes = attempt(desk.store, exercise.id).minutes(desk.moment())
            yield Sheet(
                report=report,
                exercise=exercise,
                item=item,
                source=source,
                known=known,
                minutes=minutes,
            )
