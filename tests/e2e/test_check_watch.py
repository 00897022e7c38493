"""`dlprep check --watch` at a real terminal: one report a save, a few keys, a clean end."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

RIGHT = """
import numpy as np

def relu_forward(x):
    return np.maximum(x, 0), x

def relu_backward(dout, cache):
    return dout * (cache > 0)
"""
WRONG = RIGHT.replace("cache > 0", "dout > 0")
PATIENCE = 40  # seconds until a screen that never comes fails the test
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal:
    """A dlprep process that watches a file, with a terminal of its own."""

    def __init__(self, home: Path, lang: str, *options: str) -> None:
        self.file = home / "answer.py"
        self._screen, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        own = {"DLPREP_HOME": str(home), "DLPREP_LANG": lang, "TERM": "xterm-256color"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "dlprep", "check", str(self.file), "--watch", *options],
            stdin=other,
            stdout=other,
            stderr=other,
            env=os.environ | own,
            start_new_session=True,
            preexec_fn=_at_the_terminal,  # noqa: PLW1509 - no threads
        )
        os.close(other)

    def save(self, program: str) -> None:
        self.file.write_text(program, encoding="utf-8")

    def press(self, keys: str) -> None:
        os.write(self._screen, keys.encode())

    def until(self, words: str) -> str:
        """What appears up to these words."""
        seen, end = "", time.monotonic() + PATIENCE
        while words not in seen:
            ready, _, _ = select.select([self._screen], [], [], max(end - time.monotonic(), 0))
            assert ready, f"no {words!r} in {seen!r}"
            seen += ESCAPES.sub("", os.read(self._screen, 65536).decode("utf-8", "replace"))
        return seen

    def exit_code(self) -> int:
        try:
            return self._process.wait(PATIENCE)
        finally:
            self._process.kill()
            self._process.wait()
            os.close(self._screen)


def _at_the_terminal() -> None:
    """The terminal's keys reach the process, also where the tests run in the background."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_each_save_shows_one_report_and_what_changed(tmp_path: Path) -> None:
    """The time, what is right now, a short line where nothing is new; q leaves with the last
    report's exit code."""
    (tmp_path / "answer.py").write_text(WRONG, encoding="utf-8")
    terminal = Terminal(tmp_path, "en")
    first = terminal.until("q quit   h hint   m map   r other numbers")
    assert re.search(r"\d\d:\d\d:\d\d  watching ", first)
    assert "✗ relu_backward: dx" in first
    assert "--hint" not in first
    terminal.save(WRONG + "\n")
    terminal.until("checked again, nothing changed")
    terminal.save(RIGHT + "def (")
    assert "syntax error" in terminal.until("q quit")
    terminal.save(RIGHT)
    assert "✓ relu_backward  right in" in terminal.until("q quit").replace("   right", "  right")
    terminal.press("q")
    assert terminal.exit_code() == 0


def test_keys_give_hints_and_maps(tmp_path: Path) -> None:
    """In Chinese; Ctrl-C leaves as an interruption."""
    (tmp_path / "answer.py").write_text(WRONG, encoding="utf-8")
    terminal = Terminal(tmp_path, "zh")
    terminal.until("q 退出")
    terminal.press("h")
    assert "提示 1/" in terminal.until("q 退出")
    terminal.press("m")
    assert "· 对   ░ 差不到一成" in terminal.until("q 退出")
    terminal.press("r")
    assert "换了一组数" in terminal.until("q 退出")
    terminal.press("\x03")
    assert "已中断" in terminal.until("不会丢失")
    assert terminal.exit_code() == 130


def test_a_file_that_goes_bad_is_told_and_waited_for(tmp_path: Path) -> None:
    """What would be a wrong call at the start is a line on the screen later."""
    (tmp_path / "answer.py").write_text(RIGHT, encoding="utf-8")
    terminal = Terminal(tmp_path, "en")
    terminal.until("q quit")
    terminal.save("x = 1\n")
    assert "no function of an exercise was recognised" in terminal.until("q quit")
    terminal.save(RIGHT)
    assert "✓ relu_forward" in terminal.until("q quit")
    terminal.press("q")
    assert terminal.exit_code() == 0
