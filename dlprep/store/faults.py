"""Every error of SQLite becomes one clear fault."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dlprep.model.message import DlprepError, fault

_CODES = {
    sqlite3.SQLITE_BUSY: "store.locked",
    sqlite3.SQLITE_LOCKED: "store.locked",
    sqlite3.SQLITE_FULL: "store.full",
    sqlite3.SQLITE_IOERR: "store.disk",
    sqlite3.SQLITE_READONLY: "store.read-only",
    sqlite3.SQLITE_PERM: "store.read-only",
    sqlite3.SQLITE_AUTH: "store.read-only",
    sqlite3.SQLITE_CANTOPEN: "store.cannot-open",
    sqlite3.SQLITE_NOTADB: "store.not-ours",
    sqlite3.SQLITE_CORRUPT: "store.corrupt",
}
_PRIMARY = 0xFF  # the low byte of an extended result code is the kind of error


@contextmanager
def faults_named(path: Path) -> Iterator[None]:
    """Turn errors of the file system and SQLite into faults that name `path`.

    A broken constraint or wrong SQL is our own bug and passes through.
    """
    try:
        yield
    except sqlite3.Error as error:
        named = _named(error, path)
        if named is None:
            raise
        raise named from error
    except OSError as error:
        raise fault("store.cannot-open", path=str(path), reason=error) from error


def _named(error: sqlite3.Error, path: Path) -> DlprepError | None:
    code = _CODES.get(getattr(error, "sqlite_errorcode", -1) & _PRIMARY)
    return fault(code, path=str(path), reason=str(error)) if code else None
