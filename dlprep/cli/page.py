"""`dlprep` alone: today's page."""

from __future__ import annotations

from dlprep.cli.desk import open_desk
from dlprep.practice.today import Today
from dlprep.view.pen import Pen
from dlprep.view.today import page_lines


def show_page(lang: str | None) -> None:
    """What to do today and why, on one screen."""
    desk = open_desk(lang)
    desk.tell_faults()
    agenda = Today(desk.bank, desk.store, desk.moment().day).agenda()
    desk.show(page_lines(Pen(desk.lang, desk.out.width), agenda))
