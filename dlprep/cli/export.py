"""`dlprep export`: the cards for Anki, a table or a script."""

# Annotations are values here, not text: Typer would compile each text four times.
import csv
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Annotated

import typer

from dlprep.cli import offers
from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.words import say
from dlprep.model.flashcard import Face
from dlprep.model.message import Message, fault
from dlprep.practice.cards_out import cards_out
from dlprep.practice.exported import Changes
from dlprep.view.anki import COLUMNS, card_row, package
from dlprep.view.messages import words

app = typer.Typer(help=say("export.help"), add_completion=False, rich_markup_mode=None)


@app.command(help=say("export.help"), epilog=say("export.epilog"))
def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=say("export.form-help"))],
    file: Annotated[Path, typer.Argument(metavar="FILE", help=say("export.file-help"))],
    *,
    topic: Annotated[
        list[str] | None,
        typer.Option(
            "--topic", "-t", help=say("flashcards.topic-help"), autocompletion=offers.topics
        ),
    ] = None,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
    bank: Annotated[str | None, typer.Option("--bank", help=say("app.bank-help"))] = None,
) -> None:
    write_cards(open_desk(lang, bank), form, file, tuple(topic or ()))


def write_cards(desk: Desk, form: str, file: Path, topics: tuple[str, ...]) -> None:
    """Write all cards under the topics to the file, or leave it as it was."""
    if form not in _WRITERS:
        raise fault("export.no-format", form=form, known=list(_WRITERS))
    numbers = count()
    cards = (card for card, _ in zip(cards_out(desk.bank, topics), numbers, strict=False))
    draft = file.with_name(f".{file.name}.part")
    try:
        _WRITERS[form](desk, cards, draft)
        draft.replace(file)
    except OSError as problem:
        raise fault("log.not-written", path=str(file), reason=problem) from None
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    said = Message("export.written", {"count": next(numbers), "path": str(file)})
    desk.talk.print(words(said, desk.lang))


def _anki(desk: Desk, cards: Iterator[Face], file: Path) -> None:
    changes = Changes(desk.store, desk.moment(), f"anki-{desk.lang}")
    try:
        made = package(cards, changes.time, desk.lang)
    except ImportError:
        raise fault("export.no-genanki") from None
    made.write_to_file(str(file))
    changes.keep()


def _csv(desk: Desk, cards: Iterator[Face], file: Path) -> None:
    rows = (card_row(card, desk.lang) for card in cards)
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, fieldnames=COLUMNS)
        writer.writeheader()
        writer.writerows(rows)


def _jsonl(desk: Desk, cards: Iterator[Face], file: Path) -> None:
    rows = (card_row(card, desk.lang) for card in cards)
    with file.open("w", encoding="utf-8") as out:
        out.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


_WRITERS: dict[str, Callable[[Desk, Iterator[Face], Path], None]] = {
    "anki": _anki,
    "csv": _csv,
    "jsonl": _jsonl,
}
