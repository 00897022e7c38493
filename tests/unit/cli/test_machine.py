"""The clock that cannot be set, and which start of the machine it counts from."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from dlprep.cli import machine
from dlprep.model.event import Moment

NOON = Moment(at_ms=1_700_000_000_000, tz_min=0, day=19_675)


def test_a_reading_has_both_clocks() -> None:
    """The wall clock's is that of the moment, the other goes on by itself."""
    before = time.monotonic_ns() // 1_000_000
    first, second = machine.reading(NOON), machine.reading(NOON)
    assert first.at_ms == second.at_ms == NOON.at_ms
    assert before <= first.mono_ms <= second.mono_ms <= time.monotonic_ns() // 1_000_000
    assert first.boot == second.boot


def test_a_start_is_known_by_the_word_of_the_kernel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without its line's end."""
    word = tmp_path / "boot_id"
    word.write_text("2bd1c5a0-6f5e-4c6c-9c1f-0123456789ab\n")
    monkeypatch.setattr(machine, "_BOOT", word)
    monkeypatch.setattr(sys, "platform", "linux")
    assert machine.reading(NOON).boot == "2bd1c5a0-6f5e-4c6c-9c1f-0123456789ab"


def test_a_system_that_has_no_such_word_gives_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Times are then by the wall clock and say so."""
    monkeypatch.setattr(machine, "_BOOT", tmp_path / "nothing")
    monkeypatch.setattr(sys, "platform", "win32")
    assert machine.reading(NOON).boot == ""


def test_macos_is_asked_by_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """And is no worse off where that is missing."""
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(machine, "_said_by", lambda *command: asked.append(command) or "A-B")
    assert machine.reading(NOON).boot == "A-B"
    assert asked == [("sysctl", "-n", "kern.bootsessionuuid")]
    monkeypatch.undo()
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("PATH", "")
    assert machine.reading(NOON).boot == ""
