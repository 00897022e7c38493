"""The whole report of a wrong program, line for line, in both languages; the README's too.

`python tests/spec/test_reports.py` writes the pages of `reports/` anew: read the difference.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from shipped import settled

FOLDER = Path(__file__).parent / "reports"
ROOT = Path(__file__).parents[2]
LANGS = ("en", "zh")
_CASE = re.compile(
    r"(?P<prose>[^\n]+)\n\n```python\n(?P<program>.*?)```\n\n"
    r"```console\n\$ (?P<command>[^\n]*)\n(?P<en>.*?)```\n\n```console\n(?P<zh>.*?)```",
    re.DOTALL,
)
_README = re.compile(r"```python\n(?P<program>.*?)```.*?```\n(?P<report> softmax.*?)```", re.DOTALL)
# What depends on the machine: how well it confines, how fast it is.
_MACHINE = re.compile(r"(?:isolation|隔离) L\d|⏱ (?:[\d.]+ ×|参考答案用时的 [\d.]+)")
_PROMISE = re.compile(
    r"^ (?:Isolation|隔离) L\d[:：].*?(?=^ \S*-|^ [`‘d]|\Z)", re.MULTILINE | re.DOTALL
)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def stable(report: str) -> str:
    """The report without what differs between machines."""
    text = _MACHINE.sub("…", _PROMISE.sub("", report))
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def run(program: str, command: str, lang: str, home: Path) -> str:
    """What a person sees, errors after the report."""
    (home / "answer.py").write_text(program, encoding="utf-8")
    (home / "solution.py").write_text(program, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "dlprep", *command.split()[1:], "--lang", lang],
        env=os.environ | {"DLPREP_HOME": settled(home / "home"), "COLUMNS": "80"},
        cwd=home,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.stdout


def pages() -> list[object]:
    """Every program of every page, in each language."""
    return [
        pytest.param(case, lang, id=f"{page.stem}: {case['prose']} {lang}")
        for page in sorted(FOLDER.glob("*.md"))
        for case in _CASE.finditer(page.read_text(encoding="utf-8"))
        for lang in LANGS
    ]


@pytest.mark.parametrize(("case", "lang"), pages())
def test_the_report_is_this_one(case: re.Match[str], lang: str, tmp_path: Path) -> None:
    """Line for line; only speed and confinement are the machine's own."""
    report = run(case["program"], case["command"], lang, tmp_path)
    assert stable(report) == stable(case[lang])
    assert len(report.splitlines()) <= 24


@pytest.mark.parametrize(("readme", "lang"), [("README.md", "en"), ("README.zh.md", "zh")])
def test_the_readme_shows_a_real_report(readme: str, lang: str, tmp_path: Path) -> None:
    """Of the program above it, with seed 1."""
    found = _README.search((ROOT / readme).read_text(encoding="utf-8"))
    assert found
    report = run(found["program"], "dlprep check solution.py --seed 1", lang, tmp_path)
    assert stable(report) == stable(found["report"])


def rewrite(page: Path) -> None:
    """The page with the reports of today."""

    def renewed(case: re.Match[str]) -> str:
        with tempfile.TemporaryDirectory() as folder:
            shown = {
                lang: run(case["program"], case["command"], lang, Path(folder)) for lang in LANGS
            }
        return (
            f"{case['prose']}\n\n```python\n{case['program']}```\n\n"
            f"```console\n$ {case['command']}\n{shown['en']}```\n\n"
            f"```console\n{shown['zh']}```"
        )

    page.write_text(_CASE.sub(renewed, page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    for each in sorted(FOLDER.glob("*.md")):
        rewrite(each)
