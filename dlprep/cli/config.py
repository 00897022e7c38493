"""`dlprep config`: show or change a setting."""

# Annotations are values here, not text: Typer would compile each text four times.
from typing import Annotated

import typer

from dlprep.cli.desk import open_desk
from dlprep.cli.words import as_lang, say
from dlprep.model.message import fault

app = typer.Typer(help=say("config.help"), add_completion=False, rich_markup_mode=None)


@app.command(help=say("config.help"), epilog=say("config.epilog"))
def config(
    key: Annotated[str | None, typer.Argument(metavar="KEY", help=say("config.key-help"))] = None,
    value: Annotated[
        str | None, typer.Argument(metavar="VALUE", help=say("config.value-help"))
    ] = None,
) -> None:
    desk = open_desk()
    if key not in {None, "lang"}:
        raise fault("config.no-such-key", key=key)
    if value is None:
        desk.out.print(f"lang = {desk.lang}")
        desk.out.print(f"# {desk.config.path}", style="dim")
        return
    lang = as_lang(value)
    if lang is None:
        raise fault("app.bad-lang", lang=value)
    desk.config.set("lang", lang)
    desk.out.print(f"lang = {lang}")
