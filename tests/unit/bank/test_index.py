"""The index gives what the files say, and only what changed is read again."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from banks import CARD, CHOICE, NUMERIC, item_file, open_bank, write_bank

from dlprep.bank import compile as compiling
from dlprep.bank.index import Bank
from dlprep.bank.load import Loaded, load_items
from dlprep.bank.locate import Roots
from dlprep.bank.select import Filter
from dlprep.model.catalog import Count, ExerciseHeader
from dlprep.model.message import DlprepError
from dlprep.model.text import Text
from dlprep.view.messages import words

ALL = item_file(CARD, CHOICE, NUMERIC)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read."""
    names: list[str] = []

    def noted(path: Path, file: str | None = None) -> Loaded:
        names.append(path.name)
        return load_items(path, file)

    monkeypatch.setattr(compiling, "load_items", noted)
    return names


def faults(bank: Bank) -> list[str]:
    return [words(message, "en") for message in bank.faults]


def test_an_item_comes_back_as_it_was_read(tmp_path: Path) -> None:
    """What is stored is the whole item."""
    roots = write_bank(tmp_path, mse=ALL)
    bank = Bank.open(roots, tmp_path / "cache")
    for sourced in load_items(roots.questions / "loss" / "mse.yaml").items:
        assert bank.item(sourced.item.id) == sourced.item


def test_an_unknown_id_names_its_neighbours(tmp_path: Path) -> None:
    """A mistyped id is answered with the ids that look like it."""
    bank = open_bank(tmp_path, mse=ALL)
    assert bank.get("loss.mse.unit") is None
    with pytest.raises(DlprepError) as problem:
        bank.item("loss.mse.unit")
    assert words(problem.value.messages[0], "en").startswith(
        "there is no item `loss.mse.unit`\nhint: near it are loss.mse.units"
    )


def test_nothing_is_read_while_nothing_changed(tmp_path: Path, read: list[str]) -> None:
    """The second opening reads no file; a changed one is read alone."""
    roots = write_bank(tmp_path, mse=item_file(CARD), bce=item_file(leaf="loss.bce") + " []\n")
    cache = tmp_path / "cache"
    Bank.open(roots, cache).close()
    assert sorted(read) == ["bce.yaml", "mse.yaml"]
    read.clear()
    Bank.open(roots, cache).close()
    assert read == []
    (roots.questions / "loss" / "mse.yaml").write_text(ALL, encoding="utf-8")
    assert Bank.open(roots, cache).get("loss.mse.value") is not None
    assert read == ["mse.yaml"]


def test_a_removed_file_takes_its_items_along(tmp_path: Path) -> None:
    """Items and faults of a file that is gone are gone."""
    roots = write_bank(tmp_path, mse=item_file(CARD), more=item_file(CHOICE, "- 3\n"))
    assert len(Bank.open(roots, tmp_path / "cache").faults) == 1
    (roots.questions / "loss" / "more.yaml").unlink()
    bank = Bank.open(roots, tmp_path / "cache")
    assert bank.get("loss.mse.gradient") is None
    assert bank.leaf_counts() == {"loss.mse": Count(items=1, frequency=2)}
    assert bank.faults == ()


def test_the_version_tells_when_others_have_renewed_the_index(tmp_path: Path) -> None:
    """It stays while nothing changes; who holds the bank open may keep what was read until then."""
    roots = write_bank(tmp_path, mse=ALL)
    bank = Bank.open(roots, tmp_path / "cache")
    before = bank.version
    Bank.open(roots, tmp_path / "cache").close()
    assert bank.version == before
    write_bank(tmp_path, mse=item_file(CARD))
    Bank.open(roots, tmp_path / "cache").close()
    assert bank.version != before


def test_faults_are_kept_with_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken item is named on every opening, relative to where the person is."""
    monkeypatch.chdir(tmp_path)
    roots = write_bank(tmp_path, mse=item_file(CARD.replace("difficulty: 1", "difficulty: 7")))
    for _ in range(2):
        assert faults(Bank.open(roots, tmp_path / "cache")) == [
            "questions/loss/mse.yaml:6: items[0].difficulty: expected 1 to 5, found `7`"
        ]


def test_of_equal_ids_the_first_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later file cannot take an id; once the first is gone, it may."""
    monkeypatch.chdir(tmp_path)
    again = CARD.replace("What is its unit?", "Which unit?")
    roots = write_bank(tmp_path, a=item_file(CARD), b=item_file(again))
    bank = Bank.open(roots, tmp_path / "cache")
    assert bank.item("loss.mse.units").prompt.en == "What is its unit?"
    assert bank.leaf_counts()["loss.mse"].items == 1
    assert faults(bank) == [
        (
            "questions/loss/b.yaml:3: items[0].id: the id `loss.mse.units` is taken by "
            "questions/loss/a.yaml:3; this item is left out"
        )
    ]
    (roots.questions / "loss" / "a.yaml").unlink()
    bank = Bank.open(roots, tmp_path / "cache")
    assert bank.item("loss.mse.units").prompt.en == "Which unit?"
    assert bank.faults == ()


def test_own_questions_stand_beside_the_bank(tmp_path: Path) -> None:
    """A person's own folder adds items and cannot replace those of the bank."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "mine.yaml").write_text(item_file(CARD, CHOICE), encoding="utf-8")
    shipped = write_bank(tmp_path, mse=item_file(CARD.replace("rev: 1", "rev: 2")))
    bank = Bank.open(Roots(shipped.questions, shipped.solutions, (own,)), None)
    assert bank.leaf_counts()["loss.mse"].items == 2
    assert len(bank.faults) == 1


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Filter(), ["loss.mse.units", "loss.mse.gradient", "loss.mse.value"]),
        (Filter(topics=("loss",)), ["loss.mse.units", "loss.mse.gradient", "loss.mse.value"]),
        (Filter(topics=("loss.mse.units",)), ["loss.mse.units"]),
        (Filter(topics=("mse.val",)), ["loss.mse.value"]),
        (Filter(topics=("loss.msx",)), []),
        (Filter(topics=("loss.bce",)), []),
        (Filter(topics=("均方误差",)), ["loss.mse.units", "loss.mse.gradient", "loss.mse.value"]),
        (Filter(topics=("GRADIENT",)), ["loss.mse.gradient", "loss.mse.value"]),
        (Filter(topics=("单位",)), ["loss.mse.units"]),
        (Filter(topics=("100%",)), []),
        (Filter(kinds=frozenset({"numeric", "card"})), ["loss.mse.units", "loss.mse.value"]),
        (Filter(difficulty=frozenset({2})), ["loss.mse.gradient"]),
        (Filter(topics=("units", "value"), kinds=frozenset({"numeric"})), ["loss.mse.value"]),
    ],
)
def test_filters(tmp_path: Path, wanted: Filter, ids: list[str]) -> None:
    """Counts, n-th items and lists agree under every filter."""
    bank = open_bank(tmp_path, mse=ALL)
    assert sorted(header.id for header in bank.all_headers(wanted)) == sorted(ids)
    counts = bank.leaf_counts(wanted)
    assert counts == ({"loss.mse": Count(len(ids), 2)} if ids else {})
    assert sorted(bank.nth("loss.mse", wanted, n) for n in range(len(ids))) == sorted(ids)
    with pytest.raises(IndexError):
        bank.nth("loss.mse", wanted, len(ids))


def test_search_finds_every_word_and_topics_first(tmp_path: Path) -> None:
    """All words must occur; a hit in topic or id stands before one in the text."""
    bank = open_bank(tmp_path, mse=item_file(CHOICE, CARD))
    assert [header.id for header in bank.search("squared error")] == ["loss.mse.units"]
    assert [header.id for header in bank.search("梯度")] == ["loss.mse.gradient"]
    assert bank.search("squared nothing") == ()
    assert bank.search("  ") == ()


def test_registries(tmp_path: Path) -> None:
    """Titles, plan, conventions and mistakes come from the index."""
    bank = open_bank(tmp_path)
    assert bank.leaf_title("loss.mse") == Text("均方误差", "Mean squared error")
    assert bank.leaf_title("no.such") == Text("no.such", "no.such")
    assert list(bank.leaves()) == ["loss.mse", "loss.bce"]
    assert [(each.kind, each.topic) for each in bank.plan] == [
        ("card", "units"),
        ("choice", "gradient"),
        ("choice", "noise"),
    ]
    assert bank.outline.tree[0].children[1].id == "loss.bce"
    reduction, mistake = bank.convention("reduction-mean"), bank.mistake("mean-missing")
    assert reduction is not None
    assert reduction.text.en == "the mean"
    assert mistake is not None
    assert mistake.name.zh == "漏了平均"
    assert bank.mistake("no-such") is None


def test_a_changed_registry_is_read_again(tmp_path: Path) -> None:
    """A mistake added to the registry is known at the next opening."""
    roots = write_bank(tmp_path, mse=ALL)
    Bank.open(roots, tmp_path / "cache").close()
    with (roots.questions / "mistakes.yaml").open("a", encoding="utf-8") as file:
        file.write("- {code: halved, name: {zh: 减半, en: halved}}\n")
    assert Bank.open(roots, tmp_path / "cache").mistake("halved") is not None


def test_exercises(tmp_path: Path) -> None:
    """Every name of every function leads to its exercise and its solution."""
    text = """\
items:
- id: code.conv2d-naive
  leaf: loss.mse
  kind: code
  topic: units
  difficulty: 1
  frequency: 1
  minutes: 5
  prompt: {zh: 写, en: write}
  explanation: {zh: 乘, en: multiply}
  functions: [{name: conv, aliases: [conv2d]}, {name: back}]
  inputs: {}
  script: []
  cases: []
"""
    bank = open_bank(tmp_path, code=text)
    assert bank.exercises() == (
        ExerciseHeader("code.conv2d-naive", (("conv", "conv2d"), ("back",)), "loss.mse"),
    )
    assert bank.solution_path("code.conv2d-naive") == tmp_path / "solutions" / "conv2d_naive.py"


def test_a_cache_that_is_no_database_is_replaced(tmp_path: Path) -> None:
    """A damaged index is made anew."""
    roots = write_bank(tmp_path, mse=ALL)
    Bank.open(roots, tmp_path / "cache").close()
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(b"not a database" * 100)
    assert Bank.open(roots, tmp_path / "cache").get("loss.mse.units") is not None
    assert file.read_bytes().startswith(b"SQLite format 3")


def test_without_a_usable_cache_the_bank_still_opens(tmp_path: Path) -> None:
    """A cache folder that cannot be made is no reason to refuse a quiz."""
    (tmp_path / "cache").write_text("a file, not a folder", encoding="utf-8")
    bank = Bank.open(write_bank(tmp_path, mse=ALL), tmp_path / "cache" / "dlprep")
    assert bank.get("loss.mse.units") is not None


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_a_read_only_cache_still_works(tmp_path: Path) -> None:
    """A fresh index is read where nothing can be written."""
    roots = write_bank(tmp_path, mse=ALL)
    Bank.open(roots, tmp_path / "cache").close()
    (tmp_path / "cache").chmod(0o500)
    assert Bank.open(roots, tmp_path / "cache").get("loss.mse.units") is not None


def test_an_index_of_another_layout_is_made_anew(tmp_path: Path) -> None:
    """An older program's index is not trusted."""
    roots = write_bank(tmp_path, mse=ALL)
    Bank.open(roots, tmp_path / "cache").close()
    (file,) = (tmp_path / "cache").iterdir()
    with sqlite3.connect(file) as db:
        db.execute("UPDATE meta SET value = '0 0.0 0'")
        db.execute("ALTER TABLE item DROP COLUMN body")
    db.close()
    assert Bank.open(roots, tmp_path / "cache").get("loss.mse.units") is not None


def test_a_fresh_index_reads_no_yaml(tmp_path: Path) -> None:
    """The quiz path never loads the YAML reader while the index is fresh."""
    roots = write_bank(tmp_path, mse=ALL)
    program = (
        "import sys; from pathlib import Path; from dlprep.bank.index import Bank;"
        "from dlprep.bank.locate import Roots;"
        f"roots = Roots(Path({str(roots.questions)!r}), Path({str(roots.solutions)!r}));"
        f"print(Bank.open(roots, Path({str(tmp_path / 'cache')!r})).item('loss.mse.value').id,"
        "sorted(sys.modules.keys() & {'yaml', 'numpy', 'sympy', 'rich', 'difflib'}))"
    )
    Bank.open(roots, tmp_path / "cache").close()
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout == "loss.mse.value []\n"


def test_progress_counts_files(tmp_path: Path) -> None:
    """While files are read, progress is told; first of all before the long list of mistakes is."""
    seen: list[tuple[int, int]] = []
    roots = write_bank(tmp_path, a=item_file(CARD), b=item_file(CHOICE))
    Bank.open(roots, None, lambda done, total: seen.append((done, total)))
    assert seen == [(0, 2), (1, 2), (2, 2)]


def noise(cache: Path) -> Path:
    """The page of the cached index at which its items begin is overwritten."""
    (index,) = cache.glob("bank-*.sqlite3")
    with closing(sqlite3.connect(index)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'item'").fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    with index.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)
    return index


def test_a_damaged_index_is_removed_and_said_so(tmp_path: Path) -> None:
    """The run that finds it says what to do, the next one reads the bank anew."""
    roots, cache = write_bank(tmp_path, mse=ALL), tmp_path / "cache"
    Bank.open(roots, cache).close()
    index = noise(cache)
    bank = Bank.open(roots, cache)
    with pytest.raises(DlprepError) as caught:
        list(bank.all_headers())
    bank.close()
    assert "run the command again" in words(caught.value.messages[0], "en")
    assert not index.exists()
    assert Bank.open(roots, cache).item("loss.mse.units").id == "loss.mse.units"


def test_links_that_lead_nowhere_or_back_are_no_trap(tmp_path: Path) -> None:
    """A dead link is a fault; a folder that contains itself is read once."""
    roots = write_bank(tmp_path, mse=ALL)
    leaf = roots.questions / "loss"
    (leaf / "dead.yaml").symlink_to(tmp_path / "nowhere")
    (leaf / "again").symlink_to(leaf)
    (leaf / "up").symlink_to("..")
    os.mkfifo(leaf / "pipe.yaml")
    bank = Bank.open(roots, None)
    assert [fault.partition("loss/")[2] for fault in faults(bank)] == [
        "dead.yaml: cannot be read (there is no such file or folder)",
        "pipe.yaml: this is not a regular file",
    ]
    assert len(list(bank.all_headers())) == 3


@pytest.mark.skipif(os.getuid() == 0, reason="root opens anything")
def test_a_folder_that_may_not_be_opened_is_a_fault(tmp_path: Path) -> None:
    """The rest of the bank works."""
    roots = write_bank(tmp_path, mse=ALL)
    (roots.questions / "closed").mkdir(mode=0)
    bank = Bank.open(roots, None)
    assert [fault.partition("questions/")[2] for fault in faults(bank)] == [
        "closed: cannot be read (permission is denied)"
    ]
    assert bank.get("loss.mse.units")


def test_faults_are_found_without_a_look_at_every_item(tmp_path: Path) -> None:
    """Every quiz asks for them first, in a bank of 100,000 items too."""
    bank = open_bank(tmp_path, mse=ALL)
    asked: list[str] = []
    bank._db.set_trace_callback(asked.append)
    assert bank.faults == ()
    bank._db.set_trace_callback(None)
    plans = [row for sql in asked for row in bank._db.execute(f"EXPLAIN QUERY PLAN {sql}")]
    scanned = {plan[3] for plan in plans if plan[3].startswith("SCAN")}
    assert scanned == {"SCAN again USING INDEX item_twice", "SCAN fault"}
