"""Messages to JSON and back, for the index."""

from __future__ import annotations

from typing import Any

from dlprep.bank.locate import shown
from dlprep.model.message import Message, Place


def note_json(message: Message) -> dict[str, Any]:
    """Plain JSON; values are words, numbers, lists of words and further messages."""
    values = {
        name: note_json(value) if isinstance(value, Message) else value
        for name, value in message.values.items()
    }
    place = message.place
    return {
        "code": message.code,
        "values": values,
        "place": [place.file, place.line, place.path] if place else None,
    }


def note_of(data: dict[str, Any]) -> Message:
    """The message that `note_json` wrote; its file is shown relative to the working folder."""
    values = {
        name: note_of(value) if isinstance(value, dict) else value
        for name, value in data["values"].items()
    }
    if data["place"] is None:
        return Message(data["code"], values)
    file, line, path = data["place"]
    return Message(data["code"], values, Place(shown(file), line, path))
