"""`dlprep flashcards`: cards at the terminal, or as JSON lines."""

# Annotations are values here, not text: Typer would compile each text four times.
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from dlprep.cli.card_lines import CardLines
from dlprep.cli.card_screen import CardScreen
from dlprep.cli.desk import open_desk
from dlprep.cli.words import say
from dlprep.practice.deck import Wishes
from dlprep.practice.flashcards import Flashcards

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help=say("flashcards.help"), epilog=say("flashcards.epilog"))
def flashcards(
    *,
    topic: Annotated[list[str] | None, typer.Option(help=say("flashcards.topic-help"))] = None,
    new: Annotated[int | None, typer.Option(min=0, help=say("flashcards.new-help"))] = None,
    reviews: Annotated[int | None, typer.Option(min=0, help=say("flashcards.reviews-help"))] = None,
    lang: Annotated[str | None, typer.Option(help=say("app.lang-help"))] = None,
    bank: Annotated[str | None, typer.Option(help=say("app.bank-help"))] = None,
    export: Annotated[
        str | None, typer.Option(metavar="FORMAT", help=say("flashcards.export-help"))
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=say("flashcards.json-help"))] = False,
) -> None:
    desk = open_desk(lang, bank)
    if export is not None:
        from dlprep.cli.export import write_cards  # noqa: PLC0415 - no session is held

        suffix = "apkg" if export == "anki" else export
        write_cards(desk, export, Path(f"dlprep.{suffix}"), tuple(topic or ()))
        return
    wishes = Wishes(topics=tuple(topic or ()), new=new, reviews=reviews)
    desk.tell_faults()
    session = Flashcards(desk.bank, desk.store, desk.moment, wishes)
    run: Callable[[], None] = (
        CardLines(desk, session).run if as_json else CardScreen(desk, session).run
    )
    run()
