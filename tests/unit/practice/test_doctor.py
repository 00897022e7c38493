"""What the doctor finds sound, what only worth knowing, and what in need of repair."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dlprep.bank.index import Bank
from dlprep.bank.locate import find_roots
from dlprep.check.court import MOST
from dlprep.model.event import Moment, NewEvent
from dlprep.model.sitting import Sitting, Timed, Worked
from dlprep.practice.doctor import clocks, isolation, programs, progress, questions
from dlprep.store.store import Store

NOON = Moment(at_ms=1_700_000_000_000, tz_min=0, day=19_675)
FORKS = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def test_python_and_numpy_are_sound() -> None:
    """Versions are told without importing anything."""
    found = {each.about: each for each in programs()}
    assert found["python"].state == found["numpy"].state == "fine"
    assert found["torch"].state in {"fine", "note"}


@FORKS
def test_the_level_told_is_one_that_was_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    """A real child is confined; where a person has set a limit the reason is told as well."""
    monkeypatch.setenv(MOST, "L1")
    codes = [each.said.code for each in isolation()]
    assert codes[:2] == ["doctor.level-L1", "doctor.capped"]


def test_without_fork_no_code_can_be_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """That is a fault, not a level."""
    monkeypatch.delattr(os, "fork", raising=False)
    assert [(each.state, each.said.code) for each in isolation()] == [("fault", "doctor.no-fork")]


def test_progress_is_counted_and_damage_told(tmp_path: Path) -> None:
    """No file yet is in order and stays so; a file that is overwritten is not."""
    database = tmp_path / "data" / "progress.sqlite3"
    assert [each.said.code for each in progress(database)] == ["doctor.no-progress", "doctor.space"]
    assert not database.exists()
    with Store.open(database) as store:
        store.append(NOON, [NewEvent(kind="mark", subject="a.b", source="quiz")])
    sound, _ = progress(database)
    assert (sound.state, sound.said.values["count"]) == ("fine", 1)
    database.write_bytes(b"not a database" * 1000)
    broken, _ = progress(database)
    assert broken.state == "fault"


def test_a_damaged_page_is_found(tmp_path: Path) -> None:
    """SQLite's own examination is asked for, not only whether the file opens."""
    database = tmp_path / "progress.sqlite3"
    events = [NewEvent(kind="mark", subject=f"a.{n}", source="quiz") for n in range(400)]
    with Store.open(database) as store:
        store.append(NOON, events)
    raw = bytearray(database.read_bytes())
    raw[len(raw) // 2 : len(raw) // 2 + 4096] = bytes(4096)
    database.write_bytes(raw)
    found, _ = progress(database)
    assert found.state == "fault"


def test_little_room_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a person answers must fit on the disk."""
    monkeypatch.setattr("dlprep.practice.doctor.ROOM", 1 << 70)
    assert [each.said.code for each in progress(tmp_path / "p.sqlite3")][1] == "doctor.no-space"


def test_the_bank_and_its_index(tmp_path: Path) -> None:
    """The shipped bank is sound; an index that cannot be kept is worth knowing."""
    roots = find_roots(None)
    kept = list(questions(Bank.open(roots, tmp_path / "cache"), tmp_path / "cache"))
    assert [each.said.code for each in kept] == ["doctor.bank", "doctor.index"]
    unkept = list(questions(Bank.open(roots, None), tmp_path / "none"))
    assert [(each.state, each.said.code) for each in unkept] == [
        ("fine", "doctor.bank"),
        ("note", "doctor.no-index"),
    ]


def test_faults_of_a_bank_are_counted(tmp_path: Path) -> None:
    """The first is told in full."""
    (tmp_path / "loss.yaml").write_text("leaf: loss.mse\nitems: [{id: x}]\n", encoding="utf-8")
    found = list(questions(Bank.open(find_roots(str(tmp_path)), None), tmp_path))
    assert [each.said.code for each in found if each.state == "fault"] == [
        "doctor.bank",
        "doctor.bank-faults",
    ]


def test_clocks_that_were_forgotten_and_files_that_have_gone_are_told(tmp_path: Path) -> None:
    """Both worth knowing, neither a fault; so is a machine that cannot tell its starts apart."""
    file = tmp_path / "relu_fb.py"
    file.touch()

    def timed(name: str, path: Path, *, capped: bool = False) -> Timed:
        sitting = Sitting(exercise=f"code.{name}", id="e", began_ms=0, file=str(path))
        return Timed(sitting=sitting, worked=Worked(capped=capped), target_min=3)

    found = clocks(
        [timed("a", file), timed("b", file, capped=True), timed("c", tmp_path / "gone.py")], "one"
    )
    assert [(each.state, each.said.code, each.said.values["id"]) for each in found] == [
        ("fine", "doctor.clock-running", "a"),
        ("note", "doctor.clock-forgotten", "b"),
        ("note", "doctor.clock-no-file", "c"),
    ]
    assert [each.said.code for each in clocks([], "")] == ["doctor.no-clock", "doctor.no-boot"]
