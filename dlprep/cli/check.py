"""`dlprep check FILE…`: judge files, name the mistakes, remember what came of it."""

from __future__ import annotations

import json as json_lines
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.words import say
from dlprep.model.report import CheckReport
from dlprep.practice.check import Checking, exit_code, record
from dlprep.sandbox.limits import Limits
from dlprep.view.check import Page
from dlprep.view.check_json import report_json

LARGEST_SEED = 2**31 - 1
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
    json: Annotated[bool, typer.Option("--json", help=say("app.json-help"))] = False,
) -> int:
    desk = open_desk(lang, bank)
    checking = Checking(files, desk.bank, Limits(case_s=timeout, start_s=timeout + LOADING_S))
    chosen = random.SystemRandom().randrange(SHORT_SEEDS) if seed is None else seed
    reports = checking.reports(chosen)
    if json:
        for report in reports:
            typer.echo(json_lines.dumps(report_json(report, desk.lang)))
    else:
        _draw(desk, checking, reports)
    record(desk.store, desk.moment(), reports)
    return exit_code(reports)


def _draw(desk: Desk, checking: Checking, reports: Sequence[CheckReport]) -> None:
    codes = {
        mistake.code
        for report in reports
        for exercise in report.exercises
        for function in exercise.functions
        for mistake in function.mistakes
    }
    known = {code: mistake for code in codes if (mistake := desk.bank.mistake(code))}
    page = Page(desk.lang, desk.out.width, known)
    for report in reports:
        for exercise in report.exercises:
            for line in page.lines(report, exercise, checking.exercise(exercise.id)):
                desk.out.print(line, no_wrap=True, overflow="ignore", crop=False)
        desk.out.print(page.promise(report))
