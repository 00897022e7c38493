"""`dlprep log`: the log of everything the person did."""

# Annotations are values here, not text: Typer would compile each text four times.
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from dlprep.cli.desk import open_desk
from dlprep.cli.usage import Group
from dlprep.cli.words import say
from dlprep.model.event import Event
from dlprep.model.message import Message, fault
from dlprep.view.messages import words

app = typer.Typer(
    cls=Group,
    help=say("log.help"),
    epilog=say("log.epilog"),
    rich_markup_mode=None,
    add_completion=False,
    invoke_without_command=True,
)


@app.callback()
def overview(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        sys.stdout.write(ctx.get_help() + "\n")


@app.command(help=say("log.export-help"), epilog=say("log.epilog"))
def export(
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help=say("log.file-help"))] = None,
    *,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
) -> None:
    desk = open_desk(lang)
    lines = _lines(desk.store.events())
    if file is None or str(file) == "-":
        sys.stdout.writelines(lines)
        return
    count = _write(file, lines)
    desk.talk.print(words(Message("log.written", {"count": count, "path": file}), desk.lang))


@app.command("import", help=say("log.import-help"), epilog=say("log.epilog"))
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=say("log.import-file-help"))],
    *,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
) -> None:
    from dlprep.practice.exchange import merge  # noqa: PLC0415 - replays the log

    desk = open_desk(lang)
    merged = merge(desk.store, _read(file), str(file))
    values = {"added": merged.added, "known": merged.known}
    desk.talk.print(words(Message("log.merged", values), desk.lang))


def _read(file: Path) -> list[str]:
    if str(file) == "-":
        return sys.stdin.read().splitlines()
    try:
        return file.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError:
        raise fault("log.not-text", path=str(file)) from None
    except OSError as problem:
        raise fault("log.not-read", path=str(file), reason=problem) from None


def _lines(events: Iterable[Event]) -> Iterator[str]:
    return (json.dumps(asdict(event), ensure_ascii=False) + "\n" for event in events)


def _write(file: Path, lines: Iterable[str]) -> int:
    """Write all lines or leave the file as it was; the number of lines."""
    draft = file.with_name(f".{file.name}.part")
    try:
        with draft.open("w", encoding="utf-8") as out:
            count = sum(1 for line in lines if out.write(line))
        draft.replace(file)
    except OSError as problem:
        with suppress(OSError):
            draft.unlink()
        raise fault("log.not-written", path=str(file), reason=problem) from None
    return count
