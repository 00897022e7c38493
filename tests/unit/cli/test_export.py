"""`dlprep export` and `dlprep import`."""

from __future__ import annotations

import csv
import errno
import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from shipped import settled

from dlprep.cli import app as command_line
from dlprep.cli import words
from dlprep.model.flashcard import Face
from dlprep.model.message import ExitCode
from dlprep.view.anki import html


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DLPREP_HOME", settled(tmp_path / "home"))
    monkeypatch.setenv("DLPREP_LANG", "en")
    monkeypatch.chdir(tmp_path)
    words.language.cache_clear()


def test_csv_and_json_lines_hold_the_same_cards(capsys: pytest.CaptureFixture[str]) -> None:
    """A row or a line each, with both sides."""
    for form in ("csv", "jsonl"):
        assert command_line.run(["export", form, f"c.{form}", "--topic", "loss"]) == ExitCode.OK
    rows = list(csv.DictReader(io.StringIO(Path("c.csv").read_text("utf-8"), newline="")))
    lines = [json.loads(line) for line in Path("c.jsonl").read_text("utf-8").splitlines()]
    assert rows == lines
    assert all(
        row["front"] and row["back"] and row["id"].startswith(("loss", "der", "code"))
        for row in rows
    )
    assert f"{len(rows)} cards written to c.csv" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"$a<b$", r"\(a&lt;b\)"),
        ("`x & y` <b>", "<code>x &amp; y</code> &lt;b&gt;"),
        ("one\ntwo", "one<br>two"),
        (r"costs \$5", "costs $5"),
    ],
    ids=["formula", "code", "lines", "dollar"],
)
def test_a_field_is_escaped(text: str, shown: str) -> None:
    """No text of the bank is read as markup."""
    assert html(text) == shown


def packed(path: Path, reviews: list[tuple[str, int, int]]) -> None:
    """A package as Anki exports it for older versions: guid, time, button."""
    with closing(sqlite3.connect("collection.anki2")) as db:
        db.executescript(
            "CREATE TABLE notes (id, guid); CREATE TABLE cards (id, nid);"
            "CREATE TABLE revlog (id, cid, ease, time, type);"
        )
        for n, (guid, at_ms, ease) in enumerate(reviews):
            db.execute("INSERT INTO notes VALUES (?, ?)", (n, guid))
            db.execute("INSERT INTO cards VALUES (?, ?)", (n, n))
            db.execute("INSERT INTO revlog VALUES (?, ?, ?, 900, 1)", (at_ms, n, ease))
        db.commit()
    with zipfile.ZipFile(path, "w") as package:
        package.write("collection.anki2")


def test_reviews_of_anki_are_taken_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Other cards are counted and left; changes by hand (button 0) are no reviews."""
    assert command_line.run(["export", "jsonl", "c.jsonl"]) == ExitCode.OK
    card = json.loads(Path("c.jsonl").read_text("utf-8").splitlines()[0])["id"]
    at = 1_800_000_000_000
    packed(
        Path("a.apkg"), [(f"{card}@en", at, 3), ("others", at + 1, 3), (f"{card}@en", at + 2, 0)]
    )
    for said in ("Reviews: 1 new, 0 there already", "Reviews: 0 new, 1 there already"):
        capsys.readouterr()
        assert command_line.run(["import", "anki", "a.apkg"]) == ExitCode.OK
        assert said in (err := capsys.readouterr().err)
        assert "1 of other cards" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "pdf", "x.pdf"], "there is no format `pdf`"),
        (["export", "csv", "no/such/x.csv"], "cannot be written"),
        (["import", "supermemo", "x"], "the format `supermemo` cannot be imported"),
        (["import", "anki", "none.apkg"], "cannot be read"),
        (["import", "anki", "notes.txt"], "is no package exported by Anki"),
        (["import", "anki", "new.apkg"], "tick `Support older Anki versions`"),
    ],
    ids=["format", "folder", "other program", "missing", "no package", "new form"],
)
def test_a_wrong_call_is_named(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2 and a sentence."""
    Path("notes.txt").write_text("hello")
    with zipfile.ZipFile("new.apkg", "w") as package:
        package.writestr("collection.anki21b", b"")
    assert command_line.run(arguments) == ExitCode.USAGE
    assert said in capsys.readouterr().err


def test_flashcards_can_be_exported_too(capsys: pytest.CaptureFixture[str]) -> None:
    """`--export anki` writes `dlprep.apkg` here and holds no session."""
    assert command_line.run(["flashcards", "--export", "anki", "--topic", "loss"]) == ExitCode.OK
    assert "cards written to dlprep.apkg" in capsys.readouterr().err
    with zipfile.ZipFile("dlprep.apkg") as package:
        assert "collection.anki2" in package.namelist()


def test_what_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault amid the cards takes the draft away, keeps the old file, and notes no change."""
    Path("c.apkg").write_text("the last one")

    def broken(*_: object) -> Iterator[Face]:
        raise OSError(errno.ENOSPC, "no space left")
        yield

    monkeypatch.setattr("dlprep.cli.export.cards_out", broken)
    assert command_line.run(["export", "anki", "c.apkg"]) == ExitCode.USAGE
    assert Path("c.apkg").read_text() == "the last one"
    assert {path.name for path in tmp_path.iterdir()} == {"c.apkg", "home"}
