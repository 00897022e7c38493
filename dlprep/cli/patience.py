"""A word on the terminal while a check takes longer than a moment."""

from __future__ import annotations

from dlprep.cli.desk import Desk
from dlprep.model.report import CheckReport
from dlprep.practice.check import Checking
from dlprep.view.fit import cut
from dlprep.view.pen import Pen
from dlprep.view.printable import one_line


def patiently(desk: Desk, checking: Checking) -> tuple[CheckReport, ...]:
    """The reports; on a terminal a line says what is being done, and is gone afterwards."""
    if not desk.talk.is_terminal or desk.talk.is_dumb_terminal:
        return checking.reports()
    pen = Pen(desk.lang, desk.talk.width)

    def tell(file: str | None) -> None:
        said = "loading" if file and checking.needs_torch(file) else "checking"
        line = pen.say(f"watch.{said}", file=one_line(file)) if file else ""
        shown = cut(f" {line}", pen.width - 1) if line else ""
        blank = " " * (pen.width - 1)  # first: what is typed, ^C say, stands behind the words
        desk.talk.file.write(f"\r{blank}\r{shown}")
        desk.talk.file.flush()

    return checking.reports(tell)
