"""Cards as a package for Anki, and as rows of text.

The ids of the note type and of the decks never change, and a note's guid is the id of its card,
so that importing again finds the same notes and keeps their schedules. Each note carries the time
its words last changed: Anki overwrites a note only with a newer one, so what a person has edited
there is kept until the question itself changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from dlprep.model.event import Json
from dlprep.model.flashcard import Face
from dlprep.model.text import Lang
from dlprep.view.messages import words

_MODEL_ID = 1_684_826_226
_DECK_IDS: dict[Lang, int] = {"zh": 1_684_826_227, "en": 1_684_826_228}
_SPAN = re.compile(r"(?P<dollar>\\\$)|\$(?P<math>[^$]+)\$|`(?P<code>[^`]+)`")
FIELDS = ("Front", "Back", "Why", "Id")
_CSS = ".card { font-family: sans-serif; font-size: 20px; text-align: left; margin: 1em; }"


def html(text: str) -> str:
    r"""The text for a field of Anki: escaped, formulas between \( and \).

    >>> html("$a<b$ in `x`")
    '\\(a&lt;b\\) in <code>x</code>'
    """
    parts, end = [], 0
    for span in _SPAN.finditer(text):
        parts.append(escape(text[end : span.start()], quote=False))
        end = span.end()
        match span.lastgroup:
            case "math":
                parts.append(rf"\({escape(span['math'], quote=False)}\)")
            case "code":
                parts.append(f"<code>{escape(span['code'], quote=False)}</code>")
            case _:
                parts.append("$")
    parts.append(escape(text[end:], quote=False))
    return "".join(parts).strip().replace("\n", "<br>")


def card_row(face: Face, lang: Lang) -> dict[str, Json]:
    """The card as plain text fields; mathematics stands between `$` signs."""
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


def package(cards: Iterable[Face], changed: Mapping[str, int], lang: Lang) -> Any:
    """A package of `genanki`; `changed` tells by guid when a note was last changed (seconds)."""
    import genanki  # noqa: PLC0415 - only an export needs it

    class Dated(genanki.Note):  # type: ignore[misc]
        """A note with a time of its own."""

        changed = 0

        def write_to_db(self, cursor: Any, timestamp: float, deck_id: int, id_gen: Any) -> None:
            super().write_to_db(cursor, self.changed, deck_id, id_gen)

    model = genanki.Model(
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
    deck = genanki.Deck(_DECK_IDS[lang], f"dlprep {lang}")
    for face in cards:
        name = guid(face, lang)
        note = Dated(model=model, fields=fields(face, lang), guid=name, tags=[face.item.leaf])
        note.changed = changed[name]
        deck.add_note(note)
    return genanki.Package(deck)
