"""The README keeps its promises: two lines, one session, links that lead somewhere."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
READMES = [CHECKOUT / "README.md", CHECKOUT / "README.zh.md"]


def line(readme: Path, name: str) -> str:
    """The line below the marker and the opening fence."""
    found = re.search(rf"<!-- {name} -->\n```sh\n(.+)\n```", readme.read_text(encoding="utf-8"))
    assert found, f"{readme.name} has no {name}"
    return found[1]


@pytest.mark.parametrize("name", ["quiz-line", "test-line"])
def test_both_readmes_have_the_same_two_lines(name: str) -> None:
    """`.ci/run` runs the English ones; the Chinese reader gets the same."""
    assert len({line(readme, name) for readme in READMES}) == 1


@pytest.mark.parametrize("name", ["quiz-line", "test-line"])
def test_the_lines_need_no_ensurepip_and_leave_the_system_alone(name: str) -> None:
    """The environment is made without ensurepip, and pip is pointed into it."""
    assert "venv --without-pip .venv" in line(READMES[0], name)
    assert "pip --python .venv install" in line(READMES[0], name)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_links_lead_to_files(readme: Path) -> None:
    """A link into the repository names a file that exists."""
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", readme.read_text(encoding="utf-8"))
    assert targets
    assert [target for target in targets if not (CHECKOUT / target).exists()] == []


@pytest.mark.parametrize("document", sorted((CHECKOUT / "docs").glob("*.md")), ids=lambda p: p.name)
def test_documents_name_files_that_exist(document: Path) -> None:
    """A path in backticks that looks like ours is ours, unless it heads an example."""
    text = re.sub(
        r"^`[^`]+`[:：]\n\n```", "", document.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    named = re.findall(r"`((?:docs|bench|tests|dlprep|solutions|questions)/[\w./-]+\.\w+)`", text)
    assert [name for name in named if not (CHECKOUT / name).exists()] == []
