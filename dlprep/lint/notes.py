"""What a rule says of a part of an item."""

from __future__ import annotations

from typing import NamedTuple

from dlprep.model.message import Message


class Note(NamedTuple):
    """A message about the part at `path`, such as `options[1].why.en`."""

    path: str
    message: Message


def note(path: str, code: str, /, **values: object) -> Note:
    """A note with a message of lint's own."""
    return Note(path, Message(f"lint.{code}", values))
