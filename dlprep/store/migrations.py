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


def _add_statistics(db: sqlite3.Connection) -> None:
    """1 to 2: predicted recall against actual, and time by kind of question."""
    for statement in _STATISTICS:
        db.execute(statement)
    db.execute("INSERT INTO recall_stat SELECT * FROM recall_now")
    db.execute("INSERT INTO time_stat SELECT * FROM time_now")


def _count_by_index(db: sqlite3.Connection) -> None:
    """2 to 3: what is due is counted without a look at the cards."""
    db.execute("DROP INDEX card_due")
    db.execute("CREATE INDEX card_due ON card (due, suspended) WHERE due IS NOT NULL")


_STATISTICS = (
    """
    CREATE TABLE recall_stat (
      day       INTEGER NOT NULL,
      class     INTEGER NOT NULL CHECK (class BETWEEN 0 AND 9),
      reviews   INTEGER NOT NULL,
      recalled  INTEGER NOT NULL,
      predicted REAL NOT NULL,
      PRIMARY KEY (day, class)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE VIEW recall_now AS
      SELECT day, min(CAST(json_extract(payload, '$.r') * 10 AS INTEGER), 9) AS class,
             count(*) AS reviews, sum(rating > 1) AS recalled,
             total(json_extract(payload, '$.r')) AS predicted
      FROM live
      WHERE kind = 'review' AND json_extract(payload, '$.r') IS NOT NULL
        AND subject NOT LIKE 'mistake.%'
      GROUP BY day, class
    """,
    """
    CREATE TABLE time_stat (
      day   INTEGER NOT NULL,
      kind  TEXT NOT NULL,
      times INTEGER NOT NULL,
      ms    INTEGER NOT NULL,
      PRIMARY KEY (day, kind)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE VIEW time_now AS
      SELECT day,
             CASE kind WHEN 'review' THEN 'flashcard'
                       ELSE coalesce(json_extract(payload, '$.kind'), 'question') END AS what,
             count(*) AS times, sum(ms) AS ms
      FROM live
      WHERE kind IN ('review', 'answer') AND ms IS NOT NULL
      GROUP BY day, what
    """,
)
MIGRATIONS: tuple[Migration, ...] = (_add_statistics, _count_by_index)


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
