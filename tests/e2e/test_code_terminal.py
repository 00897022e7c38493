"""`dlprep code start` at a terminal, where a file is there already."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from shipped import settled
from terminal import Terminal

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def started(home: Path) -> Terminal:
    """The question about a file with work in it."""
    (home / "relu.py").write_text("mine = 1\n")
    terminal = Terminal(home, "en", "code", "start", "relu-fb", str(home / "relu.py"))
    terminal.until("q leave it")
    return terminal


def states(home: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "dlprep", "code", "status", "--json"],
        env=os.environ | {"DLPREP_HOME": settled(home)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return [each["state"] for each in json.loads(done.stdout)["open"]]


def test_a_person_may_leave_it(tmp_path: Path) -> None:
    """Neither file nor clock is touched."""
    terminal = started(tmp_path)
    terminal.press("xq")
    terminal.until("the clock is not started")
    assert terminal.exit_code() == 0
    assert states(tmp_path) == []
    assert [each.name for each in tmp_path.glob("*.py*")] == ["relu.py"]


def test_a_new_starter_keeps_the_old_file(tmp_path: Path) -> None:
    """Under another name, which is told."""
    terminal = started(tmp_path)
    terminal.press("n")
    terminal.until("relu.py.bak")
    assert terminal.exit_code() == 0
    assert (tmp_path / "relu.py.bak").read_text() == "mine = 1\n"
    assert "raise NotImplementedError" in (tmp_path / "relu.py").read_text()
    assert states(tmp_path) == ["running"]


def test_the_question_waits_while_it_is_in_the_background(tmp_path: Path) -> None:
    """A shell takes the terminal back to whole lines meanwhile; afterwards one key is enough."""
    terminal = started(tmp_path)
    os.kill(terminal._process.pid, signal.SIGSTOP)
    mode = termios.tcgetattr(terminal._screen)
    mode[3] |= termios.ICANON | termios.ECHO
    termios.tcsetattr(terminal._screen, termios.TCSANOW, mode)
    os.kill(terminal._process.pid, signal.SIGCONT)
    terminal.press("k")
    terminal.until("is left as it is")
    assert terminal.exit_code() == 0
    assert (tmp_path / "relu.py").read_text() == "mine = 1\n"
    assert states(tmp_path) == ["running"]
