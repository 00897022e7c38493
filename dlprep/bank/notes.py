"""Messages to JSON and back, for the index."""

from __future__ import annotations

from typing import Any

from dlprep.bank.locate import shown
from dlprep.model.message import Message, Place


def note_json(message: Message) -> dict[str, Any]:
    """Plain JSON; values are words, numbers, lists of words, further messages
    and what the system refused."""
    values = {name: _plain(value) for name, value in message.values.items()}
    place = message.place
    return {
        "code": message.code,
        "values": values,
        "place": [place.file, place.line, place.path] if place else None,
    }


def _plain(value: object) -> object:
    match value:
        case Message():
            return note_json(value)
        case OSError():
            return {"errno": value.errno, "why": value.strerror or str(value)}
        case _:
            return value


def _meant(value: object) -> object:
    match value:
        case {"errno": int(errno), "why": str(why)}:
            return OSError(errno, why)
        case dict():
            return note_of(value)
        case _:
            return value


def note_of(data: dict[str, Any]) -> Message:
    """The message that `note_json` wrote; its file is shown relative to the working folder."""
    values = {name: _meant(value) for name, value in data["values"].items()}
    if data["place"] is None:
        return Message(data["code"], values)
    file, line, path = data["place"]
    return Message(data["code"], values, Place(shown(file), line, path))
