"""The store: an append-only log of events, and caches that can be computed again from it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from dlprep.model.event import (
    CardState,
    DayStat,
    Event,
    EventKind,
    ItemStat,
    Moment,
    NewEvent,
    RecallClass,
    Source,
    Step,
    TimeSpent,
)
from dlprep.model.message import fault
from dlprep.store import rows
from dlprep.store.backups import keep_copy
from dlprep.store.connection import connect
from dlprep.store.faults import faults_named
from dlprep.store.ids import Entropy, next_id
from dlprep.store.migrations import MIGRATIONS, Migration

_BATCH = 500  # ids in one statement; SQLite allows at least 999 parameters


class Store:
    """One SQLite file. What `append` returns is on the disk.

    Every method may raise a fault: `store.locked` (another program writes for more than
    5 s), `store.full`, `store.disk`, `store.read-only`, `store.cannot-open`,
    `store.not-ours`, `store.newer`, `store.corrupt`. Nothing is half-written then.
    """

    def __init__(self, db: sqlite3.Connection, path: Path, entropy: Entropy) -> None:
        self._db = db
        self.path = path
        self._entropy = entropy

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        migrations: Sequence[Migration] = MIGRATIONS,
        entropy: Entropy = os.urandom,
    ) -> Self:
        """Open the store at `path`; a missing file is made, an older one brought up to date."""
        with faults_named(path):
            return cls(connect(path, migrations), path, entropy)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, with nobody else writing in between.

        Read, decide and `append` inside, so that two terminals never overwrite each other.
        Everything is on the disk when the block has ended; inside another block it joins in.
        """
        if self._db.in_transaction:
            yield
            return
        with faults_named(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                # SQLite itself has rolled back after some errors, a full disk among them.
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def append(
        self, moment: Moment, events: Sequence[NewEvent], *, cards: Iterable[CardState] = ()
    ) -> tuple[Event, ...]:
        """Write events and what follows from them in one transaction.

        `cards` are the schedules after these events. An `undo` must name an event that
        stands: `store.not-undoable` otherwise.
        """
        with self.transaction():
            written = tuple(self._insert(new, moment) for new in events)
            undone = tuple(self.event(e.undoes) for e in written if e.undoes is not None)
            self._refresh((*written, *(e for e in undone if e is not None)))
            self._put_cards(cards)
        return written

    def _insert(self, new: NewEvent, moment: Moment) -> Event:
        if new.undoes is not None and not self._stands(new.undoes):
            raise fault("store.not-undoable", id=new.undoes)
        last_seq, last_id = self._one(_LAST)
        event = rows.placed(
            new,
            id=next_id(moment.at_ms, last_id, self._entropy),
            seq=(last_seq or 0) + 1,
            device=self.device,
            at_ms=moment.at_ms,
            tz_min=moment.tz_min,
            day=moment.day,
        )
        self._db.execute(_INSERT_EVENT, rows.event_row(event, event.seq))
        return event

    def _stands(self, event_id: str) -> bool:
        return bool(self._one("SELECT count(*) FROM live WHERE id = ?", event_id)[0])

    def _refresh(self, touched: Iterable[Event]) -> None:
        """Bring the caches that these events count in up to date."""
        touched = tuple(touched)
        for item in {e.subject for e in touched if e.kind == "answer"}:
            self._db.execute("DELETE FROM item_stat WHERE item = ?", (item,))
            self._db.execute(f"{_FILL_ITEM_STAT} WHERE item = ?", (item,))
        for day in {e.day for e in touched if e.kind in {"answer", "review"}}:
            for cache, fill in _FILL_BY_DAY.items():
                self._db.execute(f"DELETE FROM {cache} WHERE day = ?", (day,))
                self._db.execute(f"{fill} WHERE day = ?", (day,))

    def _put_cards(self, cards: Iterable[CardState]) -> None:
        cards = list(cards)
        gone = ((state.card,) for state in cards if state.untouched)
        self._db.executemany("DELETE FROM card WHERE card = ?", gone)
        self._db.executemany(_PUT_CARD, (state for state in cards if not state.untouched))

    def merge(self, events: Iterable[Event]) -> None:
        """Add events of another copy of the log as they are, but for their `seq`. The caches are
        for `rebuild` to recompute."""
        with self.transaction():
            last_seq = self._one(_LAST)[0] or 0
            self._db.executemany(
                _INSERT_EVENT,
                (rows.event_row(event, seq) for seq, event in enumerate(events, last_seq + 1)),
            )

    def back_up(self, day: int) -> Path | None:
        """A whole copy beside the store, where the last one is some days old; the copy made.

        A copy that cannot be made (a full disk, a read-only folder) is left for the next time.
        """
        if not self._one("SELECT EXISTS (SELECT 1 FROM event)")[0]:
            return None
        return keep_copy(self._db, self.path, day)

    def rebuild(self, cards: Iterable[CardState]) -> None:
        """Compute the caches again from the log; `cards` are all schedules by replay."""
        with self.transaction():
            for table in ("card", "item_stat", *_FILL_BY_DAY):
                self._db.execute(f"DELETE FROM {table}")
            for fill in (_FILL_ITEM_STAT, *_FILL_BY_DAY.values()):
                self._db.execute(fill)
            self._put_cards(cards)

    def damage(self) -> list[str]:
        """What SQLite finds broken in the file; nothing where it is sound."""
        found = [str(row[0]) for row in self._each("PRAGMA integrity_check")]
        return [] if found == ["ok"] else found

    @property
    def device(self) -> str:
        """The name of this copy of the log."""
        return str(self._one("SELECT id FROM device")[0])

    def event(self, event_id: str) -> Event | None:
        """One event, undone or not."""
        found = self._one(f"{_SELECT_EVENT} FROM event WHERE id = ?", event_id)
        return rows.to_event(found) if found else None

    def events(
        self,
        kinds: Collection[EventKind] | None = None,
        subject: str | None = None,
        after_seq: int = 0,
        *,
        live: bool = False,
    ) -> Iterator[Event]:
        """Events in the order in which they happened; `live` leaves out what was undone."""
        where, values = _conditions(kinds, subject=subject)
        table = "live" if live else "event"
        sql = f"{_SELECT_EVENT} FROM {table} WHERE {where} AND seq > ? ORDER BY id"
        return map(rows.to_event, self._each(sql, *values, after_seq))

    def steps(
        self, kinds: Collection[EventKind], subject: str | None = None, *, but: str = ""
    ) -> Iterator[Step]:
        """What stands of the history of one card, or of all, in the order in which it happened;
        `but` is the id of an event to leave out."""
        where, values = _conditions(kinds, subject=subject)
        columns = rows.columns(rows.STEP)
        sql = f"SELECT {columns} FROM live WHERE {where} AND id <> ? ORDER BY id"
        return map(rows.to_step, self._each(sql, *values, but))

    def last(
        self,
        kinds: Collection[EventKind] | None = None,
        *,
        subject: str | None = None,
        source: Source | None = None,
    ) -> Event | None:
        """The latest event that stands: what an undo would take back."""
        where, values = _conditions(kinds, subject=subject, source=source)
        found = self._one(
            f"{_SELECT_EVENT} FROM live WHERE {where} ORDER BY id DESC LIMIT 1", *values
        )
        return rows.to_event(found) if found else None

    def latest(
        self, kinds: Collection[EventKind], limit: int, *, source: Source | None = None
    ) -> list[Event]:
        """Up to `limit` of the latest events that stand, latest first."""
        where, values = _conditions(kinds, source=source)
        sql = f"{_SELECT_EVENT} FROM live WHERE {where} ORDER BY id DESC LIMIT ?"
        return [rows.to_event(row) for row in self._each(sql, *values, limit)]

    def review_times(self, limit: int) -> list[tuple[str, int, bool]]:
        """Card, milliseconds and whether it was the first sight, of the latest timed reviews."""
        sql = (
            "SELECT subject, ms, coalesce(json_extract(payload, '$.first'), 0) FROM live"
            " WHERE kind = 'review' AND ms > 0 ORDER BY id DESC LIMIT ?"
        )
        return [(card, ms, bool(first)) for card, ms, first in self._each(sql, limit)]

    def reviewed(self, day: int) -> frozenset[str]:
        """The cards reviewed on study day `day`."""
        sql = "SELECT DISTINCT subject FROM live WHERE day = ? AND kind = 'review'"
        return frozenset(row[0] for row in self._each(sql, day))

    def last_session(self, source: Source, *, unfinished: bool = True) -> tuple[Event, ...]:
        """The `session` events of the latest session of one practice, in order.

        `unfinished` gives nothing where its last action was `end`.
        """
        last = self.last({"session"}, source=source)
        if last is None or (unfinished and last.payload.get("action") == "end"):
            return ()
        return tuple(self.events({"session"}, last.subject, live=True))

    def marked(self) -> frozenset[str]:
        """The subjects whose last `mark` has `on` true."""
        last = {e.subject: e.payload.get("on", True) for e in self.events({"mark"}, live=True)}
        return frozenset(subject for subject, on in last.items() if on)

    def item_stats(self, items: Collection[str] | None = None) -> dict[str, ItemStat]:
        """How items went so far, those of `items` or all; unanswered ones are absent."""
        found = self._keyed("item_stat", rows.ITEM_STAT, items)
        return {row[0]: rows.to_item_stat(row) for row in found}

    def cards(self, ids: Collection[str] | None = None) -> dict[str, CardState]:
        """Schedules of cards, those of `ids` or all; untouched cards are absent."""
        return {row[0]: rows.to_card(row) for row in self._keyed("card", rows.CARD, ids)}

    def due(self, day: int, limit: int = -1, *, named: str = "") -> list[CardState]:
        """Cards due on study day `day` or before, longest due first; no suspended, no buried.
        `named` is what the names of the cards begin with."""
        sql = (
            f"SELECT {rows.columns(rows.CARD)} FROM card WHERE due <= ? AND suspended = 0"
            " AND coalesce(buried_until <= ?, 1) AND card >= ? AND card < ? || char(0x10FFFF)"
            " ORDER BY due, card LIMIT ?"
        )
        return [rows.to_card(row) for row in self._each(sql, day, day, named, named, limit)]

    def day_stats(self, first: int, last: int) -> dict[int, DayStat]:
        """What study days `first` to `last` held; empty days are absent."""
        sql = f"SELECT {rows.columns(rows.DAY_STAT)} FROM day_stat WHERE day BETWEEN ? AND ?"
        return {row[0]: rows.to_day_stat(row) for row in self._each(sql, first, last)}

    def recall_stats(self, first: int) -> tuple[RecallClass, ...]:
        """Predicted recall against actual since study day `first`, by class of prediction."""
        sql = (
            "SELECT class, sum(reviews), sum(recalled), sum(predicted) FROM recall_stat"
            " WHERE day >= ? GROUP BY class ORDER BY class"
        )
        return tuple(map(RecallClass._make, self._each(sql, first)))

    def time_stats(self, first: int) -> tuple[TimeSpent, ...]:
        """Time by what it was spent on since study day `first`, most first."""
        sql = (
            "SELECT kind, sum(times), sum(ms) FROM time_stat"
            " WHERE day >= ? GROUP BY kind ORDER BY sum(ms) DESC, kind"
        )
        return tuple(map(TimeSpent._make, self._each(sql, first)))

    def due_ahead(self, day: int, days: int) -> tuple[int, ...]:
        """How many cards come due today (with all before) and on each of the days after it."""
        sql = "SELECT count(*) FROM card WHERE due <= ? AND suspended = 0"
        (today,) = self._one(sql, day)
        sql = (
            "SELECT due, count(*) FROM card WHERE due > ? AND due < ? AND suspended = 0"
            " GROUP BY due"
        )
        found = dict(self._each(sql, day, day + days))
        return (today, *(found.get(day + ahead, 0) for ahead in range(1, days)))

    def _keyed(
        self, table: str, columns: Sequence[str], keys: Collection[str] | None
    ) -> Iterator[Any]:
        """Rows of a cache by its first column, in batches."""
        select = f"SELECT {rows.columns(columns)} FROM {table}"
        if keys is None:
            yield from self._each(select)
            return
        wanted = tuple(keys)
        for start in range(0, len(wanted), _BATCH):
            batch = wanted[start : start + _BATCH]
            yield from self._each(
                f"{select} WHERE {columns[0]} IN ({rows.marks(len(batch))})", *batch
            )

    def _each(self, sql: str, *values: object) -> Iterator[Any]:
        with faults_named(self.path):
            yield from self._db.execute(sql, values)

    def _one(self, sql: str, *values: object) -> Any:
        with faults_named(self.path):
            return self._db.execute(sql, values).fetchone()


def _conditions(
    kinds: Collection[EventKind] | None, **equal: str | None
) -> tuple[str, tuple[str, ...]]:
    """A WHERE clause and its values."""
    terms = [f"{column} = ?" for column, value in equal.items() if value is not None]
    values = tuple(value for value in equal.values() if value is not None)
    if kinds is not None:
        terms.append(f"kind IN ({rows.marks(len(kinds))})")
        values = (*values, *kinds)
    return " AND ".join(terms) or "TRUE", values


# Two queries, since SQLite looks up one maximum in an index but scans the table for two.
_LAST = "SELECT (SELECT max(seq) FROM event), (SELECT max(id) FROM event)"
_SELECT_EVENT = f"SELECT {rows.columns(rows.EVENT)}"
_INSERT_EVENT = (
    f"INSERT INTO event ({rows.columns(rows.EVENT)}) VALUES ({rows.marks(len(rows.EVENT))})"
)
_PUT_CARD = (
    f"INSERT OR REPLACE INTO card ({rows.columns(rows.CARD)}) VALUES ({rows.marks(len(rows.CARD))})"
)
_FILL_ITEM_STAT = f"INSERT INTO item_stat SELECT {rows.columns(rows.ITEM_STAT)} FROM item_now"
_FILL_BY_DAY = {
    "day_stat": f"INSERT INTO day_stat SELECT {rows.columns(rows.DAY_STAT)} FROM day_now",
    "recall_stat": "INSERT INTO recall_stat SELECT * FROM recall_now",
    "time_stat": "INSERT INTO time_stat SELECT * FROM time_now",
}
