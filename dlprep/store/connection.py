"""Opening the file: is it ours, is it of today, and how it is to be written."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from dlprep.model.message import fault
from dlprep.store.migrations import APPLICATION_ID, Migration, bring_up, version

_OLDEST = (3, 37, 0)  # the first SQLite with STRICT tables
_PATIENCE = 5  # seconds for which another program may hold the file
LONG = 256 * 4096  # bytes of a journal: the first to open a store reads all of it


def connect(path: Path, migrations: Sequence[Migration]) -> sqlite3.Connection:
    """A connection to the store at `path`, made or brought up to date where needed."""
    if sqlite3.sqlite_version_info < _OLDEST:
        raise fault("store.old-sqlite", found=sqlite3.sqlite_version)
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path, isolation_level=None)
    try:
        _prepare(db, path, migrations)
    except BaseException:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    _wait(db, _PATIENCE)
    today = version(migrations)
    found = _version_found(db, path)
    if found > today:
        raise fault("store.newer", path=str(path), found=found, known=today)
    _write_ahead(db)
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    _take_in_journal(db, path)
    if found and found < today:
        _back_up(path, found)
    if found < today:
        bring_up(db, migrations)


def _wait(db: sqlite3.Connection, seconds: int) -> None:
    db.execute(f"PRAGMA busy_timeout = {1000 * seconds}")


def _take_in_journal(db: sqlite3.Connection, path: Path) -> None:
    """Bring into the file what programs left in its journal that ended without closing it. Where
    another works with it, or the disk is full or read-only, that is left for the next time."""
    with suppress(OSError, sqlite3.OperationalError):
        if path.with_name(f"{path.name}-wal").stat().st_size > LONG:
            _wait(db, 0)
            try:
                db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                _wait(db, _PATIENCE)


def _version_found(db: sqlite3.Connection, path: Path) -> int:
    """The schema version of the file, 0 for an empty one; a fault if it is not ours.

    Read in one transaction: between two, another terminal may have made the schema.
    """
    db.execute("BEGIN")
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (found,) = db.execute("PRAGMA user_version").fetchone()
    (objects,) = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    db.execute("COMMIT")
    if application != APPLICATION_ID and (objects or application):
        raise fault("store.not-ours", path=str(path))
    return int(found) if application else 0


def _write_ahead(db: sqlite3.Connection) -> None:
    """Journal by WAL; SQLite itself does not wait for others when it changes to that mode."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.01)
        else:
            return


def _back_up(path: Path, found: int) -> None:
    """A whole copy beside the file before a migration touches it."""
    copy = path.with_name(f"{path.stem}.v{found}.backup{path.suffix}")
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as db:
        db.execute("VACUUM INTO ?", (str(copy),))
