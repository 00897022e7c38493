"""The mistakes that each core exercise must know are written in its solution, or left out for a
reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"^\s*# (?:mistake|convention) ([\w-]+)", re.MULTILINE)
TO_KNOW = yaml.load(
    Path(__file__).with_name("mistakes_to_know.yaml").read_text("utf-8"), yaml.CSafeLoader
)
CORE = 98


def written(slug: str) -> set[str]:
    """The codes in all solutions of an exercise."""
    stem = slug.replace("-", "_")
    paths = [ROOT / "solutions" / f"{stem}.py", *(ROOT / "solutions").glob(f"{stem}__*.py")]
    return {code for path in paths for code in CODE.findall(path.read_text(encoding="utf-8"))}


def test_every_core_exercise_is_listed() -> None:
    """None is without a mistake to know, and each has its exercise."""
    assert len(TO_KNOW) == CORE
    assert all(TO_KNOW.values())
    assert [s for s in TO_KNOW if not (ROOT / "questions" / "code" / f"{s}.yaml").exists()] == []


@pytest.mark.parametrize("slug", TO_KNOW)
def test_a_mistake_to_know_is_written_or_left_out_for_a_reason(slug: str) -> None:
    """The list names a code of the solution, or says why there is none."""
    for entry in TO_KNOW[slug]:
        assert entry.keys() in ({"mistake", "code"}, {"mistake", "left_out"})
        assert "left_out" in entry or entry["code"] in written(slug), entry["mistake"]
        assert entry.get("left_out", "a reason")
