"""Opening a file: ours or not, of today or not, writable or not."""

from __future__ import annotations

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest

from dlprep.model.event import Moment, NewEvent
from dlprep.model.message import DlprepError
from dlprep.store import migrations
from dlprep.store.store import Store
from dlprep.view.messages import words

NOON = Moment(at_ms=1_800_000_000_000, tz_min=0, day=20_833)
MARK = NewEvent(kind="mark", subject="a.b", payload={"on": True})


def refused(path: Path, **options: object) -> str:
    """The English sentence of the fault that opening gives."""
    with pytest.raises(DlprepError) as caught:
        Store.open(path, **options)
    assert words(caught.value.messages[0], "zh")
    return words(caught.value.messages[0], "en")


def test_a_new_file_says_what_it_is(tmp_path: Path) -> None:
    """Header, journal and safety settings are those of the design."""
    path = tmp_path / "new" / "p.sqlite3"
    with Store.open(path) as store:

        def ask(name: str) -> object:
            return store._db.execute(f"PRAGMA {name}").fetchone()[0]

        assert ask("application_id") == migrations.APPLICATION_ID
        assert ask("user_version") == migrations.version(migrations.MIGRATIONS)
        assert (ask("journal_mode"), ask("synchronous")) == ("wal", 2)
        assert (ask("foreign_keys"), ask("busy_timeout")) == (1, 5000)


def test_every_table_is_strict(tmp_path: Path) -> None:
    """SQLite checks the type of every value."""
    with Store.open(tmp_path / "p.sqlite3") as store:
        rows = store._db.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
        tables = {name: strict for name, strict in rows if not name.startswith("sqlite_")}
    caches = ["card", "item_stat", "day_stat", "recall_stat", "time_stat"]
    assert tables == dict.fromkeys(["event", "device", *caches], 1)


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    """A SQLite file with other tables is refused and not changed."""
    path = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE notes (text)")
    before = path.read_bytes()
    assert "is not a progress file of dlprep" in refused(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all, but long enough" * 40, b"short"])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, content: bytes) -> None:
    """Any other file is refused and not changed."""
    path = tmp_path / "p.sqlite3"
    path.write_bytes(content)
    assert "is not a progress file of dlprep" in refused(path)
    assert path.read_bytes() == content


def test_a_file_of_a_newer_dlprep_is_left_alone(tmp_path: Path) -> None:
    """Both versions are named; the file keeps its number."""
    path = tmp_path / "p.sqlite3"
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    known = migrations.version(migrations.MIGRATIONS)
    assert f"written by a newer dlprep (format 99, this one knows {known})" in refused(path)


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    """Pages overwritten with noise give one clear sentence, on opening or on reading."""
    path = tmp_path / "p.sqlite3"
    with Store.open(path) as store:
        for _ in range(200):
            store.append(NOON, [MARK])
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(DlprepError, match=r"store\.corrupt"):
        list(Store.open(path).events())


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    """A directory cannot be opened as a file."""
    assert "cannot be opened" in refused(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    """The data folder cannot be made where a file stands."""
    (tmp_path / "data").write_text("")
    assert "cannot be opened" in refused(tmp_path / "data" / "p.sqlite3")


def test_an_older_file_is_brought_up_to_date_after_a_backup(tmp_path: Path) -> None:
    """Steps run in order inside one transaction; a whole copy from before stands beside."""
    path = tmp_path / "p.sqlite3"
    with Store.open(path) as store:
        store.append(NOON, [MARK])
    steps = (
        *migrations.MIGRATIONS,
        lambda db: db.execute("CREATE TABLE extra (x TEXT) STRICT"),
        lambda db: db.execute("INSERT INTO extra VALUES ('second step')"),
    )
    with Store.open(path, migrations=steps) as store:
        assert store._db.execute("SELECT x FROM extra").fetchall() == [("second step",)]
        assert store._db.execute("PRAGMA user_version").fetchone() == (1 + len(steps),)
        assert len(list(store.events())) == 1
    (copy,) = tmp_path.glob("p.v*.backup.sqlite3")
    with Store.open(copy) as backup:
        assert len(list(backup.events())) == 1


FIRST_VERSION = """
    DROP TABLE recall_stat; DROP VIEW recall_now; DROP TABLE time_stat; DROP VIEW time_now;
    DROP INDEX card_due;
    CREATE INDEX card_due ON card (due) WHERE due IS NOT NULL AND suspended = 0;
    PRAGMA user_version = 1
"""


def test_a_file_of_the_first_version_ends_as_a_new_one(tmp_path: Path) -> None:
    """All steps together lead to today's schema, but for comments and spaces."""

    def schema(path: Path) -> dict[str, str]:
        with Store.open(path) as store:
            found = store._db.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
            return {name: "".join(re.sub("--.*", "", sql).split()) for name, sql in found}

    new, old = tmp_path / "new.sqlite3", tmp_path / "old.sqlite3"
    Store.open(old).close()
    with closing(sqlite3.connect(old)) as db:
        db.executescript(FIRST_VERSION)
    assert schema(old) == schema(new)


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    """A migration is all or nothing."""
    path = tmp_path / "p.sqlite3"
    Store.open(path).close()

    def broken(db: sqlite3.Connection) -> None:
        db.execute("CREATE TABLE extra (x TEXT) STRICT")
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        Store.open(path, migrations=(*migrations.MIGRATIONS, broken))
    with Store.open(path) as store:
        tables = {row[0] for row in store._db.execute("SELECT name FROM sqlite_schema")}
        assert "extra" not in tables


def test_an_old_sqlite_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python with SQLite before 3.37 cannot make strict tables."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.34.1")
    assert "carries SQLite 3.34.1" in refused(tmp_path / "p.sqlite3")


def test_a_lock_held_by_another_program_is_named(tmp_path: Path) -> None:
    """Nothing is written while someone else holds the file, and the next try succeeds."""
    path = tmp_path / "p.sqlite3"
    with Store.open(path) as store, closing(sqlite3.connect(path)) as other:
        store._db.execute("PRAGMA busy_timeout = 20")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DlprepError, match=r"store\.locked") as caught:
            store.append(NOON, [MARK])
        assert "held by another program" in words(caught.value.messages[0], "en")
        other.rollback()
        store.append(NOON, [MARK])
        assert len(list(store.events())) == 1


def test_a_full_disk_is_named_and_nothing_is_half_written(tmp_path: Path) -> None:
    """When the file may not grow, an append fails as a whole and earlier ones stay."""
    path = tmp_path / "p.sqlite3"
    with Store.open(path) as store:
        (pages,) = store._db.execute("PRAGMA page_count").fetchone()
        store._db.execute(f"PRAGMA max_page_count = {pages + 2}")
        big = NewEvent(kind="answer", subject="a", payload={"right": True, "text": "x" * 1500})
        with pytest.raises(DlprepError, match=r"store\.full") as caught:
            append_often(store, big)
        assert "the disk is full" in words(caught.value.messages[0], "en")
        assert len(list(store.events())) == store.item_stats()["a"].answers > 0


def append_often(store: Store, new: NewEvent) -> None:
    for _ in range(100):
        store.append(NOON, [new])


def test_terminals_that_meet_at_a_new_file_all_get_it(tmp_path: Path) -> None:
    """Whoever comes first makes the schema; the others wait for it and find it whole."""
    terminals, start = 6, Barrier(6)

    def opened(path: Path) -> str:
        start.wait()
        with Store.open(path) as store:
            return store.device

    with ThreadPoolExecutor(terminals) as pool:
        for n in range(15):
            path = tmp_path / f"{n}.sqlite3"
            assert len(set(pool.map(opened, [path] * terminals))) == 1


def test_a_file_of_the_first_version_becomes_what_a_new_one_is(tmp_path: Path) -> None:
    """Same tables and views, and the statistics filled from the log; a copy stays beside it."""
    new, old = tmp_path / "new.sqlite3", tmp_path / "old.sqlite3"
    review = NewEvent(kind="review", subject="a.b#front", rating=3, ms=900, payload={"r": 0.87})
    for path in (new, old):
        with Store.open(path) as store:
            store.append(NOON, [review])
    with closing(sqlite3.connect(old)) as db:
        for what, name in (("VIEW", "recall_now"), ("VIEW", "time_now")):
            db.execute(f"DROP {what} {name}")
        db.execute("DROP TABLE recall_stat")
        db.execute("DROP TABLE time_stat")
        db.execute("PRAGMA user_version = 1")
        db.commit()
    with Store.open(old) as mended, Store.open(new) as fresh:
        assert _objects(mended) == _objects(fresh)
        assert mended.recall_stats(0) == fresh.recall_stats(0) != ()
        assert mended.time_stats(0) == fresh.time_stats(0) != ()
    with Store.open(tmp_path / "old.v1.backup.sqlite3") as copy:
        assert len(list(copy.events())) == 1


def _objects(store: Store) -> dict[str, str]:
    """Every table, view and index by name, without comments and spaces."""
    rows = store._db.execute("SELECT name, coalesce(sql, '') FROM sqlite_schema")
    return {name: "".join(re.sub("--.*", "", sql).split()).casefold() for name, sql in rows}
