"""`dlprep derive` at a real terminal: a line in, its sign out, Ctrl-C and on with it later."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from terminal import Terminal

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a terminal of its own")


@pytest.mark.parametrize(
    ("lang", "columns", "wrong", "right"),
    [
        ("en", 80, "first wrong line", "✓ right"),
        ("zh", 50, "第一处错误", "✓ 推对了"),
    ],
    ids=["en-80", "zh-50"],
)
def test_a_line_gets_its_sign_and_a_wrong_one_can_be_taken_back(
    tmp_path: Path, lang: str, columns: int, wrong: str, right: str
) -> None:
    """A slip is shown at its line, `u` takes it back, and the result ends the session."""
    terminal = Terminal(tmp_path, lang, "derive", "sigmoid-derivative", columns=columns)
    terminal.until(" > ")
    terminal.press("ds/dx = s(1+s)\r")
    assert wrong in terminal.until("\n > ")
    terminal.press("u\r")
    terminal.until("\n > ")
    terminal.press("ds/dx = s(1-s)\r")
    assert right in terminal.until(right)
    assert terminal.exit_code() == 0


def test_ctrl_c_keeps_the_lines(tmp_path: Path) -> None:
    """The session is interrupted with code 130, and the next one goes on with its lines."""
    terminal = Terminal(tmp_path, "en", "derive", "sigmoid-derivative")
    terminal.until(" > ")
    terminal.press("ds/dx = exp(-x)/(1+exp(-x))^2\r")
    assert "✓" in terminal.until("\n > ")
    terminal.interrupt()
    assert "kept" in terminal.until("kept")
    assert terminal.exit_code() == 130
    again = Terminal(tmp_path, "en", "derive", "sigmoid-derivative")
    assert "going on with your draft; lines so far: 1" in again.until(" > ")
    again.press("q\r")
    assert again.exit_code() == 0
