"""`dlprep plan`: the date of the interview, and what to expect on it."""

# Annotations are values here, not text: Typer would compile each text four times.
import json as json_text
import sys
from datetime import date as calendar_date
from typing import Annotated

import typer

from dlprep.bank.faces import KINDS
from dlprep.bank.select import Filter
from dlprep.cli import offers
from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.words import say
from dlprep.model.message import fault
from dlprep.model.plan import Plan
from dlprep.model.text import encodable
from dlprep.practice.plan import current, keep
from dlprep.practice.today import MINUTES, Today
from dlprep.view.pen import Pen
from dlprep.view.today import agenda_json, page_lines

_EPOCH = calendar_date(1970, 1, 1)

app = typer.Typer(help=say("today.plan-help"), add_completion=False, rich_markup_mode=None)


@app.command(help=say("today.plan-help"), epilog=say("today.plan-epilog"))
def plan(
    *,
    date: Annotated[str | None, typer.Option("--date", "-d", help=say("today.date-help"))] = None,
    minutes: Annotated[
        int | None,
        typer.Option("--minutes", "-m", min=1, max=960, help=say("today.plan-minutes-help")),
    ] = None,
    topics: Annotated[
        list[str] | None,
        typer.Option(
            "--topics", "--topic", "-t", help=say("today.topics-help"), autocompletion=offers.topics
        ),
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help=say("today.clear-help"))] = False,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
    bank: Annotated[str | None, typer.Option("--bank", help=say("app.bank-help"))] = None,
    json: Annotated[bool, typer.Option("--json", help=say("app.json-help"))] = False,
) -> None:
    desk = open_desk(lang, bank)
    if clear:
        keep(desk.store, desk.moment(), None)
        desk.talk.print(say("today.cleared"))
        return
    if date is not None or minutes is not None or topics is not None:
        keep(desk.store, desk.moment(), _changed(desk, date, minutes, topics))
    elif current(desk.store) is None:
        raise fault("today.no-date")
    agenda = Today(desk.bank, desk.store, desk.moment().day).agenda()
    if json:
        sys.stdout.write(json_text.dumps(agenda_json(agenda), ensure_ascii=False, indent=2) + "\n")
    else:
        desk.show(page_lines(Pen(desk.lang, desk.out.width), agenda))


def _changed(desk: Desk, date: str | None, minutes: int | None, topics: list[str] | None) -> Plan:
    """The plan with what was given in the place of what it said."""
    before = current(desk.store)
    if date is None and before is None:
        raise fault("today.no-date")
    kept = tuple(map(encodable, topics)) if topics is not None else before.topics if before else ()
    if kept and not desk.bank.leaf_counts(Filter(topics=kept, kinds=KINDS)):
        near = desk.bank.near_topics(kept)
        raise fault("today.no-topic-near" if near else "today.no-topic", topics=kept, near=near)
    return Plan(
        day=_day(date, desk.moment().day) if date is not None else before.day if before else 0,
        minutes=minutes or (before.minutes if before else MINUTES),
        topics=kept,
    )


def _day(text: str, today: int) -> int:
    try:
        day = (calendar_date.fromisoformat(text.strip()) - _EPOCH).days
    except ValueError:
        raise fault("today.bad-date", date=text) from None
    if day < today:
        raise fault("today.past-date", date=text)
    return day
