"""What is left after the machine stops in the middle of a write, and copies of the store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dlprep.memory.replay import KINDS, replay
from dlprep.model.event import Moment, NewEvent
from dlprep.practice.ledger import Ledger
from dlprep.store.backups import EVERY, KEPT
from dlprep.store.connection import LONG
from dlprep.store.store import Store

DAY = 20_000
HEADER, FRAME = 32, 24 + 4096
REVIEWS = 6


def review(store: Store, card: str, day: int = DAY) -> str:
    moment = Moment(at_ms=day * 86_400_000, tz_min=0, day=day)
    new = NewEvent(kind="review", subject=card, rating=3, ms=900, source="card")
    return Ledger(store).write(moment, new, 1).id


def test_a_log_cut_at_any_frame_opens_with_whole_steps(tmp_path: Path) -> None:
    """WAL cut at every frame boundary and in the middle of every frame: the events are a prefix
    of what was acknowledged, and the caches are those of these events."""
    path = tmp_path / "p.sqlite3"
    Store.open(path).close()
    store = Store.open(path)
    acknowledged = [review(store, f"a.b{n}#front", DAY + n) for n in range(REVIEWS)]
    main, wal = path.read_bytes(), Path(f"{path}-wal").read_bytes()
    store.close()
    frames = (len(wal) - HEADER) // FRAME
    assert frames > REVIEWS
    seen = set()
    for number in range(frames + 1):
        for cut in (HEADER + number * FRAME, HEADER + number * FRAME + FRAME // 2):
            seen.add(_opened(tmp_path / f"{cut}", main, wal[:cut], acknowledged))
    assert seen == set(range(REVIEWS + 1))


def _opened(folder: Path, main: bytes, wal: bytes, acknowledged: list[str]) -> int:
    folder.mkdir()
    (folder / "p.sqlite3").write_bytes(main)
    (folder / "p.sqlite3-wal").write_bytes(wal)
    with Store.open(folder / "p.sqlite3") as store:
        reviews = [event.id for event in store.events({"review"})]
        assert reviews == acknowledged[: len(reviews)]
        assert store.cards() == replay(store.events(KINDS, live=True))
        done = store.day_stats(DAY, DAY + REVIEWS).values()
        assert sum(each.reviews for each in done) == len(reviews)
    return len(reviews)


def _left_open(path: Path) -> tuple[Path, list[str]]:
    """A store and its long journal as a program leaves them that ended without closing."""
    store = Store.open(path)
    acknowledged = [review(store, f"a.b{n}#front", DAY + n) for n in range(160)]
    left = path.parent / "left" / path.name
    left.parent.mkdir()
    for end in ("", "-wal"):
        Path(f"{left}{end}").write_bytes(Path(f"{path}{end}").read_bytes())
    store.close()
    return left, acknowledged


def test_a_long_journal_is_taken_into_the_file(tmp_path: Path) -> None:
    """Or every program that opens the store would read all of it, longer from day to day."""
    left, acknowledged = _left_open(tmp_path / "p.sqlite3")
    journal = Path(f"{left}-wal")
    assert journal.stat().st_size > LONG
    with Store.open(left) as store:
        assert journal.stat().st_size == 0
        assert [event.id for event in store.events({"review"})] == acknowledged
        review(store, "a.b#front", DAY + 50)
        assert len(list(store.events({"review"}))) == len(acknowledged) + 1


def test_a_long_journal_that_another_program_reads_is_left(tmp_path: Path) -> None:
    """Opening does not wait for others, and a later opening takes the journal in."""
    left, acknowledged = _left_open(tmp_path / "p.sqlite3")
    journal = Path(f"{left}-wal")
    with closing(sqlite3.connect(left, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM event").fetchone()
        with Store.open(left) as store:
            assert journal.stat().st_size > LONG
            assert len(list(store.events({"review"}))) == len(acknowledged)
            assert store._db.execute("PRAGMA busy_timeout").fetchone() == (5000,)
        reader.execute("COMMIT")
        with Store.open(left):
            assert journal.stat().st_size == 0


def test_a_copy_is_made_every_few_days_and_the_latest_few_are_kept(tmp_path: Path) -> None:
    """Each is a whole store of its own, named by its day."""
    with Store.open(tmp_path / "p.sqlite3") as store:
        assert store.back_up(DAY) is None
        review(store, "a.b#front")
        made = [copy for day in range(DAY, DAY + 20) if (copy := store.back_up(day))]
    assert len(made) == -(-20 // EVERY)
    kept = sorted((tmp_path / "backups").iterdir())
    assert kept == made[-KEPT:]
    with Store.open(kept[0]) as copy:
        assert len(list(copy.events({"review"}))) == 1


def test_a_copy_that_cannot_be_made_is_left_for_later(tmp_path: Path) -> None:
    """A file where the folder should be, a full disk: the person's work goes on."""
    (tmp_path / "backups").write_text("")
    with Store.open(tmp_path / "p.sqlite3") as store:
        review(store, "a.b#front")
        assert store.back_up(DAY) is None
        (tmp_path / "backups").unlink()
        assert store.back_up(DAY) is not None


@pytest.mark.parametrize("day", [DAY, DAY + EVERY - 1])
def test_one_copy_is_enough_for_some_days(tmp_path: Path, day: int) -> None:
    """Opening a dozen times a day costs nothing."""
    with Store.open(tmp_path / "p.sqlite3") as store:
        review(store, "a.b#front")
        store.back_up(DAY)
        assert store.back_up(day) is None
