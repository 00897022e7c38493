"""The compiled index as a file in the cache: opened as it is where it is fresh, else brought up to
date."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

import dlprep
from dlprep.bank.locate import Roots, Stamp, item_stamps, stamp_of

LAYOUT = 4
BUSY_SECONDS = 30
_PACKAGE = Path(dlprep.__file__).parent

Progress = Callable[[int, int], None]


def files_of(roots: Roots) -> dict[str, Stamp]:
    """All files the index is made of: registries, then questions."""
    registries = {str(path): stamp_of(path) for path in roots.registries().values()}
    return registries | item_stamps(roots)


def cached(
    roots: Roots, cache: Path, files: dict[str, Stamp], progress: Progress | None
) -> sqlite3.Connection | None:
    """The cached index made fresh, or None where the cache cannot be used."""
    path = cache / f"bank-{zlib.crc32(repr(roots).encode()):08x}.sqlite3"
    try:
        db = _connect(path, "ro") if path.exists() else None
        if db is not None and _is_fresh(db, files):
            return db
        if db is not None:
            db.close()
        cache.mkdir(parents=True, exist_ok=True)
        return _renewed(path, roots, files, progress)
    except (sqlite3.Error, OSError):
        return None


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _is_fresh(db: sqlite3.Connection, files: dict[str, Stamp]) -> bool:
    try:
        made_by = db.execute("SELECT value FROM meta WHERE name = 'made-by'").fetchone()
        rows = db.execute("SELECT path, size, mtime_ns FROM file").fetchall()
    except sqlite3.DatabaseError:
        return False
    stamps = {path: (size, mtime_ns) for path, size, mtime_ns in rows}
    return made_by == (_made_by(),) and stamps == files


def _made_by() -> str:
    """Changes with the layout, the version and the code that reads and holds items."""
    code = (file for part in ("model", "bank") for file in os.scandir(_PACKAGE / part))
    latest = max((file.stat().st_mtime_ns for file in code if file.is_file()), default=0)
    return f"{LAYOUT} {dlprep.__version__} {latest}"


def _renewed(
    path: Path, roots: Roots, files: dict[str, Stamp], progress: Progress | None
) -> sqlite3.Connection:
    """The index brought up to date; a file that is no database is replaced."""
    db = _connect(path, "rwc")
    try:
        db.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        db.close()
        path.unlink()
        db = _connect(path, "rwc")
        db.execute("BEGIN IMMEDIATE")
    if not _is_fresh(db, files):
        compiled(db, roots, files, progress)
    if db.in_transaction:
        db.execute("COMMIT")
    return db


def compiled(
    db: sqlite3.Connection, roots: Roots, files: dict[str, Stamp], progress: Progress | None
) -> None:
    from dlprep.bank.compile import compile_into  # noqa: PLC0415 - reads YAML: only when stale

    compile_into(db, roots, files, made_by=_made_by(), progress=progress)
