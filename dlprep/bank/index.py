"""The compiled bank: one SQLite file in the cache, as fresh as the YAML files it was read from.

Opening stats every file and reads none while nothing has changed; what changed is read again.
Questions are found by queries that touch only the rows asked for, so that a bank of 100,000
items opens as fast as one of 1,000.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dlprep.bank.cached import Progress, cached, compiled, files_of
from dlprep.bank.codec import decode
from dlprep.bank.locate import Roots, shown, solution_name, ways_of
from dlprep.bank.notes import note_of
from dlprep.bank.select import Filter, condition, near_leaves
from dlprep.model.catalog import CodeHeader, Count, ExerciseHeader, Header, Use
from dlprep.model.item import KINDS, Item
from dlprep.model.message import Message, Place, fault
from dlprep.model.outline import Convention, Mistake, Outline, PlannedTopic
from dlprep.model.rubric import Lexicon
from dlprep.model.text import Text

if TYPE_CHECKING:
    from dlprep.bank.deal import Deal
    from dlprep.model.glossary import Glossary
    from dlprep.model.project import ProjectGuide


class Bank:
    """All questions, read through the index."""

    def __init__(self, db: sqlite3.Connection, roots: Roots) -> None:
        self._db = db
        self.roots = roots

    @classmethod
    def open(cls, roots: Roots, cache: Path | None, progress: Progress | None = None) -> Bank:
        """The bank of these folders. Without a usable cache it is read into memory.

        `progress(done, total)` is called while files are being read.
        """
        files = files_of(roots)
        if cache is not None:
            db = cached(roots, cache, files, progress)
            if db is not None:
                return cls(db, roots)
        db = sqlite3.connect("file::memory:", uri=True, isolation_level=None)
        compiled(db, roots, files, progress)
        return cls(db, roots)

    def close(self) -> None:
        """Let go of the index."""
        self._db.close()

    @property
    def version(self) -> int:
        """Another number once another program has brought the index up to date."""
        row = self._row("PRAGMA data_version")
        return int(row[0]) if row else 0

    def get(self, item_id: str) -> Item | None:
        """The item, or None."""
        row = self._row("SELECT kind, body FROM item WHERE id = ? AND live", item_id)
        return decode(KINDS[row[0]], json.loads(row[1])) if row else None

    def items(self, wanted: Filter = Filter()) -> Iterator[Item]:  # noqa: B008 - frozen
        """Every item under the filter, by leaf, kind, difficulty and id; one at a time."""
        where = condition(self._db, wanted)
        rows = self._rows(
            f"SELECT kind, body FROM item WHERE live AND {where.sql}"  # noqa: S608
            " ORDER BY leaf, kind, difficulty, id",
            *where.values,
        )
        return (decode(KINDS[kind], json.loads(body)) for kind, body in rows)

    def item(self, item_id: str) -> Item:
        """The item; raises `bank.no-such-id` with the nearest ids."""
        found = self.get(item_id)
        if found is None:
            near = self.near(item_id)
            code = "bank.no-such-id-near" if near else "bank.no-such-id"
            raise fault(code, id=item_id, near=near)
        return found

    def near(self, item_id: str) -> list[str]:
        """Up to three ids that look like this one."""
        import difflib  # noqa: PLC0415 - 5 ms that only a mistyped id costs

        ids = [row[0] for row in self._rows("SELECT id FROM item WHERE live")]
        tail = item_id.rpartition(".")[2]
        same = [each for each in ids if tail and each.endswith(f".{tail}")]
        return (same or difflib.get_close_matches(item_id, ids, 3))[:3]

    def near_topics(self, topics: Iterable[str]) -> list[str]:
        """Up to three leaves that look like the topics under which there is nothing."""
        return [
            near
            for topic in topics
            if not self.leaf_counts(Filter((topic,)))
            for near in near_leaves(topic.casefold(), list(self.leaves()))
        ][:3]

    def place(self, item_id: str) -> Place | None:
        """Where an item is written."""
        row = self._row("SELECT path, line FROM item WHERE id = ? AND live", item_id)
        return Place(shown(row[0]), row[1]) if row else None

    def places(self) -> dict[str, Place]:
        """Where every item is written; files are named by their whole path."""
        rows = self._rows("SELECT id, path, line FROM item WHERE live")
        return {item_id: Place(path, line) for item_id, path, line in rows}

    def leaf_counts(self, wanted: Filter = Filter()) -> dict[str, Count]:  # noqa: B008 - frozen
        """The leaves that have items under the filter."""
        where = condition(self._db, wanted)
        table, total = ("tally", "SUM(items)") if where.by_leaf else ("item", "COUNT(*)")
        live = "" if where.by_leaf else "live AND "
        rows = self._rows(
            f"SELECT leaf, {total}, (SELECT frequency FROM leaf WHERE id = leaf)"  # noqa: S608
            f" FROM {table} WHERE {live}{where.sql} GROUP BY leaf",
            *where.values,
        )
        return {leaf: Count(items, frequency or 1) for leaf, items, frequency in rows}

    def nth(self, leaf: str, wanted: Filter, n: int) -> str:
        """The id of the n-th item (from 0) of a leaf under the filter, in order of kind,
        difficulty and id. Raises IndexError beyond the last."""
        where = condition(self._db, wanted)
        row = self._row(
            f"SELECT id FROM item WHERE live AND leaf = ? AND {where.sql}"  # noqa: S608
            " ORDER BY kind, difficulty, id LIMIT 1 OFFSET ?",
            *(leaf, *where.values, n),
        )
        if row is None:
            raise IndexError(n)
        return str(row[0])

    def headers(
        self,
        ids: Iterable[str],
        wanted: Filter = Filter(),  # noqa: B008 - frozen
    ) -> dict[str, Header]:
        """The headers of those ids that the bank has and the filter lets through."""
        where = condition(self._db, wanted)
        sql = f"id IN (SELECT value FROM json_each(?)) AND {where.sql}"  # noqa: S608
        found = self._headers(sql, (json.dumps(list(ids)), *where.values))
        return {header.id: header for header in found}

    def all_headers(self, wanted: Filter = Filter()) -> Iterator[Header]:  # noqa: B008 - frozen
        """Every header under the filter, by leaf, kind, difficulty and id."""
        where = condition(self._db, wanted)
        return self._headers(f"{where.sql} ORDER BY leaf, kind, difficulty, id", where.values)

    def prompts(self, ids: Iterable[str]) -> dict[str, Text]:
        """What those items ask."""
        rows = self._rows(
            "SELECT id, json_extract(body, '$.prompt.zh'), json_extract(body, '$.prompt.en')"
            " FROM item WHERE live AND id IN (SELECT value FROM json_each(?))",
            json.dumps(list(ids)),
        )
        return {item_id: Text(zh, en) for item_id, zh, en in rows}

    def needs(self, ids: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """Those items, each with one thing that should be known before it."""
        return self._rows(
            "SELECT item.id, value FROM item, json_each(needs)"
            " WHERE live AND item.id IN (SELECT value FROM json_each(?))",
            json.dumps(list(ids)),
        )

    def search(self, text: str) -> tuple[Header, ...]:
        """The items in which every word occurs: first where the topic or id has them all,
        then by how often they are asked."""
        words = text.casefold().split()
        has_all = " AND ".join(["instr(words, ?) > 0"] * len(words)) or "0"
        found = self._headers(f"{has_all} ORDER BY frequency DESC, id", words)
        return tuple(sorted(found, key=lambda header: not _named(header, words)))

    def _headers(self, sql: str, values: Collection[object]) -> Iterator[Header]:
        columns = ", ".join(Header._fields)
        rows = self._rows(f"SELECT {columns} FROM item WHERE live AND {sql}", *values)  # noqa: S608
        return map(Header._make, rows)

    @property
    def outline(self) -> Outline:
        """The whole tree."""
        return decode(Outline, json.loads(self._entry("outline") or '{"title": null, "tree": []}'))

    @property
    def plan(self) -> tuple[PlannedTopic, ...]:
        """Every planned topic."""
        return tuple(
            decode(PlannedTopic, each) for each in json.loads(self._entry("content_map") or "[]")
        )

    def leaves(self) -> dict[str, Text]:
        """The titles of all leaves, in the outline's order."""
        rows = self._rows("SELECT id, zh, en FROM leaf ORDER BY position")
        return {leaf: Text(zh, en) for leaf, zh, en in rows}

    def leaf_title(self, leaf: str) -> Text:
        """The title of a leaf; an unknown leaf is called by its id."""
        row = self._row("SELECT zh, en FROM leaf WHERE id = ?", leaf)
        return Text(*row) if row else Text(leaf, leaf)

    def mistake(self, code: str) -> Mistake | None:
        """The named mistake."""
        body = self._entry("mistake", code)
        return decode(Mistake, json.loads(body)) if body else None

    def convention(self, code: str) -> Convention | None:
        """The convention of that code."""
        body = self._entry("convention", code)
        return decode(Convention, json.loads(body)) if body else None

    def convention_codes(self) -> list[str]:
        """All of them, in order."""
        rows = self._rows("SELECT key FROM entry WHERE registry = 'convention' ORDER BY key")
        return [key for (key,) in rows]

    @property
    def project_guide(self) -> ProjectGuide:
        """The walk through a project of one's own."""
        from dlprep.model.project import ProjectGuide  # noqa: PLC0415 - one command needs it

        return decode(ProjectGuide, json.loads(self._entry("project") or '{"parts": []}'))

    @property
    def lexicon(self) -> Lexicon:
        """The words that all rubrics share."""
        return decode(Lexicon, json.loads(self._entry("lexicon") or "{}"))

    @property
    def glossary(self) -> Glossary:
        """The terms of the field."""
        from dlprep.model.glossary import Glossary  # noqa: PLC0415 - only lint needs it

        return decode(Glossary, json.loads(self._entry("glossary") or "{}"))

    def codes(self, registry: str) -> frozenset[str]:
        """All codes of `mistake` or `convention`."""
        rows = self._rows("SELECT key FROM entry WHERE registry = ?", registry)
        return frozenset(row[0] for row in rows)

    def ways(self) -> Iterator[tuple[Any, ...]]:
        """Leaf, kind, way of verification, and how many items the leaf has of it."""
        return self._rows(
            "SELECT leaf, kind, coalesce(json_extract(body, '$.verified'), 'draft'), count(*)"
            " FROM item WHERE live GROUP BY 1, 2, 3"
        )

    def mistaken(self, code: str = "") -> Iterator[Use]:
        """The wrong answers of questions that show a named mistake: this one, or any."""
        rows = self._db.execute(
            "SELECT tree.value, item.id, item.leaf FROM item, json_tree(item.body) AS tree"
            " WHERE live AND instr(item.body, ?) AND tree.type = 'text' AND (tree.key = 'mistake'"
            " OR tree.key = 'code' AND tree.path LIKE '$.wrong%') ORDER BY item.id",
            (f'"{code}' if code else "",),
        )
        return (use for use in map(Use._make, rows) if code in {"", use.code})

    def _entry(self, registry: str, key: str = "") -> str | None:
        row = self._row("SELECT body FROM entry WHERE registry = ? AND key = ?", registry, key)
        return row[0] if row else None

    @property
    def faults(self) -> tuple[Message, ...]:
        """What is broken and left out, in the order of the files."""
        stored = self._rows(
            "SELECT fault.body FROM fault LEFT JOIN file USING (path)"
            " ORDER BY file.position, path, fault.line"
        )
        return (*(note_of(json.loads(row[0])) for row in stored), *self._duplicates())

    def _duplicates(self) -> Iterator[Message]:
        rows = self._rows(
            "SELECT again.id, again.path, again.line, again.position, first.path, first.line"
            " FROM item AS again INDEXED BY item_twice"
            " JOIN item AS first ON first.id = again.id AND first.live"
            " WHERE again.live = 0 ORDER BY again.path, again.line"
        )
        for item_id, path, line, position, first_path, first_line in rows:
            place = Place(shown(path), line, f"items[{position}].id")
            first = str(Place(shown(first_path), first_line))
            yield Message("bank.duplicate-id", {"id": item_id, "first": first}, place)

    def exercises(self) -> tuple[ExerciseHeader, ...]:
        """Every coding exercise."""
        rows = self._rows(
            "SELECT key, leaf, kind, entry.body FROM entry JOIN item ON id = key AND live"
            " WHERE registry = 'exercise' ORDER BY key"
        )
        return tuple(
            ExerciseHeader(
                key, tuple(map(tuple, told["functions"])), leaf, kind, tuple(told["courses"])
            )
            for key, leaf, kind, body in rows
            for told in [json.loads(body)]
        )

    def coding(self, wanted: Filter = Filter()) -> tuple[CodeHeader, ...]:  # noqa: B008 - frozen
        """The coding exercises under the filter, in the outline's order, easiest first."""
        where = condition(self._db, wanted)
        rows = self._rows(
            "SELECT id, leaf, difficulty, json_extract(body, '$.minutes'),"  # noqa: S608
            " json_extract(body, '$.drill'), kind FROM item"
            f" WHERE live AND kind IN ('code', 'torch') AND {where.sql} ORDER BY"
            " (SELECT position FROM leaf WHERE leaf.id = item.leaf), difficulty, id",
            *where.values,
        )
        return tuple(map(CodeHeader._make, rows))

    def solution_path(self, exercise_id: str) -> Path:
        """The file of the worked solution: `code.conv2d-naive` → `conv2d_naive.py`."""
        paths = [folder / solution_name(exercise_id) for folder in self.roots.solution_folders]
        return next((path for path in paths if path.is_file()), paths[0])

    def solutions(self, exercise_id: str) -> list[Path]:
        """The worked solution and the other ways of writing it that stand beside it."""
        return ways_of(self.solution_path(exercise_id))

    @contextmanager
    def beside(self, log: Path, wanted: Filter = Filter()) -> Iterator[Deal]:  # noqa: B008 - frozen
        """The cards of the items that fit, with the schedules in the store at `log`."""
        from dlprep.bank.deal import Deal  # noqa: PLC0415 - only where cards are dealt

        self._db.execute("ATTACH ? AS log", (f"{log.resolve().as_uri()}?mode=ro",))
        try:
            yield Deal(
                self._rows, condition(self._db, wanted), narrow=bool(wanted.topics or wanted.items)
            )
        finally:
            self._db.execute("DETACH log")

    def _rows(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """Rows of the index. Raises `bank.damaged-index` where the cached file cannot be read;
        it is removed, so that the next run reads the bank anew."""
        try:
            yield from self._db.execute(sql, values)
        except sqlite3.DatabaseError as problem:
            if problem.sqlite_errorcode & 0xFF not in {
                sqlite3.SQLITE_CORRUPT,
                sqlite3.SQLITE_NOTADB,
            }:
                raise
            path = self._db.execute("PRAGMA database_list").fetchone()[2]
            Path(path).unlink(missing_ok=True)
            raise fault("bank.damaged-index", place=Place(path)) from None

    def _row(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        return next(self._rows(sql, *values), None)


def _named(header: Header, words: list[str]) -> bool:
    return all(word in f"{header.id} {header.topic}".casefold() for word in words)
