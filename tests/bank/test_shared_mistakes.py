"""The page of a mistake stands beside the report of every exercise it is made in."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"^\s*# mistake ([\w-]+)", re.MULTILINE)
WORD = re.compile(r"[A-Za-z_]{2,}")  # in backticks: a name of the program
SYMBOL = re.compile(r"(?<![A-Za-z])[A-Z](?![A-Za-z])")  # between dollars: a size or a matrix
GREEK = re.compile(r"[Α-Ωα-ω]")
NUMBERS = {"nan", "inf"}  # what a program gives, not what it is written with


def _exercises() -> dict[str, set[str]]:
    """The exercises in whose solutions a mistake is written down."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in (ROOT / "solutions").glob("*.py"):
        for code in CODE.findall(path.read_text(encoding="utf-8")):
            found[code].add(path.stem.partition("__")[0])
    return found


def _words(stem: str) -> set[str]:
    """All words and letters of an exercise and of its solutions."""
    paths = [ROOT / "questions" / "code" / f"{stem.replace('_', '-')}.yaml"]
    paths += (ROOT / "solutions").glob(f"{stem}*.py")
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    return {*re.findall(r"[A-Za-z]+|[Α-Ωα-ω]", text), *WORD.findall(text)}


PAGES = {
    page["code"]: page
    for page in yaml.load((ROOT / "questions/mistakes.yaml").read_text("utf-8"), yaml.CSafeLoader)[
        "mistakes"
    ]
}
SHARED = sorted((code, stem) for code, stems in _exercises().items() for stem in stems)


@pytest.mark.parametrize(("code", "stem"), SHARED)
def test_name_and_hint_speak_the_language_of_the_exercise(code: str, stem: str) -> None:
    """They use no symbol and no name that the exercise has not; its `why` may tell of others."""
    page = PAGES[code]
    said = " ".join(page[part][lang] for part in ("name", "see") for lang in ("zh", "en"))
    coded = " ".join(re.findall(r"`([^`]*)`", said))
    maths = " ".join(re.findall(r"\$([^$]*)\$", said))
    used = {*WORD.findall(coded), *SYMBOL.findall(maths), *GREEK.findall(said)}
    assert used - _words(stem) <= NUMBERS
