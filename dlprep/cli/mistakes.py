"""`dlprep mistakes`: the person's own named mistakes, and files that nothing explains."""

# Annotations are values here, not text: Typer would compile each text four times.
import json as json_lines
import sys
from typing import Annotated

import typer

from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.words import say
from dlprep.model.message import fault
from dlprep.practice.mistakes import habits
from dlprep.store.unnamed import UnnamedFiles
from dlprep.view.mistakes import habit_lines, unnamed_lines
from dlprep.view.mistakes_json import habits_json, unnamed_json
from dlprep.view.pen import Pen

app = typer.Typer(help=say("mistakes.help"), add_completion=False, rich_markup_mode=None)


@app.command(help=say("mistakes.help"), epilog=say("mistakes.epilog"))
def mistakes(
    *,
    unnamed: Annotated[bool, typer.Option("--unnamed", help=say("mistakes.unnamed-help"))] = False,
    show: Annotated[
        int | None, typer.Option("--show", metavar="N", help=say("mistakes.show-help"))
    ] = None,
    forget: Annotated[
        int | None, typer.Option("--forget", metavar="N", help=say("mistakes.forget-help"))
    ] = None,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
    bank: Annotated[str | None, typer.Option("--bank", help=say("app.bank-help"))] = None,
    json: Annotated[bool, typer.Option("--json", help=say("app.json-help"))] = False,
) -> None:
    desk = open_desk(lang, bank)
    kept = UnnamedFiles(desk.home.unnamed)
    if forget is not None:
        _forget(desk, kept, forget)
    elif show is not None:
        _show(kept, show, as_json=json)
    elif unnamed:
        _list_unnamed(desk, kept, as_json=json)
    else:
        _list(desk, kept, as_json=json)


def _list(desk: Desk, kept: UnnamedFiles, *, as_json: bool) -> None:
    made = habits(desk.store)
    names = {code: known.name for code in made if (known := desk.bank.mistake(code))}
    if as_json:
        _print_json(habits_json(made, names))
        return
    pen = Pen(desk.lang, desk.out.width)
    desk.show(habit_lines(pen, made, names, desk.moment().day))
    if count := len(kept.all()):
        desk.show([pen.paragraph(pen.say("mistakes.unnamed-count", n=count), "dim")])


def _list_unnamed(desk: Desk, kept: UnnamedFiles, *, as_json: bool) -> None:
    files = kept.all()
    if as_json:
        _print_json(unnamed_json(files))
        return
    pen = Pen(desk.lang, desk.out.width)
    desk.show(unnamed_lines(pen, files, desk.home.unnamed))


def _show(kept: UnnamedFiles, number: int, *, as_json: bool) -> None:
    found = kept.get(number)
    if found is None:
        raise fault("mistakes.no-such-file", n=number)
    if as_json:
        _print_json(unnamed_json([found], with_source=True))
    else:
        sys.stdout.write(found.source)


def _forget(desk: Desk, kept: UnnamedFiles, number: int) -> None:
    if not kept.forget(number):
        raise fault("mistakes.no-such-file", n=number)
    desk.talk.print(say("mistakes.forgotten", n=number))


def _print_json(value: object) -> None:
    sys.stdout.write(json_lines.dumps(value, ensure_ascii=False, indent=2) + "\n")
