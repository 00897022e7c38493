"""`dlprep flashcards`: cards at the terminal, or as JSON lines."""

# Annotations are values here, not text: Typer would compile each text four times.
import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from dlprep.cli import offers
from dlprep.cli.card_lines import CardLines
from dlprep.cli.card_screen import CardScreen
from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.words import say
from dlprep.model.message import Message
from dlprep.model.text import encodable
from dlprep.practice.deck import Wishes
from dlprep.practice.flashcards import Flashcards
from dlprep.view.messages import words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help=say("flashcards.help"), epilog=say("flashcards.epilog"))
def flashcards(
    *,
    topic: Annotated[
        list[str] | None,
        typer.Option(
            "--topic", "-t", help=say("flashcards.topic-help"), autocompletion=offers.topics
        ),
    ] = None,
    new: Annotated[int | None, typer.Option(min=0, help=say("flashcards.new-help"))] = None,
    reviews: Annotated[int | None, typer.Option(min=0, help=say("flashcards.reviews-help"))] = None,
    suspended: Annotated[
        bool, typer.Option("--suspended", help=say("flashcards.suspended-help"))
    ] = False,
    restore: Annotated[
        list[str] | None, typer.Option(metavar="ID", help=say("flashcards.restore-help"))
    ] = None,
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
    if suspended or restore:
        _suspended(desk, restore or [], as_json=as_json)
        return
    wishes = Wishes(topics=tuple(topic or ()), new=new, reviews=reviews)
    desk.tell_faults()
    session = Flashcards(desk.bank, desk.store, desk.moment, wishes)
    run: Callable[[], None] = (
        CardLines(desk, session).run if as_json else CardScreen(desk, session).run
    )
    run()


def _suspended(desk: Desk, names: list[str], *, as_json: bool) -> None:
    """Bring the named cards back, or list what is suspended where none is named."""
    from dlprep.practice.suspended import restore, suspended  # noqa: PLC0415 - seldom asked for
    from dlprep.view import flashcards as view  # noqa: PLC0415 - Rich

    for name in names:
        for card in restore(desk.store, desk.moment(), encodable(name)):
            desk.talk.print(words(Message("flashcards.restored", {"card": card}), desk.lang))
    if names and not as_json:
        return
    cards = suspended(desk.bank, desk.store)
    if as_json:
        typer.echo(json.dumps(view.suspended_json(cards, desk.lang), ensure_ascii=False))
        return
    desk.show(view.suspended_lines(cards, desk.lang, desk.out.width))
