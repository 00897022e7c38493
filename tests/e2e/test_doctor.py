"""`dlprep doctor` as a person calls it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def doctor(home: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dlprep", "doctor", *options],
        env=os.environ | {"DLPREP_HOME": str(home), "COLUMNS": "80"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("isolation L", "no progress yet", "free on the disk")),
        ("zh", ("隔离 L", "磁盘还有")),
    ],
)
def test_a_sound_machine_is_told_so(lang: str, words: tuple[str, ...], tmp_path: Path) -> None:
    """A line for each thing, nothing wider than the screen, exit code 0, nothing made."""
    done = doctor(tmp_path, "--lang", lang)
    assert done.returncode == 0, done.stdout + done.stderr
    for word in words:
        assert word in done.stdout
    assert "✗" not in done.stdout
    assert not (tmp_path / "data").exists()


def test_what_needs_repair_gives_exit_code_1(tmp_path: Path) -> None:
    """A database that is none is named; the rest is examined all the same."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "progress.sqlite3").write_text("not a database " * 100, encoding="utf-8")
    done = doctor(tmp_path, "--json")
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert (report["schema"], report["healthy"]) == (1, False)
    states = {each["about"]: each["state"] for each in report["findings"]}
    assert states["progress"] == "fault"
    assert states["bank"] == states["space"] == "fine"
