"""`dlprep flashcards` at a real terminal: single keys, both languages, Ctrl-C, a second run."""

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
from collections.abc import Iterator
from pathlib import Path

import pytest

from dlprep.store.store import Store

CARD = """
- id: loss.mse.n{n}
  kind: card
  topic: n{n}
  difficulty: 1
  frequency: 2
  prompt: {{zh: 第 {n} 问, en: question {n}}}
  answer: {{zh: 第 {n} 答, en: answer {n}}}
  explanation: {{zh: 第 {n} 个原因, en: reason {n}}}
"""
PATIENCE = 20  # seconds until a screen that never comes fails the test
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal:
    """A dlprep process with a terminal of its own."""

    def __init__(self, home: Path, lang: str, columns: int) -> None:
        self._screen, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        own = {"DLPREP_HOME": str(home), "DLPREP_BANK": str(home / "bank"), "DLPREP_LANG": lang}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "dlprep", "flashcards", "--new", "3"],
            stdin=other,
            stdout=other,
            stderr=other,
            env=os.environ | own | {"TERM": "xterm-256color"},
            start_new_session=True,
            preexec_fn=_at_the_terminal,  # noqa: PLW1509 - no threads
        )
        os.close(other)

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
    """The terminal's keys reach the process, also where the tests run in the background: there
    Ctrl-C is ignored, and a child would inherit that."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "bank" / "questions" / "loss" / "mse.yaml"
    file.parent.mkdir(parents=True)
    cards = "".join(CARD.format(n=n) for n in range(3))
    file.write_text(f"leaf: loss.mse\nitems:{cards}", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("lang", "columns", "words"),
    [
        ("en", 80, ("question 0", "answer 0", "1 again <1d  2 hard 1d", "reviews 1")),
        ("zh", 50, ("第 0 问", "第 0 答", "1 重来 <1 天  2 困难 1 天", "复习 1 次")),
    ],
    ids=["en-80", "zh-50"],
)
def test_one_key_shows_the_answer_and_one_grades_it(
    home: Path, lang: str, columns: int, words: tuple[str, str, str, str]
) -> None:
    """Front, any key, back with the four intervals, a grade, the next card, `q` and a summary."""
    question, answer, grades, done = words
    terminal = Terminal(home, lang, columns)
    front = terminal.until("q ")
    assert question in front
    assert answer not in front
    terminal.press(" ")
    assert grades in terminal.until("q ").split(answer)[1]
    terminal.press("3")
    terminal.until("q ")
    terminal.press("q")
    assert done in terminal.until(done)
    assert terminal.exit_code() == 0


def test_ctrl_c_loses_nothing_and_the_next_run_goes_on(home: Path) -> None:
    """The grade before Ctrl-C is kept; the second run starts with the next card."""
    terminal = Terminal(home, "en", 80)
    terminal.until("q quit")
    terminal.press(" ")
    terminal.until("q quit")
    terminal.press("3")
    terminal.until("q quit")
    terminal.press("\x03")
    assert terminal.exit_code() == 130
    with Store.open(home / "data" / "progress.sqlite3") as store:
        assert [e.subject for e in store.events({"review"})] == ["loss.mse.n0#front"]
    again = Terminal(home, "en", 80)
    assert "question 1" in again.until("q quit")
    again.press("u")
    assert "question 0" in again.until("q quit")
    again.press("q")
    assert again.exit_code() == 0


def test_keys_do_what_they_say(home: Path) -> None:
    """Language, explanation, mark, bury and undo, without leaving the card by accident."""
    terminal = Terminal(home, "en", 80)
    terminal.until("q quit")
    terminal.press("l")
    assert "第 0 问" in terminal.until("q 退出")
    terminal.press("l")
    terminal.until("q quit")
    terminal.press(" ")
    terminal.until("q quit")
    terminal.press("e")
    assert "reason 0" in terminal.until("q quit")
    terminal.press("m")
    assert "marked" in terminal.until("q quit")
    terminal.press("x")
    terminal.until("q quit")
    terminal.press("b")
    assert "buried until tomorrow" in terminal.until("q quit")
    terminal.press("u")
    shown = terminal.until("q quit")
    assert "undone, the card is back" in shown
    assert "question 0" in shown
    terminal.press("\x04")
    assert terminal.exit_code() == 0
