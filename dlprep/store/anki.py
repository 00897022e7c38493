"""Reads the reviews out of a package of Anki."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from dlprep.model.message import fault

_OLD_FORMS = ("collection.anki21", "collection.anki2")  # the newer first
_NEW_FORM = "collection.anki21b"


class AnkiReview(NamedTuple):
    """One review: the note's guid, when (ms since 1970), the button (1 to 4), ms taken."""

    guid: str
    at_ms: int
    rating: int
    ms: int


def anki_reviews(file: Path) -> list[AnkiReview]:
    """All reviews of a package, oldest first.

    Raises `export.not-anki`, and `export.new-anki` for the form that needs a decompressor.
    """
    try:
        with zipfile.ZipFile(file) as package, TemporaryDirectory() as folder:
            names = set(package.namelist())
            if _NEW_FORM in names:
                raise fault("export.new-anki", path=str(file))
            name = next((name for name in _OLD_FORMS if name in names), None)
            if name is None:
                raise fault("export.not-anki", path=str(file))
            return _reviews(Path(package.extract(name, folder)))
    except (zipfile.BadZipFile, sqlite3.DatabaseError):
        raise fault("export.not-anki", path=str(file)) from None
    except OSError as problem:
        raise fault("log.not-read", path=str(file), reason=problem) from None


def _reviews(collection: Path) -> list[AnkiReview]:
    sql = (
        "SELECT notes.guid, revlog.id, revlog.ease, max(revlog.time, 0) FROM revlog"
        " JOIN cards ON cards.id = revlog.cid JOIN notes ON notes.id = cards.nid"
        " WHERE revlog.ease BETWEEN 1 AND 4 ORDER BY revlog.id"
    )
    with closing(sqlite3.connect(collection)) as db:
        return [AnkiReview(str(guid), *numbers) for guid, *numbers in db.execute(sql)]
