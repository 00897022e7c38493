"""`dlprep check --watch` at a real terminal: one report a save, a few keys, a clean end."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from terminal import Terminal

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

RIGHT = """
import numpy as np

def relu_forward(x):
    return np.maximum(x, 0), x

def relu_backward(dout, cache):
    return dout * (cache > 0)
"""
WRONG = RIGHT.replace("cache > 0", "dout > 0")


class Watched(Terminal):
    """`dlprep check --watch` before a file."""

    def __init__(self, home: Path, lang: str, *options: str) -> None:
        self.file = home / "answer.py"
        super().__init__(home, lang, "check", str(self.file), "--watch", *options)

    def save(self, program: str) -> None:
        self.file.write_text(program, encoding="utf-8")


def test_each_save_shows_one_report_and_what_changed(tmp_path: Path) -> None:
    """The time, what is right now, a short line where nothing is new; q leaves with the last
    report's exit code."""
    (tmp_path / "answer.py").write_text(WRONG, encoding="utf-8")
    terminal = Watched(tmp_path, "en")
    first = terminal.until("q quit   h hint   m map   e symbols   r other numbers")
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
    terminal = Watched(tmp_path, "zh")
    terminal.until("q 退出")
    terminal.press("h")
    assert "提示 1/" in terminal.until("q 退出")
    terminal.press("m")
    assert "· 对   ░ 差不到一成" in terminal.until("q 退出")
    terminal.press("r")
    assert "换了一组数" in terminal.until("q 退出")
    terminal.interrupt()
    assert "已中断" in terminal.until("不会丢失")
    assert terminal.exit_code() == 130


def test_a_file_that_goes_bad_is_told_and_waited_for(tmp_path: Path) -> None:
    """What would be a wrong call at the start is a line on the screen later."""
    (tmp_path / "answer.py").write_text(RIGHT, encoding="utf-8")
    terminal = Watched(tmp_path, "en")
    terminal.until("q quit")
    terminal.save("x = 1\n")
    assert "no function of an exercise was recognised" in terminal.until("q quit")
    terminal.save(RIGHT)
    assert "✓ relu_forward" in terminal.until("q quit")
    terminal.press("q")
    assert terminal.exit_code() == 0


def test_a_key_shows_symbols_and_the_window_may_change(tmp_path: Path) -> None:
    """The page is drawn again for its new width."""
    (tmp_path / "answer.py").write_text(WRONG, encoding="utf-8")
    terminal = Watched(tmp_path, "en")
    terminal.until("e symbols")
    terminal.press("e")
    assert "relu_backward in symbols" in terminal.until("q quit")
    terminal.resize(columns=44)
    page = terminal.until("q quit")
    assert "relu_backward in symbols" in page
    assert max(map(len, page.splitlines())) <= 44
    terminal.press("e")
    assert "in symbols" not in terminal.until("q quit")
    terminal.press("q")
    assert terminal.exit_code() == 1


@pytest.mark.parametrize(
    ("lang", "keys", "gone", "same"),
    [
        ("en", "q quit", "answer.py is gone; waiting", "checked again, nothing changed"),
        ("zh", "q 退出", "answer.py 不见了，等它回来", "又查了一遍，没有变化"),
    ],
)
def test_a_file_that_is_gone_is_told_and_waited_for(
    tmp_path: Path, lang: str, keys: str, gone: str, same: str
) -> None:
    """Editors put a new file in the old one's place, so only after a moment."""
    (tmp_path / "answer.py").write_text(WRONG, encoding="utf-8")
    terminal = Watched(tmp_path, lang)
    terminal.until(keys)
    (tmp_path / "answer.py").unlink()
    terminal.until(gone)
    terminal.save(WRONG)
    terminal.until(same)
    terminal.press("q")
    assert terminal.exit_code() == 1


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "`--watch` does not go with `--hint`"),
        ("zh", "`--watch` 不能和 `--hint` 一起用"),
    ],
)
def test_what_is_shown_once_is_not_watched(tmp_path: Path, lang: str, said: str) -> None:
    """A wrong call; the keys are named that do it."""
    (tmp_path / "answer.py").write_text(WRONG, encoding="utf-8")
    terminal = Watched(tmp_path, lang, "--hint")
    assert said in terminal.until("`--hint`" if lang == "en" else "一起用")
    assert terminal.exit_code() == 2
