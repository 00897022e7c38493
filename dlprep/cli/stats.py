"""`dlprep stats`: how a person stands, as pictures, JSON or CSV."""

# Annotations are values here, not text: Typer would compile each text four times.
import csv as csv_rows
import json as json_text
import sys
from typing import Annotated

import typer

from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.words import say
from dlprep.model.message import fault
from dlprep.practice.grader import agreements
from dlprep.practice.stats import gather
from dlprep.view.evidence import agreement_json, grader_lines
from dlprep.view.pen import Pen
from dlprep.view.stats import leaf_lines, stats_lines
from dlprep.view.stats_data import HEADS, stats_json, tables

app = typer.Typer(help=say("stats.help"), add_completion=False, rich_markup_mode=None)


@app.command(help=say("stats.help"), epilog=say("stats.epilog"))
def stats(
    *,
    leaves: Annotated[bool, typer.Option("--leaves", help=say("stats.leaves-help"))] = False,
    grader: Annotated[bool, typer.Option("--grader", help=say("stats.grader-help"))] = False,
    csv: Annotated[
        str | None, typer.Option("--csv", metavar="TABLE", help=say("stats.csv-help"))
    ] = None,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
    bank: Annotated[str | None, typer.Option("--bank", help=say("app.bank-help"))] = None,
    json: Annotated[bool, typer.Option("--json", help=say("app.json-help"))] = False,
) -> None:
    if csv is not None and csv not in HEADS:
        raise fault("stats.no-table", table=csv, known=list(HEADS))
    desk = open_desk(lang, bank)
    if grader:
        _show_grader(desk, json=json)
        return
    found = gather(desk.bank, desk.store, desk.moment().day)
    if csv is not None:
        writer = csv_rows.writer(sys.stdout, lineterminator="\n")
        writer.writerow(HEADS[csv])
        writer.writerows(tables(found)[csv])
    elif json:
        sys.stdout.write(json_text.dumps(stats_json(found), ensure_ascii=False, indent=2) + "\n")
    else:
        lines = leaf_lines if leaves else stats_lines
        desk.show(lines(Pen(desk.lang, desk.out.width), found))


def _show_grader(desk: Desk, *, json: bool) -> None:
    """How often suggestions about key points were confirmed."""
    agreed = agreements(desk.store.events({"confirm"}, live=True)).values()
    if json:
        told = {"questions": [agreement_json(each) for each in agreed]}
        sys.stdout.write(json_text.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        desk.show(grader_lines(Pen(desk.lang, desk.out.width), agreed))
