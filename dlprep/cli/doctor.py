"""`dlprep doctor`: does everything work on this machine, and if not, why not?"""

# Annotations are values here, not text: Typer would compile each text four times.
import json as json_lines
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Annotated

import typer

from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.machine import reading
from dlprep.cli.words import say
from dlprep.model.health import Finding
from dlprep.model.message import DlprepError, ExitCode
from dlprep.practice.code import Coding
from dlprep.practice.doctor import clocks, isolation, programs, progress, questions
from dlprep.view.doctor import finding_line, health_json

app = typer.Typer(help=say("doctor.help"), add_completion=False, rich_markup_mode=None)


@app.command(help=say("doctor.help"), epilog=say("doctor.epilog"))
def doctor(
    *,
    rebuild: Annotated[bool, typer.Option("--rebuild", help=say("doctor.rebuild-help"))] = False,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
    bank: Annotated[str | None, typer.Option("--bank", help=say("app.bank-help"))] = None,
    json: Annotated[bool, typer.Option("--json", help=say("app.json-help"))] = False,
) -> int:
    desk = open_desk(lang, bank)
    if rebuild:
        _rebuild(desk)
    findings = []
    for finding in _findings(desk):
        findings.append(finding)
        if not json:
            desk.out.print(finding_line(finding, desk.lang, desk.out.width))
    if json:
        sys.stdout.write(json_lines.dumps(health_json(findings, desk.lang)) + "\n")
    sound = all(each.state != "fault" for each in findings)
    return ExitCode.OK if sound else ExitCode.WRONG


def _rebuild(desk: Desk) -> None:
    from dlprep.practice.exchange import rebuild  # noqa: PLC0415 - replays the log

    desk.talk.print(say("doctor.rebuilt", cards=rebuild(desk.store)))


def _findings(desk: Desk) -> Iterator[Finding]:
    yield from programs()
    yield from isolation()
    try:
        yield from questions(desk.bank, desk.home.cache)
    except DlprepError as problem:
        yield Finding(about="bank", state="fault", said=problem.messages[0])
    yield from progress(desk.home.database)
    if desk.home.database.exists():
        with suppress(DlprepError):  # what is wrong with log or bank has been told
            coding = Coding(desk.bank, desk.store, desk.moment, reading)
            yield from clocks(coding.open(), reading(desk.moment()).boot)
