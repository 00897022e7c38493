"""Which items are meant: topics, kinds and difficulty as a condition of the index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dlprep.model.value import dataclass

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Filter:
    """`topics` are leaves, ids of items, beginnings of either (whole segments), or words of a
    title or question; an item fits if it fits one of them. `items` are ids. Empty means all."""

    topics: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    difficulty: frozenset[int] = frozenset()
    items: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL over `item`, or over `tally` where `by_leaf` (it needs no single item)."""

    sql: str
    values: tuple[object, ...]
    by_leaf: bool

    def and_(self, other: Condition) -> Condition:
        """Both."""
        values = (*self.values, *other.values)
        return Condition(f"{self.sql} AND {other.sql}", values, self.by_leaf and other.by_leaf)


def near_leaves(topic: str, leaves: Sequence[str]) -> list[str]:
    """Leaves whose id looks like the topic, else those with a word that looks like its last one.

    >>> near_leaves("softmx", ["loss.softmax-ce", "loss.mse"])
    ['loss.softmax-ce']
    """
    import difflib  # noqa: PLC0415 - 5 ms that only a mistyped topic costs

    if whole := difflib.get_close_matches(topic, leaves, 3, 0.75):
        return whole
    words = {leaf: re.split(r"[.-]", leaf) for leaf in leaves}
    known = sorted({word for each in words.values() for word in each})
    like = difflib.get_close_matches(re.split(r"[.-]", topic)[-1], known, 1, 0.7)
    return [leaf for leaf, parts in words.items() if like and like[0] in parts]


def condition(db: sqlite3.Connection, wanted: Filter) -> Condition:
    """The condition of a filter on this bank."""
    parts = Condition("1", (), by_leaf=True)
    if wanted.kinds:
        parts = parts.and_(_in("kind", sorted(wanted.kinds)))
    if wanted.difficulty:
        parts = parts.and_(_in("difficulty", sorted(wanted.difficulty)))
    if wanted.items:
        ids = _in("id", sorted(wanted.items))
        parts = parts.and_(replace(ids, by_leaf=False))
    if wanted.topics:
        parts = parts.and_(_any(_topic(db, topic) for topic in wanted.topics))
    return parts


def _in(column: str, values: Iterable[object]) -> Condition:
    given = tuple(values)
    return Condition(f"{column} IN ({', '.join('?' * len(given))})", given, by_leaf=True)


def _any(parts: Iterable[Condition]) -> Condition:
    given = list(parts)
    values = tuple(value for part in given for value in part.values)
    sql = " OR ".join(part.sql for part in given)
    return Condition(f"({sql})", values, all(part.by_leaf for part in given))


def _topic(db: sqlite3.Connection, topic: str) -> Condition:
    name = topic.strip().rstrip(".").casefold()
    if not name:
        return Condition("1", (), by_leaf=True)
    for column, table in (("leaf", "tally"), ("leaf", "leaf"), ("id", "item")):
        key = "id" if table == "leaf" else column
        found = db.execute(
            f"SELECT 1 FROM {table} WHERE {key} = ? OR ({key} >= ? AND {key} < ?) LIMIT 1",  # noqa: S608 - names of ours
            _below(name),
        ).fetchone()
        if found:
            sql = f"({column} = ? OR ({column} >= ? AND {column} < ?))"
            return Condition(sql, _below(name), by_leaf=column == "leaf")
    return _worded(db, name)


def _below(name: str) -> tuple[str, str, str]:
    """A name itself, and the range of what starts with it and a dot ("/" follows ".")."""
    return name, f"{name}.", f"{name}/"


def _worded(db: sqlite3.Connection, words: str) -> Condition:
    titles = db.execute("SELECT id, zh, en FROM leaf").fetchall()
    leaves = [leaf for leaf, zh, en in titles if words in f"{zh}\n{en}".casefold()]
    in_items = Condition("instr(words, ?) > 0", (words,), by_leaf=False)
    return _any([_in("leaf", leaves), in_items]) if leaves else in_items
