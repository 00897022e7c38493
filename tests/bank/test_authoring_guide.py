"""The guides for authors hold a complete example of each kind, and each is clean."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from shipped import BANK

from dlprep.bank.load import load_items
from dlprep.lint.clean import CleanFiles
from dlprep.lint.run import lint
from dlprep.lint.wording import LONGEST
from dlprep.model.item import KINDS
from dlprep.view.bank import finding_line

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = ("authoring.md", "authoring.zh.md")
EXAMPLE = re.compile(r"^```yaml\n(items:\n.*?)^```$", re.MULTILINE | re.DOTALL)
SOLUTION = re.compile(
    r"^`solutions/(\w+\.py)`[:：]\n\n```python\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
UNPROVED = "warning: PyTorch is not installed"  # where it is, nothing is said


def _text(guide: str) -> str:
    return (DOCS / guide).read_text(encoding="utf-8")


@pytest.mark.parametrize("guide", GUIDES)
def test_every_example_is_clean(guide: str, tmp_path: Path) -> None:
    """Lint finds nothing in them beside the shipped bank, neither faults nor warnings, and they are
    of all kinds."""
    folder = tmp_path / "questions" / "code"
    folder.mkdir(parents=True)
    (tmp_path / "solutions").mkdir()
    for name, text in SOLUTION.findall(_text(guide)):
        (tmp_path / "solutions" / name).write_text(text, encoding="utf-8")
    files = []
    for number, text in enumerate(EXAMPLE.findall(_text(guide))):
        files.append(folder / f"example-{number}.yaml")
        files[-1].write_text(text, encoding="utf-8")
    kinds = [each.item.kind for file in files for each in load_items(file).items]
    assert sorted(kinds) == sorted(KINDS)
    report = lint(BANK, files, clean=CleanFiles(BANK, None))
    lines = [finding_line(finding, "en").plain for finding in report.findings]
    assert [line for line in lines if UNPROVED not in line] == []


def test_both_guides_have_the_same_examples() -> None:
    """A question is written in both languages, so its example is too."""
    one, other = map(_text, GUIDES)
    assert EXAMPLE.findall(one) == EXAMPLE.findall(other)
    assert SOLUTION.findall(one) == SOLUTION.findall(other)


@pytest.mark.parametrize("guide", GUIDES)
def test_the_limits_told_are_those_of_lint(guide: str) -> None:
    """The figures of the section on craft stand in the table of lint."""
    text = " ".join(_text(guide).split())
    told = ["prompt of numeric", "options", "options.why", "answer of card", "explanation"]
    for zh, en in (LONGEST[each] for each in told):
        assert re.search(rf"\b{zh} (or|与) {en}\b", text), (zh, en)
