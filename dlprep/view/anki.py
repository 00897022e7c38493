"""Cards as a package for Anki, and as rows of text.

The ids of the note type and of the decks never change, and a note's guid is the id of its card,
so that importing again finds the same notes and keeps their schedules. Each note carries the time
its words last changed: Anki overwrites a note only with a newer one, so what a person has edited
there is kept until the question itself changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from dlprep.model.event import Json
from dlprep.model.flashcard import Face
from dlprep.model.text import Lang
from dlprep.view.messages import words

_MODEL_ID = 1_684_826_226
_DECK_IDS: dict[Lang, int] = {"zh": 1_684_826_227, "en": 1_684_826_228}
_SPAN = re.compile(r"(?P<dollar>\\\$)|\$(?P<math>[^$]+)\$|`(?P<code>[^`]+)`")
COLUMNS = ("id", "leaf", "kind", "front", "back", "why")
FIELDS = ("Front", "Back", "Why", "Id")
_CSS = ".card { font-family: sans-serif; font-size: 20px; text-align: left; margin: 1em; }"


def html(text: str) -> str:
    r"""The text for a field of Anki: escaped, formulas between \( and \).

    >>> html("$a<b$ in `x`")
    '\\(a&lt;b\\) in <code>x</code>'
    """
    return _SPAN.sub(_marked, escape(text, quote=False)).strip().replace("\n", "<br>")


def _marked(span: re.Match[str]) -> str:
    match span.lastgroup:
        case "math":
            return rf"\({span['math']}\)"
        case "code":
            return f"<code>{span['code']}</code>"
        case _:
            return "$"


def card_row(face: Face, lang: Lang) -> dict[str, Json]:
    """The card as plain text fields, those of `COLUMNS`; mathematics stands between `$` signs."""
    task = words(face.task, lang) if face.task else ""
    return {
        "id": face.card,
        "leaf": face.item.leaf,
        "kind": face.item.kind,
        "front": "\n".join(filter(None, [face.front.in_(lang).strip(), task])),
        "back": face.back.in_(lang).strip(),
        "why": face.item.explanation.in_(lang).strip(),
    }


def guid(face: Face, lang: Lang) -> str:
    """The name of the card's note in Anki."""
    return f"{face.card}@{lang}"


def fields(face: Face, lang: Lang) -> list[str]:
    """What stands in the fields of the card's note, in the order of `FIELDS`."""
    row = card_row(face, lang)
    return [html(str(row[name])) for name in ("front", "back", "why", "id")]


def package(cards: Iterable[Face], changed: Callable[[str, str], int], lang: Lang) -> Any:
    """A package of `genanki`, its notes made as it is written, so that no more than one is held;
    `changed` tells by guid and words when a note was last changed (seconds)."""
    import genanki  # noqa: PLC0415 - only an export needs it

    model = _note_type(genanki)

    class Flowing(genanki.Deck):  # type: ignore[misc]
        """A deck of the cards, each note with a time of its own."""

        def write_to_db(self, cursor: Any, timestamp: float, id_gen: Any) -> None:
            super().write_to_db(cursor, timestamp, id_gen)
            for face in cards:
                said, name = fields(face, lang), guid(face, lang)
                note = genanki.Note(model=model, fields=said, guid=name, tags=[face.item.leaf])
                note.write_to_db(cursor, changed(name, "\n".join(said)), self.deck_id, id_gen)

    deck = Flowing(_DECK_IDS[lang], f"dlprep {lang}")
    deck.add_model(model)
    return genanki.Package(deck)


def _note_type(genanki: Any) -> Any:
    return genanki.Model(
        _MODEL_ID,
        "dlprep",
        fields=[{"name": name} for name in FIELDS],
        templates=[
            {
                "name": "Card",
                "qfmt": "{{Front}}",
                "afmt": "{{FrontSide}}<hr id=answer>{{Back}}<br><br><small>{{Why}}</small>",
            }
        ],
        css=_CSS,
    )
