"""`dlprep ask`: one question, one answer, no session and nothing recorded."""

# Annotations are values here, not text: Typer would compile each text four times.
import json as json_lines
from typing import Annotated

import typer
from rich.text import Text

from dlprep.cli import offers
from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.words import say
from dlprep.model.item import Code
from dlprep.model.message import DlprepError, ExitCode, fault
from dlprep.model.session import Outcome
from dlprep.model.text import encodable
from dlprep.model.verdict import NotRead
from dlprep.practice.quiz import ask as ask_one
from dlprep.practice.quiz import judge
from dlprep.view import evidence
from dlprep.view import quiz as view
from dlprep.view import quiz_json as as_json

app = typer.Typer(help=say("ask.help"), add_completion=False, rich_markup_mode=None)


@app.command(help=say("ask.help"), epilog=say("ask.epilog"))
def ask(
    item_id: Annotated[
        str, typer.Argument(metavar="ID", help=say("ask.id-help"), autocompletion=offers.items)
    ],
    *,
    answer: Annotated[
        str | None, typer.Option("--answer", "-a", help=say("ask.answer-help"))
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help=say("ask.seed-help"))] = 0,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
    bank: Annotated[str | None, typer.Option("--bank", help=say("app.bank-help"))] = None,
    json: Annotated[bool, typer.Option("--json", help=say("app.json-help"))] = False,
) -> int:
    desk = open_desk(lang, bank)
    item = desk.bank.item(encodable(item_id))
    if isinstance(item, Code):
        raise fault("quiz.code-kind")
    question, posed = ask_one(desk.bank, item, seed)
    if answer is None:
        if json:
            _print_json(as_json.question_json(question, desk.lang))
        else:
            _print(desk, [*view.question_lines(question, desk.lang, desk.out.width)])
        return ExitCode.OK
    outcome = judge(desk.bank, question, posed, answer)
    if isinstance(outcome, NotRead):
        return _not_read(desk, outcome, json=json)
    _print_outcome(desk, outcome, json=json)
    return ExitCode.WRONG if outcome.graded.right is False else ExitCode.OK


def _not_read(desk: Desk, unread: NotRead, *, json: bool) -> ExitCode:
    if json:
        _print_json(as_json.error_json(unread.message, desk.lang))
        return ExitCode.USAGE
    raise DlprepError(unread.message)


def _print_outcome(desk: Desk, outcome: Outcome, *, json: bool) -> None:
    if json:
        _print_json(as_json.verdict_json(outcome, desk.lang))
        return
    lines = [*evidence.range_lines(outcome, desk.lang, desk.out.width)]
    lines += view.outcome_lines(outcome, desk.lang, desk.out.width)
    _print(desk, [*lines, *view.more_lines(outcome.question, desk.lang, desk.out.width)])


def _print(desk: Desk, lines: list[Text]) -> None:
    for line in lines:
        desk.out.print(line, no_wrap=True, overflow="ignore", crop=False)


def _print_json(what: as_json.Object) -> None:
    typer.echo(json_lines.dumps(what, ensure_ascii=False))
