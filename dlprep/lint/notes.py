"""What a rule says of a part of an item."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import NamedTuple

from dlprep.model.message import Message


class Note(NamedTuple):
    """A message about the part at `path`, such as `options[1].why.en`."""

    path: str
    message: Message


def note(path: str, code: str, /, **values: object) -> Note:
    """A note with a message of lint's own."""
    return Note(path, Message(f"lint.{code}", values))


def near(name: str, known: Iterable[str]) -> str:
    """The known name most like this one, for a message; a dash where none is."""
    return "".join(f"`{each}`" for each in difflib.get_close_matches(name, list(known), 1)) or "–"
