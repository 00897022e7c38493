"""What the commands of `dlprep code` work with."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from functools import cached_property

from rich.text import Text

from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.machine import reading
from dlprep.model.event import Json
from dlprep.model.item import Code
from dlprep.model.sitting import Timed
from dlprep.practice.code import Coding
from dlprep.view import code as view
from dlprep.view.pen import Pen

SCHEMA = 1


class CodeDesk:
    """A desk with the person's sittings on it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @cached_property
    def coding(self) -> Coding:
        return Coding(self.desk.bank, self.desk.store, self.desk.moment, reading)

    @property
    def pen(self) -> Pen:
        return Pen(self.desk.lang, self.desk.out.width)

    def title(self, code: Code) -> str:
        """The leaf of the outline that an exercise belongs to."""
        return self.desk.bank.leaf_title(code.leaf).in_(self.desk.lang)

    def made_room(self, paused: Timed) -> Text:
        """That another clock was paused."""
        values = {"id": view.short(paused.sitting.exercise), "worked": view.clock(paused.worked.ms)}
        return self.pen.paragraph(self.pen.say("code.made-room", **values), "warn")

    def tell(self, said: Mapping[str, Json]) -> None:
        """One JSON object, on a line of its own."""
        sys.stdout.write(json.dumps({"schema": SCHEMA, **said}, ensure_ascii=False) + "\n")


def open_code_desk(lang: str | None, bank: str | None) -> CodeDesk:
    """The desk of this run."""
    return CodeDesk(open_desk(lang, bank))
