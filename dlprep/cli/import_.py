"""`dlprep import`: reviews that were done in Anki."""

# Annotations are values here, not text: Typer would compile each text four times.
import time
from pathlib import Path
from typing import Annotated

import typer

from dlprep.cli.desk import open_desk
from dlprep.cli.words import say
from dlprep.model.message import Message, fault
from dlprep.practice.from_anki import merge_reviews
from dlprep.store.anki import anki_reviews
from dlprep.view.messages import words

app = typer.Typer(help=say("export.import-help"), add_completion=False, rich_markup_mode=None)


@app.command("import", help=say("export.import-help"), epilog=say("export.import-epilog"))
def import_(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=say("export.import-form-help"))],
    file: Annotated[Path, typer.Argument(metavar="FILE", help=say("export.import-file-help"))],
    *,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
    bank: Annotated[str | None, typer.Option("--bank", help=say("app.bank-help"))] = None,
) -> None:
    if form != "anki":
        raise fault("export.no-import", form=form)
    desk = open_desk(lang, bank)
    merged, others = merge_reviews(desk.bank, desk.store, anki_reviews(file), _tz_min)
    values = {"added": merged.added, "known": merged.known, "others": others}
    desk.talk.print(words(Message("export.merged", values), desk.lang))


def _tz_min(at_ms: int) -> int:
    return time.localtime(at_ms / 1000).tm_gmtoff // 60
