"""Cards on the screen."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from dlprep.model.flashcard import CardsDone, Face, OnTable, SuspendedCard
from dlprep.model.item import Card
from dlprep.model.message import Message
from dlprep.model.text import LANGS, Lang, Text
from dlprep.view import flashcards as view
from dlprep.view.keys import key_lines
from dlprep.view.theme import THEME

ITEM = Card(
    id="norm.batchnorm.inference",
    leaf="norm.batchnorm",
    topic="statistics at inference",
    difficulty=2,
    frequency=3,
    prompt=Text("推理阶段 BatchNorm 用什么统计量？", "Which statistics does BatchNorm use?"),
    answer=Text("滑动均值 $μ$ 与方差 $σ²$。", "The running mean $μ$ and variance $σ²$."),
    explanation=Text("因此单样本输出确定。", "So the output of one sample is certain."),
    common_mistake=Text("用当前批次。", "Using the batch."),
    references=("Ioffe 2015",),
)
TABLE = OnTable(
    face=Face(card=f"{ITEM.id}#front", item=ITEM, front=ITEM.prompt, back=ITEM.answer),
    intervals=(0, 3, 9, 21),
    new=True,
    marked=True,
    due_left=12,
    new_left=4,
)


def drawn(renderable: object, width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width, theme=THEME)
    console.print(renderable)
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_the_front_says_what_is_left_and_where_the_card_belongs() -> None:
    """The answer is not on the screen yet."""
    text = drawn(view.front(TABLE, "en", 80))
    first, question = text.splitlines()
    assert first.startswith(" 12 due · 4 new · first time · marked ")
    assert first.endswith(" norm.batchnorm")
    assert question == " Which statistics does BatchNorm use?"


def test_the_back_shows_when_each_grade_brings_the_card_back() -> None:
    """Mathematics loses its dollar signs; the four grades stand in one line."""
    text = drawn(view.back(TABLE, "en", 80))
    assert "The running mean μ and variance σ²." in text
    assert "1 again <1d  2 hard 3d  3 good 9d  4 easy 21d" in text
    assert "1 重来 <1 天  2 困难 3 天  3 良好 9 天  4 简单 21 天" in drawn(
        view.back(TABLE, "zh", 80)
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [80, 50, 30])
def test_nothing_is_wider_than_the_window(lang: Lang, width: int) -> None:
    """Also with Chinese text, whose characters are two columns wide; all has a left margin."""
    parts = [
        view.front(TABLE, lang, width),
        view.back(TABLE, lang, width),
        view.explanation(TABLE, lang, width),
        view.keys(view.BACK_KEYS, lang, width),
        view.notice(Message("flashcards.did-suspend"), lang, width),
    ]
    for part in parts:
        lines = drawn(part, width).splitlines()
        assert max(cell_len(line) for line in lines) <= width
        assert all(line.startswith(" ") for line in lines)


def test_keys_are_never_broken_in_the_middle() -> None:
    """A narrow window breaks the line between keys."""
    assert key_lines(["u undo", "b bury", "q quit"], 15).plain == "u undo  b bury\nq quit"


@pytest.mark.parametrize(
    ("days", "en", "zh"),
    [
        (0, "<1d", "<1 天"),
        (1, "1d", "1 天"),
        (30, "30d", "30 天"),
        (31, "1mo", "1 个月"),
        (76, "2.5mo", "2.5 个月"),
        (366, "1y", "1 年"),
        (36_500, "100y", "100 年"),
    ],
)
def test_intervals_are_short(days: int, en: str, zh: str) -> None:
    """Days, then months, then years."""
    assert (view.interval(days, "en"), view.interval(days, "zh")) == (en, zh)


def test_the_end_says_what_is_left_or_how_to_get_more() -> None:
    """A session cut short counts what remains; a finished one names the next command."""
    values = {"reviews": 5, "again": 1, "introduced": 2}
    cut = CardsDone(due_left=3, new_left=1, new_held=True, due_held=False, **values)
    assert drawn(view.done(cut, "en", 80)).splitlines() == [
        " reviews 5 · remembered 4 · again 1 · new 2",
        " Left: 3 due · 1 new",
    ]
    whole = CardsDone(due_left=0, new_left=0, new_held=True, due_held=True, **values)
    assert drawn(view.done(whole, "en", 80)).splitlines()[1:] == [
        " More cards are due: dlprep flashcards --reviews 100",
        " More new cards: dlprep flashcards --new 10",
    ]


def test_an_empty_session_says_so() -> None:
    """Nothing due is good news, said in one line."""
    nothing = dict.fromkeys(("reviews", "again", "introduced", "due_left", "new_left"), 0)
    done = CardsDone(new_held=False, due_held=False, **nothing)
    assert drawn(view.done(done, "zh", 80)) == " 现在没有到期的卡片\n"


def test_the_explanation_is_labelled_as_in_the_quiz() -> None:
    """The same thing has the same name wherever it is met."""
    text = drawn(view.explanation(TABLE, "en", 80))
    assert "Why: So the output of one sample is certain." in text
    assert "Common mistake: Using the batch." in text
    assert "References: Ioffe 2015" in text
    assert "解析：因此单样本输出确定。" in drawn(view.explanation(TABLE, "zh", 80))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [80, 40])
def test_all_keys_stand_one_below_the_other(lang: Lang, width: int) -> None:
    """What a key does is told in a sentence, and no line leaves the window."""
    lines = drawn(view.all_keys(lang, width), width).splitlines()
    assert all(line.startswith(" ") for line in lines)
    starts = [line[1] for line in lines if line[1] != " "]
    assert starts == [{"zh": "任", "en": "a"}[lang], *"1ubsmelq"]
    assert all(cell_len(line) <= width for line in lines)


def test_suspended_cards_are_listed_with_the_way_back() -> None:
    """A card that the bank has no longer is listed by its name alone."""
    cards = (SuspendedCard("a#front", ITEM.prompt), SuspendedCard("b#front", None))
    lines = [line.plain for line in view.suspended_lines(cards, "en", 80)]
    assert lines == [
        "a#front",
        "  Which statistics does BatchNorm use?",
        "b#front",
        "suspended cards: 2; dlprep flashcards --restore ID brings one back",
    ]
    assert [line.plain for line in view.suspended_lines((), "zh", 80)] == ["没有暂停的卡片"]
    assert view.suspended_json(cards, "zh") == {
        "schema": 1,
        "cards": [
            {"card": "a#front", "front": "推理阶段 BatchNorm 用什么统计量？"},
            {"card": "b#front", "front": None},
        ],
    }
