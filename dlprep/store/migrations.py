"""From an older schema to today's, one small function a step; never edited after a release.

`schema.sql` is today's schema and makes new files. `MIGRATIONS[n]` brings a file of version
n + 1 to version n + 2, inside one transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

Migration = Callable[[sqlite3.Connection], None]

APPLICATION_ID = 0x646C7072  # "dlpr" in the file's header
MIGRATIONS: tuple[Migration, ...] = ()


def version(migrations: Sequence[Migration]) -> int:
    """The schema version that a list of migrations leads to; 0 is an empty file."""
    return 1 + len(migrations)


def create(db: sqlite3.Connection) -> None:
    """Today's schema in an empty file. The caller holds a transaction."""
    schema = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
    for statement in schema.split(";\n"):
        db.execute(statement)
    db.execute("INSERT INTO device VALUES (lower(hex(randomblob(8))))")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def bring_up(db: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Create the schema or run the steps that are missing, all or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        # Read again under the lock: another process may have been faster.
        (found,) = db.execute("PRAGMA user_version").fetchone()
        if found == 0:
            create(db)
        for step in migrations[found - 1 :] if found else ():
            step(db)
        db.execute(f"PRAGMA user_version = {version(migrations)}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
