"""`dlprep flashcards` as a process: its JSON lines, and what happens when the world fails."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from killed import CARD, caches_equal_replay

from dlprep.store.store import Store

COMMAND = [sys.executable, "-m", "dlprep"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home of its own, with a bank of 300 cards on three leaves."""
    for leaf in ("loss.mse", "loss.bce", "optim.adam"):
        file = tmp_path / "bank" / "questions" / f"{leaf.replace('.', '/')}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        cards = "".join(CARD.format(leaf=leaf, n=n) for n in range(100))
        file.write_text(f"leaf: {leaf}\nitems:{cards}", encoding="utf-8")
    return tmp_path


def surroundings(home: Path) -> dict[str, str]:
    own = {"DLPREP_HOME": str(home), "DLPREP_BANK": str(home / "bank"), "DLPREP_LANG": "en"}
    return os.environ | own


def start(home: Path, *arguments: str, **options: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, "flashcards", "--json", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=surroundings(home),
        **options,
    )


def talk(
    home: Path, *lines: object, arguments: tuple[str, ...] = (), **options: object
) -> tuple[list[dict[str, Any]], int, str]:
    """Send lines, read all answers; the exit code and what stood on stderr."""
    said = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    process = start(home, *arguments, **options)
    out, err = process.communicate(said, timeout=60)
    return [json.loads(line) for line in out.splitlines()], process.returncode, err


def database(home: Path) -> Path:
    return home / "data" / "progress.sqlite3"


def consistent(home: Path) -> bool:
    with Store.open(database(home)) as store:
        return caches_equal_replay(store)


def test_a_session_of_json_lines(home: Path) -> None:
    """A card, a grade, `saved` with the event's id, the next card, and a summary at the end."""
    told, code, err = talk(home, {"rating": 3}, {"rating": 4}, arguments=("--new", "2"))
    assert [line["type"] for line in told] == ["card", "saved", "card", "saved", "summary"]
    card, saved = told[0], told[1]
    assert (
        card.items()
        >= {
            "card": f"{card['item']}#front",
            "new": True,
            "kind": "card",
            "new_left": 2,
            "due_left": 0,
        }.items()
    )
    assert card["front"].startswith("ask ")
    assert card["back"].startswith("answer ")
    assert set(card["intervals"]) == {"1", "2", "3", "4"}
    with Store.open(database(home)) as store:
        event = store.event(saved["event"])
        state = store.cards()[card["card"]]
    assert (event.kind, event.subject, event.rating) == ("review", card["card"], 3)
    assert state.due - event.day == card["intervals"]["3"]
    assert told[-1].items() >= {"reviews": 2, "again": 0, "introduced": 2}.items()
    assert (code, err) == (0, "")


def test_bad_lines_are_named_and_the_session_goes_on(home: Path) -> None:
    """Each bad line gets an `error`, the card stays, and the next good line is taken."""
    bad = [
        "nonsense", "[1]", '"3"', "3", "null", "{", "[" * 100_000, {"rating": 0}, {"rating": 5},
        {"rating": "3"}, {"rating": True}, {"rating": 3.0}, {"command": "dance"},
        {"command": ["undo"]}, {"rating": 3, "command": "undo"}, {}, {"command": "undo"},
    ]  # fmt: skip
    told, code, err = talk(home, *bad, "", {"rating": 3}, arguments=("--new", "1"))
    assert [line["type"] for line in told] == [
        "card", *["error"] * len(bad), "saved", "summary",
    ]  # fmt: skip
    texts = [line["message"] for line in told[1:-2]]
    assert texts[0] == "this line is not a JSON object: nonsense"
    assert texts[7] == (
        'expected {"rating": 1..4} or {"command": "undo"|"bury"|"suspend"|"mark"|"quit"}, '
        'got: {"rating": 0}'
    )
    assert texts[-1] == "there is nothing to undo"
    assert max(map(len, texts)) < 250
    assert (code, err) == (0, "")


def test_commands_change_the_pile(home: Path) -> None:
    """Undo brings the card back; bury, suspend and mark are saved; quit ends."""
    commands = [{"command": name} for name in ("bury", "suspend", "undo", "mark", "quit")]
    told, code, _ = talk(home, {"rating": 3}, {"command": "undo"}, *commands)
    kinds = [line["kind"] for line in told if line["type"] == "saved"]
    assert kinds == ["review", "undo", "bury", "suspend", "undo", "mark"]
    cards = [line["card"] for line in told if line["type"] == "card"]
    assert cards[0] == cards[2]
    assert cards[3] == cards[5]
    assert told[-1]["type"] == "summary"
    assert code == 0


def test_the_end_of_the_input_ends_cleanly(home: Path) -> None:
    """No line at all still gives the first card and a summary."""
    told, code, err = talk(home)
    assert [line["type"] for line in told] == ["card", "summary"]
    assert (code, err) == (0, "")


def test_without_a_terminal_keys_are_lines(home: Path) -> None:
    """Any line shows the back, a grade is taken, `q` ends; the answer stands before the grades."""
    done = subprocess.run(
        [*COMMAND, "flashcards", "--new", "3"], input="\n3\nx\n4\nq\n", text=True,
        capture_output=True, env=surroundings(home), timeout=60, check=False,
    )  # fmt: skip
    assert "0 due · 3 new" in done.stdout
    assert done.stdout.index("answer") < done.stdout.index("1 again <1d")
    assert "reviews 2 · remembered 2 · again 0 · new 2" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")


def test_nothing_heavy_is_imported_before_the_first_card(home: Path) -> None:
    """A fresh index needs no YAML; a card needs neither arrays nor symbols."""
    talk(home)
    watch = (
        "import io, sys; sys.stdin = io.StringIO('')\n"
        "sys.argv = ['dlprep', 'flashcards', '--json']\n"
        "from dlprep.cli.app import run; code = run()\n"
        "print(code, {'yaml', 'numpy', 'sympy', 'pydantic'} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", watch], capture_output=True, text=True, env=surroundings(home),
        timeout=60, check=True,
    )  # fmt: skip
    assert done.stderr.strip() == "0 set()"


def test_the_log_is_exported_as_json_lines(home: Path) -> None:
    """Every column of the event table, one event a line, to stdout or to a file."""
    talk(home, {"rating": 3}, {"command": "undo"}, {"rating": 1}, {"command": "quit"})
    ask = [*COMMAND, "log", "export"]
    out = subprocess.run(ask, capture_output=True, env=surroundings(home), timeout=60, check=True)
    events = [json.loads(line) for line in out.stdout.decode().splitlines()]
    assert [e["kind"] for e in events] == ["params", "review", "undo", "review"]
    assert events[2]["undoes"] == events[1]["id"]
    assert [e["seq"] for e in events] == [1, 2, 3, 4]
    with closing(sqlite3.connect(database(home))) as db:
        columns = [row[1] for row in db.execute("PRAGMA table_info(event)")]
    assert set(events[0]) == set(columns)
    file = home / "log.jsonl"
    subprocess.run([*ask, str(file)], env=surroundings(home), timeout=60, check=True)
    assert file.read_bytes() == out.stdout


def small_files(kib: int) -> Callable[[], None]:
    """Files of the child may not grow beyond this: what a full disk or a quota does."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kib * 1024, kib * 1024))

    return limit


def test_a_full_disk_is_named_and_nothing_is_half_written(home: Path) -> None:
    """The review that did not fit is refused with a sentence and exit code 2; those before stay."""
    talk(home, {"rating": 3}, arguments=("--new", "1"))
    # The first round made index and database; their files may grow to 100 KiB only.
    told, code, err = talk(
        home, *[{"rating": 2}] * 200, arguments=("--new", "200"), preexec_fn=small_files(100)
    )
    saved = [line["event"] for line in told if line["type"] == "saved"]
    assert told[-1]["type"] == "error"
    assert told[-1]["code"] in {"store.full", "store.disk"}
    assert "this step was not saved" in err
    assert "Traceback" not in err
    assert code == 2
    with Store.open(database(home)) as store:
        assert [e.id for e in store.events({"review"})][1:] == saved
    assert consistent(home)


def test_a_full_disk_from_the_start_is_named(home: Path) -> None:
    """Where not even the database fits, one sentence and no traceback."""
    talk(home)
    shutil.rmtree(home / "data")
    _, code, err = talk(home, {"rating": 3}, preexec_fn=small_files(2))
    assert code == 2
    assert err.startswith("error: ")
    assert "Traceback" not in err


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_read_only_place_is_named(home: Path, what: str) -> None:
    """A file or folder that may not be written is named, with what to do about it."""
    talk(home, {"rating": 3}, arguments=("--new", "1"))
    data = home / "data"
    for path in data.iterdir():
        path.chmod(0o444)
    data.chmod(0o555 if what == "folder" else 0o777)
    try:
        _, code, err = talk(home, {"rating": 3}, preexec_fn=obey_permissions)
    finally:
        data.chmod(0o755)
    assert code == 2, err
    assert str(database(home)) in err
    assert "DLPREP_HOME" in err
    assert "Traceback" not in err


def obey_permissions() -> None:
    """The administrator may write everywhere; the child gives that right up (Linux)."""
    drop_from_bounding_set, override_permissions = 24, 1
    if os.getuid() == 0:
        ctypes.CDLL(None).prctl(drop_from_bounding_set, override_permissions, 0, 0, 0)


def test_a_locked_file_is_named(home: Path) -> None:
    """Five seconds of patience, then a sentence; the same answer is taken afterwards."""
    talk(home)
    with closing(sqlite3.connect(database(home))) as other:
        other.execute("BEGIN IMMEDIATE")
        told, code, err = talk(home, {"rating": 3})
    assert [line["type"] for line in told] == ["card", "error"]
    assert told[1]["code"] == "store.locked"
    assert "held by another program" in err
    assert code == 2
    told, code, _ = talk(home, {"rating": 3}, {"command": "quit"})
    assert [line["type"] for line in told[:2]] == ["card", "saved"]
    assert code == 0


def test_two_terminals_at_once_lose_nothing(home: Path) -> None:
    """Both answer forty cards at the same time, from the very first opening on."""
    processes = [start(home, "--new", "40") for _ in range(2)]
    for process in processes:
        process.stdin.write('{"rating": 3}\n' * 40)
        process.stdin.close()
    told = [json.loads(line) for process in processes for line in process.stdout]
    problems = [process.stderr.read() for process in processes]
    for process in processes:
        process.stdout.close()
        process.stderr.close()
    assert [process.wait() for process in processes] == [0, 0], problems
    acknowledged = {line["event"] for line in told if line["type"] == "saved"}
    with Store.open(database(home)) as store:
        stored = list(store.events({"review"}))
    assert {event.id for event in stored} == acknowledged
    assert [event.seq for event in stored] == sorted(event.seq for event in stored)
    assert consistent(home)
