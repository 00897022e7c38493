"""`dlprep config`: show or change a setting."""

# Annotations are values here, not text: Typer would compile each text four times.
import json
import os
from pathlib import Path
from typing import Annotated

import typer

from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.words import as_lang, say
from dlprep.model.message import Place, fault
from dlprep.view.theme import BACKGROUNDS

app = typer.Typer(help=say("config.help"), add_completion=False, rich_markup_mode=None)


@app.command(help=say("config.help"), epilog=say("config.epilog"))
def config(
    key: Annotated[str | None, typer.Argument(metavar="KEY", help=say("config.key-help"))] = None,
    value: Annotated[
        str | None, typer.Argument(metavar="VALUE", help=say("config.value-help"))
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help=say("app.json-help"))] = False,
) -> None:
    desk = open_desk()
    show = _print_json if as_json else _show
    if key not in {None, "lang", "banks", "background"}:
        raise fault("config.no-such-key", key=key)
    if value is None:
        show(desk, key)
    elif key == "banks":
        folders = [_folder(name) for name in value.split(os.pathsep) if name]
        desk.config.set("banks", [str(folder) for folder in folders])
        show(desk, key)
    elif key == "background":
        if value not in BACKGROUNDS:
            raise fault("config.bad-background", value=value)
        desk.config.set("background", value)
        show(desk, key)
    else:
        lang = as_lang(value)
        if lang is None:
            raise fault("app.bad-lang", lang=value)
        desk.config.set("lang", lang)
        desk.lang = lang
        show(desk, key)


def _show(desk: Desk, key: str | None) -> None:
    """One setting, or all with the file that keeps them."""
    banks = os.pathsep.join(map(str, desk.config.folders("banks")))
    for name, value in (("lang", desk.lang), ("banks", banks), ("background", _background(desk))):
        if key in {None, name}:
            desk.out.print(f"{name} = {value}".rstrip(), soft_wrap=True)
    if key is None:
        desk.out.print(f"# {desk.config.path}", style="dim", soft_wrap=True)


def _print_json(desk: Desk, key: str | None) -> None:
    """The same for programs."""
    every = {
        "lang": desk.lang,
        "banks": [str(each) for each in desk.config.folders("banks")],
        "background": _background(desk),
    }
    settings = {name: value for name, value in every.items() if key in {None, name}}
    told = {"schema": 1, "file": str(desk.config.path), "settings": settings}
    typer.echo(json.dumps(told, ensure_ascii=False))


def _background(desk: Desk) -> str:
    return desk.config.get("background") or BACKGROUNDS[0]


def _folder(name: str) -> Path:
    """The whole path of a folder of questions that is there."""
    folder = Path(name).expanduser().resolve()
    if not folder.is_dir():
        raise fault("bank.no-such-folder", place=Place(name))
    return folder
