"""The person's project: their file stays theirs, and the questions follow from what it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped import BANK

from dlprep.model.event import Moment
from dlprep.model.message import DlprepError
from dlprep.model.project import FollowUp, Part, ProjectGuide, Told
from dlprep.model.text import Text
from dlprep.practice import project as practice
from dlprep.practice.project_file import ProjectFile, sections
from dlprep.store.store import Store

GUIDE = ProjectGuide(
    parts=tuple(
        Part(
            id=name,
            title=Text(zh, name.title()),
            aliases=(f"my {name}",),
            two=60,
            five=150,
            write=(Text("写什么", "what to write"),),
            ask=(
                FollowUp(id="plain", zh="问", en="plain?"),
                FollowUp(id="number", zh="多少", en="how many?", lacks_number=True),
                FollowUp(id="loss", zh="损失", en="loss?", mentions=("loss", "损失")),
            ),
        )
        for name, zh in (("data", "数据"), ("model", "模型"))
    )
)
DATA, MODEL = GUIDE.parts
NOW = Moment(at_ms=0, tz_min=0, day=0)


@pytest.fixture
def mine(tmp_path: Path) -> ProjectFile:
    return ProjectFile(tmp_path / "project.md", GUIDE)


def _texts(mine: ProjectFile) -> dict[str, str]:
    return {each.part.id: each.text for each in mine.written()}


def test_a_new_file_holds_a_heading_and_the_prompts_of_each_part(mine: ProjectFile) -> None:
    """Prompts are comments: nothing counts as written."""
    mine.create("en", "Scratches")
    text = mine.path.read_text(encoding="utf-8")
    assert text.startswith("# Scratches\n\n## Data\n\n<!-- what to write -->\n\n## Model\n")
    assert _texts(mine) == {"data": "", "model": ""}


def test_a_file_that_exists_is_left_alone(mine: ProjectFile) -> None:
    """Making it again is refused, and says what to do instead."""
    mine.path.write_text("mine", encoding="utf-8")
    with pytest.raises(DlprepError) as refused:
        mine.create("en", "Scratches")
    assert refused.value.messages[0].code == "project.exists"
    assert mine.path.read_text(encoding="utf-8") == "mine"


OWN = """\
intro
# Scratches

## 1. 数据：
12000 images
### Labels
by two people
```sh
## model: no heading within a fence
```

## Something else
kept

## **My model** ##
a CNN"""


def test_parts_are_found_by_their_headings_in_either_language(mine: ProjectFile) -> None:
    """Numbers, colons and bold print in a heading do not matter; lower headings belong to it."""
    mine.path.write_text(OWN, encoding="utf-8")
    found = _texts(mine)
    assert found["model"] == "a CNN"
    assert found["data"].startswith("12000 images\n\nby two people")
    assert "within a fence" in found["data"]
    assert "kept" not in "".join(found.values())


def test_what_is_added_goes_to_the_end_of_its_part(mine: ProjectFile) -> None:
    """Every other character stays as it is."""
    mine.path.write_text(OWN, encoding="utf-8")
    mine.add(DATA, "1:40 imbalanced", "en")
    mine.add(MODEL, "with focal loss", "en")
    before, after = OWN.split("```\n\n## Something")
    assert mine.path.read_text(encoding="utf-8") == (
        f"{before}```\n\n1:40 imbalanced\n\n## Something{after}\n\nwith focal loss\n"
    )


def test_a_part_without_a_heading_gets_one(mine: ProjectFile) -> None:
    """At the end, in the language of the person."""
    mine.path.write_text("# Mine\nwords", encoding="utf-8")
    mine.add(MODEL, "一个 CNN", "zh")
    assert mine.path.read_text(encoding="utf-8") == "# Mine\nwords\n\n## 模型\n\n一个 CNN\n"
    assert _texts(mine)["model"] == "一个 CNN"


def test_an_edit_in_between_is_kept(mine: ProjectFile) -> None:
    """The file is read anew before each change, with its line ends."""
    mine.create("en", "Mine")
    own = mine.path.read_text(encoding="utf-8").replace("\n", "\r\n") + "my own words\r\n"
    mine.path.write_bytes(own.encode())
    mine.add(DATA, "two\nlines", "en")
    now = mine.path.read_bytes().decode()
    assert "my own words\r\n" in now
    assert "\r\n\r\ntwo\r\nlines\r\n\r\n## Model" in now
    assert "\n" not in now.replace("\r\n", "")


@given(st.lists(st.sampled_from(["# a", "## data", "x", "", "```", "~~~", "<!--", "\r"])))
def test_the_sections_put_together_are_the_text(lines: list[str]) -> None:
    """Nothing is lost between headings, whatever stands there."""
    text = "\n".join(lines)
    assert "".join(each.text for each in sections(text)) == text


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "project.none"),
        (b"\xff\xfe", "project.not-utf8"),
        (b"x" * 2**21, "project.too-large"),
    ],
    ids=["absent", "not-utf8", "too-large"],
)
def test_what_cannot_be_read_is_told(mine: ProjectFile, content: bytes | None, code: str) -> None:
    """By its own message, with the file."""
    if content is not None:
        mine.path.write_bytes(content)
    with pytest.raises(DlprepError) as refused:
        mine.written()
    (message,) = refused.value.messages
    assert message.code == code
    assert message.place is not None
    assert message.place.file == str(mine.path)


def _asked(mine: ProjectFile, *before: str, part: str | None = None) -> list[str]:
    return [each.id for each in practice.follow_ups(mine.written(), before, part=part)]


def test_questions_follow_from_what_is_written(mine: ProjectFile) -> None:
    """A missing number and a mentioned loss are asked about first; parts take turns."""
    mine.path.write_text("## Data\nmany images\n## Model\na loss, 3 layers\n", encoding="utf-8")
    assert _asked(mine) == ["data.number", "model.loss", "data.plain", "model.plain"]
    assert _asked(mine, part="model") == ["model.loss", "model.plain"]


def test_what_was_asked_comes_again_last(mine: ProjectFile) -> None:
    """The one that was asked longest ago before the others."""
    mine.path.write_text("## Data\nmany images\n## Model\n3 layers\n", encoding="utf-8")
    assert _asked(mine, "data.plain", "data.number", part="data") == ["data.plain", "data.number"]
    assert _asked(mine, "data.number", part="data") == ["data.plain", "data.number"]


@pytest.mark.parametrize(
    ("rule", "text", "holds"),
    [
        (FollowUp(id="a", zh="", en="", lacks=("loss", "损失")), "the Losses", False),
        (FollowUp(id="a", zh="", en="", lacks=("loss",)), "glossy", True),
        (FollowUp(id="a", zh="", en="", lacks=("基线",)), "有基线对比", False),
        (FollowUp(id="a", zh="", en="", mentions=("i ",)), "I built it", True),
        (FollowUp(id="a", zh="", en="", lacks_number=True), "二十", True),
        (FollowUp(id="a", zh="", en="", lacks_number=True, mentions=("x",)), "y", False),
    ],
    ids=["plural", "inside-a-word", "chinese", "i", "no-digit", "both-must-hold"],
)
def test_a_rule_looks_for_words_where_they_begin(rule: FollowUp, text: str, holds: bool) -> None:
    """In Latin letters; in Chinese anywhere."""
    assert practice.holds(rule, text) is holds


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "p.sqlite3") as opened:
        yield opened


def test_tellings_and_questions_are_in_the_log(store: Store) -> None:
    """Both come back as they were, oldest first."""
    told = Told(minutes=2, seconds={"data": 50.0, "model": 71.5})
    practice.keep_told(store, NOW, told)
    assert practice.tellings(store) == [told]
    assert told.total == 121.5
    assert practice.asked_before(store) == []


def test_the_shipped_walk_is_whole() -> None:
    """At least six questions a part, two and five minutes to the second, ids used once."""
    parts = BANK.project_guide.parts
    assert [part.id for part in parts] == [
        *("background", "data", "difficulty", "model", "innovation", "results", "deployment"),
    ]
    assert (sum(p.two for p in parts), sum(p.five for p in parts)) == (120, 300)
    for part in parts:
        ids = [question.id for question in part.ask]
        assert len(ids) == len(set(ids)) >= 6
        assert sum(question.has_rule for question in part.ask) >= 3
        assert sum(not question.has_rule for question in part.ask) >= 1
