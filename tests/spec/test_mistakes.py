"""Readable cases: a wrong program in Markdown and lines of the report it must get."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from shipped import settled

FOLDER = Path(__file__).parent / "mistakes"
_CASE = re.compile(
    r"(?P<prose>[^\n]+)\n\n```python\n(?P<program>.*?)```\n\n```text\n(?P<report>.*?)```", re.DOTALL
)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def cases() -> Iterator[object]:
    """Every program of every page, named by its page and the sentence above it."""
    for page in sorted(FOLDER.glob("*.md")):
        for case in _CASE.finditer(page.read_text(encoding="utf-8")):
            yield pytest.param(case["program"], case["report"], id=f"{page.stem}: {case['prose']}")


def one_line(text: str) -> str:
    """Without line breaks and runs of spaces: where a report wraps does not matter."""
    return " ".join(text.split())


@pytest.mark.parametrize(("program", "report"), [*cases()])
def test_the_report_says_so(program: str, report: str, tmp_path: Path) -> None:
    """Every line of the page's report stands in the real one."""
    file = tmp_path / "answer.py"
    file.write_text(program, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "dlprep", "check", str(file), "--lang", "en", "--seed", "1"],
        env=os.environ | {"DLPREP_HOME": settled(tmp_path), "COLUMNS": "80"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    for line in report.splitlines():
        assert one_line(line) in one_line(done.stdout), done.stdout + done.stderr
