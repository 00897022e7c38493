"""Whole copies of the store: one every few days, the latest few kept."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

EVERY = 3  # days
KEPT = 3

_EPOCH = date(1970, 1, 1)


def keep_copy(db: sqlite3.Connection, path: Path, day: int) -> Path | None:
    """A copy in `backups/` beside the file, named by its day, if the last is older than a few
    days; None where none is due or the disk refuses it."""
    folder = path.with_name("backups")
    copies = sorted(folder.glob(f"{path.stem}-*{path.suffix}"))
    today = _EPOCH + timedelta(days=day)
    if copies and _date(copies[-1], path) > today - timedelta(days=EVERY):
        return None
    copy = folder / f"{path.stem}-{today.isoformat()}{path.suffix}"
    draft = copy.with_suffix(".part")
    with suppress(sqlite3.Error, OSError):
        folder.mkdir(exist_ok=True)
        draft.unlink(missing_ok=True)
        db.execute("VACUUM INTO ?", (str(draft),))
        draft.replace(copy)
        for old in copies[: -(KEPT - 1)]:
            old.unlink()
        return copy
    return None


def _date(copy: Path, path: Path) -> date:
    try:
        return date.fromisoformat(copy.stem.removeprefix(f"{path.stem}-"))
    except ValueError:
        return date.min
