"""Fills the index from the YAML files: what changed is read, what went is removed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from dlprep.bank.codec import encode
from dlprep.bank.faces import names
from dlprep.bank.load import Sourced, load_items
from dlprep.bank.locate import Roots, Stamp
from dlprep.bank.notes import note_json
from dlprep.bank.registries import Conventions, Mistakes, Plan, leaves, planned, read_registry
from dlprep.model.flashcard import MISTAKE
from dlprep.model.glossary import Glossary
from dlprep.model.message import Message, Place
from dlprep.model.outline import Outline
from dlprep.model.project import ProjectGuide
from dlprep.model.rubric import Lexicon

if TYPE_CHECKING:
    import sqlite3

R = TypeVar("R")
_SCHEMA = Path(__file__).with_name("schema.sql")


def compile_into(
    db: sqlite3.Connection,
    roots: Roots,
    files: dict[str, Stamp],
    *,
    made_by: str,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Bring the index up to date with the files."""
    if db.execute("PRAGMA user_version").fetchone() == (0,) or not _is_ours(db, made_by):
        _start_afresh(db, made_by)
    stored = {
        path: Stamp(size, mtime_ns)
        for path, size, mtime_ns in db.execute("SELECT path, size, mtime_ns FROM file")
    }
    registries = {str(path) for path in roots.registries().values()}
    stale = [path for path in files if files[path] != stored.get(path)]
    gone = stored.keys() - files.keys()
    _forget(db, [*stale, *gone])
    items = [path for path in stale if path not in registries]
    if any(path in registries for path in stale) or not stored or gone:
        _read_registries(db, roots, partial(progress, 0, len(items)) if progress else _silently)
    _read_items(db, items, progress)
    _note_files(db, files)
    _settle(db)


def _silently() -> None:
    """Nobody waits for it."""


def _is_ours(db: sqlite3.Connection, made_by: str) -> bool:
    row = db.execute("SELECT value FROM meta WHERE name = 'made-by'").fetchone()
    return bool(row == (made_by,))


def _start_afresh(db: sqlite3.Connection, made_by: str) -> None:
    """Statement by statement: `executescript` would commit the transaction at hand."""
    tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (name,) in tables:
        db.execute(f'DROP TABLE "{name}"')
    for statement in _SCHEMA.read_text(encoding="utf-8").split(";\n"):
        db.execute(statement)
    db.execute("INSERT INTO meta VALUES ('made-by', ?)", (made_by,))
    db.execute("PRAGMA user_version = 1")


def _forget(db: sqlite3.Connection, paths: Iterable[str]) -> None:
    each = [(path,) for path in paths]
    for table in ("item", "fault", "file"):
        db.executemany(f"DELETE FROM {table} WHERE path = ?", each)  # noqa: S608 - names of ours


def _read_items(
    db: sqlite3.Connection, paths: list[str], progress: Callable[[int, int], None] | None
) -> None:
    for done, path in enumerate(paths):
        loaded = load_items(Path(path))
        db.executemany(
            "INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
            [_row(sourced, path) for sourced in loaded.items],
        )
        _note(db, path, loaded.faults)
        if progress:
            progress(done + 1, len(paths))


def _row(sourced: Sourced, path: str) -> tuple[object, ...]:
    item = sourced.item
    head = (item.id, item.leaf, item.kind, item.difficulty, item.frequency, item.rev, item.topic)
    texts = (item.prompt.zh, item.prompt.en, item.explanation.zh, item.explanation.en)
    words = "\n".join((item.id, item.topic, *texts)).casefold()
    lists = (json.dumps(names(item)), json.dumps(item.needs))
    return (*head, path, sourced.node.line, sourced.position, words, _json(item), *lists)


def _json(value: object) -> str:
    return json.dumps(encode(value), ensure_ascii=False, separators=(",", ":"))


def _note(db: sqlite3.Connection, path: str, faults: Iterable[Message]) -> None:
    for message in faults:
        line = message.place.line if message.place else None
        body = json.dumps(note_json(message), ensure_ascii=False)
        db.execute("INSERT INTO fault VALUES (?, ?, ?)", (path, line, body))


def _read_registries(db: sqlite3.Connection, roots: Roots, tell: Callable[[], None]) -> None:
    """`tell` is called before the longest of them is read."""
    db.execute("DELETE FROM leaf")
    db.execute("DELETE FROM entry WHERE registry <> 'exercise'")
    if outline := _registry(db, roots, "outline", Outline):
        _put(db, "outline", {"": outline})
        rows = [(e.id, n, e.frequency, e.zh, e.en) for n, e in enumerate(leaves(outline))]
        db.executemany("INSERT OR REPLACE INTO leaf VALUES (?, ?, ?, ?, ?)", rows)
    if plan := _registry(db, roots, "content_map", Plan):
        _put(db, "content_map", {"": list(planned(plan))})
    if conventions := _registry(db, roots, "conventions", Conventions):
        _put(db, "convention", {each.code: each for each in conventions.conventions})
    if lexicon := _registry(db, roots, "lexicon", Lexicon):
        _put(db, "lexicon", {"": lexicon})
    if glossary := _registry(db, roots, "glossary", Glossary):
        _put(db, "glossary", {"": glossary})
    if guide := _registry(db, roots, "project", ProjectGuide):
        _put(db, "project", {"": guide})
    tell()
    if mistakes := _registry(db, roots, "mistakes", Mistakes):
        _put(db, "mistake", {each.code: each for each in mistakes.mistakes})


def _registry(db: sqlite3.Connection, roots: Roots, name: str, cls: type[R]) -> R | None:
    path = roots.registry(name)
    if path is None:
        missing = Message("bank.no-registry", {"name": f"{name}.yaml"}, Place(str(roots.questions)))
        db.execute("DELETE FROM fault WHERE path = ?", (name,))
        if name not in {"mistakes", "lexicon", "project", "glossary"}:
            _note(db, name, [missing])
        return None
    db.execute("DELETE FROM fault WHERE path = ?", (str(path),))
    registry, faults = read_registry(path, str(path), cls)
    _note(db, str(path), faults)
    return registry


def _put(db: sqlite3.Connection, registry: str, entries: Mapping[str, object]) -> None:
    db.executemany(
        "INSERT INTO entry VALUES (?, ?, ?)",
        [(registry, key, _json(value)) for key, value in entries.items()],
    )


def _note_files(db: sqlite3.Connection, files: dict[str, Stamp]) -> None:
    rows = [(path, *stamp, position) for position, (path, stamp) in enumerate(files.items())]
    db.executemany("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", rows)


def _settle(db: sqlite3.Connection) -> None:
    """What depends on all files at once: which of equal ids counts, tallies, exercises."""
    db.execute("UPDATE item SET live = 1 WHERE NOT live")
    db.execute(
        "UPDATE item SET live = 0 WHERE rowid IN (SELECT twin FROM ("
        " SELECT item.rowid AS twin, row_number() OVER"
        "  (PARTITION BY id ORDER BY file.position, item.position) AS nth"
        " FROM item JOIN file USING (path)) WHERE nth > 1)"
    )
    db.execute("DELETE FROM tally")
    db.execute(
        "INSERT INTO tally SELECT leaf, kind, difficulty, COUNT(*) FROM item WHERE live"
        " GROUP BY leaf, kind, difficulty"
    )
    _settle_exercises(db)
    _settle_faces(db)


def _settle_exercises(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM entry WHERE registry = 'exercise'")
    kinds = ("code", "torch")
    bodies = db.execute("SELECT id, body FROM item WHERE live AND kind IN (?, ?)", kinds).fetchall()
    _put(db, "exercise", {item_id: _recognised_by(json.loads(body)) for item_id, body in bodies})


def _recognised_by(exercise: Mapping[str, Any]) -> dict[str, object]:
    """By what a file is recognised as an answer."""
    names = [[each["name"], *each.get("aliases", [])] for each in exercise["functions"]]
    return {"functions": names, "courses": exercise.get("courses", [])}


def _settle_faces(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM face")
    db.execute(
        "WITH nth AS ("
        " SELECT item.rowid AS row, leaf, coalesce(leaf.frequency, 1) AS frequency,"
        "  row_number() OVER (PARTITION BY leaf ORDER BY kind, difficulty, item.id) AS n"
        " FROM item LEFT JOIN leaf ON leaf.id = leaf WHERE live AND faces <> '[]'),"
        " met AS ("
        " SELECT row, 2 * row_number() OVER"
        "  (ORDER BY 1.0 * n / frequency, -frequency, leaf) AS turn"
        " FROM nth)"
        " INSERT INTO face SELECT item.id || '#' || face.value, item.id, rev, face.key, turn"
        " FROM met JOIN item ON item.rowid = row, json_each(faces) AS face"
    )
    _meet_needed_first(db)
    db.execute(
        "INSERT INTO face SELECT ? || key || '#mistake', ? || key, 1, 0, NULL"
        " FROM entry WHERE registry = 'mistake'"
        " AND coalesce(json_extract(body, '$.why'), json_extract(body, '$.see'),"
        "  json_extract(body, '$.example')) IS NOT NULL",
        (MISTAKE, MISTAKE),
    )


def _meet_needed_first(db: sqlite3.Connection) -> None:
    """Move what is needed before the first item that needs it; the others keep their turn. Needs in
    a circle are left in some order."""
    pairs = db.execute(
        "SELECT item.id, value FROM item, json_each(needs) WHERE live AND needs <> '[]'"
    ).fetchall()
    among = json.dumps(list({item for pair in pairs for item in pair}))
    turns: dict[str, int] = dict(
        db.execute(
            "SELECT DISTINCT item, turn FROM face"
            " WHERE turn IS NOT NULL AND item IN (SELECT value FROM json_each(?))",
            (among,),
        )
    )
    needs_of: dict[str, list[str]] = {}
    for item, needed in pairs:
        if item in turns and needed in turns:
            needs_of.setdefault(item, []).append(needed)
    moved: set[str] = set()
    for item in sorted(needs_of, key=lambda item: turns[item]):
        _pull(item, turns, needs_of, moved)
    db.executemany(
        "UPDATE face SET turn = ? WHERE card > ? || '#' AND card < ? || '$'",
        [(turns[item], item, item) for item in moved],
    )


def _pull(
    item: str, turns: dict[str, int], needs: Mapping[str, Sequence[str]], moved: set[str]
) -> None:
    """Give what the item needs, and what that needs, turns before the item's own."""
    above = {item: iter(needs.get(item, ()))}  # from the item down; each with what is left to pull
    while above:
        by, left = next(reversed(above.items()))
        for needed in left:
            if needed not in above and turns[needed] >= turns[by]:
                turns[needed] = turns[by] - 1
                moved.add(needed)
                above[needed] = iter(needs.get(needed, ()))
                break
        else:
            del above[by]
