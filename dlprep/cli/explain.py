"""`dlprep explain CODE`: the page of a named mistake."""

# Annotations are values here, not text: Typer would compile each text four times.
import json as json_lines
import sys
from typing import Annotated

import typer

from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.words import say
from dlprep.model.text import encodable
from dlprep.practice.mistakes import by_branch, habits, page
from dlprep.view.mistakes import all_lines, page_lines
from dlprep.view.mistakes_json import all_json, page_json
from dlprep.view.pen import Pen

app = typer.Typer(help=say("explain.help"), add_completion=False, rich_markup_mode=None)


def _codes(incomplete: str) -> list[str]:
    """What a shell offers after `dlprep explain`."""
    return sorted(code for code in open_desk().bank.codes("mistake") if code.startswith(incomplete))


@app.command(help=say("explain.help"), epilog=say("explain.epilog"))
def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help=say("explain.code-help"), autocompletion=_codes),
    ] = None,
    *,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
    bank: Annotated[str | None, typer.Option("--bank", help=say("app.bank-help"))] = None,
    json: Annotated[bool, typer.Option("--json", help=say("app.json-help"))] = False,
) -> None:
    desk = open_desk(lang, bank)
    if code is None:
        _list(desk, as_json=json)
        return
    found = page(desk.bank, desk.store, encodable(code).strip().lower())
    if json:
        sys.stdout.write(json_lines.dumps(page_json(found), ensure_ascii=False, indent=2) + "\n")
        return
    pen = Pen(desk.lang, desk.out.width)
    desk.show(page_lines(pen, found, desk.moment().day))


def _list(desk: Desk, *, as_json: bool) -> None:
    groups, made = by_branch(desk.bank), habits(desk.store)
    if as_json:
        made_json = all_json(groups, made)
        sys.stdout.write(json_lines.dumps(made_json, ensure_ascii=False, indent=2) + "\n")
        return
    desk.show(all_lines(Pen(desk.lang, desk.out.width), groups, made))
