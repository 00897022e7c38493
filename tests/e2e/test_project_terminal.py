"""`dlprep project` at a real terminal: written, asked about, told by the clock."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from shipped import settled
from terminal import Terminal

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a terminal of its own")


def _json(home: Path) -> dict[str, list[dict[str, object]]]:
    done = subprocess.run(
        [sys.executable, "-m", "dlprep", "project", "--json"],
        env=os.environ | {"DLPREP_HOME": settled(home), "DLPREP_LANG": "en"},
        capture_output=True,
        check=True,
    )
    found: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("lang", "columns", "saved", "title"),
    [("en", 80, "written to the file", "Data"), ("zh", 50, "已写进文件", "数据")],
    ids=["en-80", "zh-50"],
)
def test_what_is_typed_is_in_the_file_though_one_breaks_off(
    tmp_path: Path, lang: str, columns: int, saved: str, title: str
) -> None:
    """A finished part is there, and so is the line before Ctrl-C; the next time goes on."""
    terminal = Terminal(tmp_path, lang, "project", "write", columns=columns)
    terminal.until(" > ")
    terminal.press("scratches on steel\r")
    terminal.until("\n > ")
    terminal.press("\r")
    assert title in terminal.until("\n > ")
    terminal.press("12000 images\r")
    terminal.until("\n > ")
    terminal.interrupt()
    terminal.until(saved)
    assert terminal.exit_code() == 130
    text = (tmp_path / "data" / "project.md").read_text(encoding="utf-8")
    assert text.index("scratches on steel") < text.index(f"## {title}") < text.index("12000 images")
    assert [each["empty"] for each in _json(tmp_path)["parts"]] == [False, False] + [True] * 5


def test_a_telling_runs_from_key_to_key(tmp_path: Path) -> None:
    """Seven parts beside their plan, kept in the log; one that is stopped is not."""
    for keys, said in (("\r" * 8, "in all, planned 2:00"), ("\r\rq", "stopped at “Data”")):
        terminal = Terminal(tmp_path, "en", "project", "tell", "2")
        terminal.until("q stops")
        for key in keys:
            terminal.press(key)
        terminal.until(said)
        assert terminal.exit_code() == 0
    (told,) = _json_after_new(tmp_path)["tellings"]
    assert told["minutes"] == 2


def _json_after_new(home: Path) -> dict[str, list[dict[str, object]]]:
    subprocess.run(
        [sys.executable, "-m", "dlprep", "project", "new"],
        env=os.environ | {"DLPREP_HOME": settled(home)},
        check=True,
    )
    return _json(home)


def test_an_answer_is_kept_under_its_question(tmp_path: Path) -> None:
    """What is typed after a question stands in the part it is about."""
    _json_after_new(tmp_path)
    terminal = Terminal(tmp_path, "en", "project", "ask", "results", "--number", "1")
    terminal.until("\n > ")
    terminal.press("F1 rose from .71 to .78\r")
    terminal.until("\n > ")
    terminal.press("\r")
    terminal.until("written to the file")
    assert terminal.exit_code() == 0
    text = (tmp_path / "data" / "project.md").read_text(encoding="utf-8")
    assert "> Asked: " in text
    assert "F1 rose from .71 to .78" in text
