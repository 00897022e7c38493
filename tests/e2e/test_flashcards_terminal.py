"""`dlprep flashcards` at a real terminal: single keys, both languages, Ctrl-C, a second run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import Terminal

from dlprep.store.store import Store

CARD = """
- id: loss.mse.n{n}
  kind: card
  topic: n{n}
  difficulty: 1
  frequency: 2
  prompt: {{zh: 第 {n} 问, en: question {n}}}
  answer: {{zh: 第 {n} 答, en: answer {n}}}
  explanation: {{zh: 第 {n} 个原因, en: reason {n}}}
"""


def _flashcards(home: Path, lang: str, columns: int) -> Terminal:
    bank = str(home / "bank")
    return Terminal(
        home, lang, "flashcards", "--new", "3", columns=columns, lines=40, DLPREP_BANK=bank
    )


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "bank" / "questions" / "loss" / "mse.yaml"
    file.parent.mkdir(parents=True)
    cards = "".join(CARD.format(n=n) for n in range(3))
    file.write_text(f"leaf: loss.mse\nitems:{cards}", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("lang", "columns", "words"),
    [
        ("en", 80, ("question 0", "answer 0", "1 again <1d  2 hard 1d", "reviews 1")),
        ("zh", 50, ("第 0 问", "第 0 答", "1 重来 <1 天  2 困难 1 天", "复习 1 次")),
    ],
    ids=["en-80", "zh-50"],
)
def test_one_key_shows_the_answer_and_one_grades_it(
    home: Path, lang: str, columns: int, words: tuple[str, str, str, str]
) -> None:
    """Front, any key, back with the four intervals, a grade, the next card, `q` and a summary."""
    question, answer, grades, done = words
    terminal = _flashcards(home, lang, columns)
    front = terminal.until("q ")
    assert question in front
    assert answer not in front
    terminal.press(" ")
    assert grades in terminal.until("q ").split(answer)[1]
    terminal.press("3")
    terminal.until("q ")
    terminal.press("q")
    assert done in terminal.until(done)
    assert terminal.exit_code() == 0


def test_ctrl_c_loses_nothing_and_the_next_run_goes_on(home: Path) -> None:
    """The grade before Ctrl-C is kept; the second run starts with the next card."""
    terminal = _flashcards(home, "en", 80)
    terminal.until("q quit")
    terminal.press(" ")
    terminal.until("q quit")
    terminal.press("3")
    terminal.until("q quit")
    terminal.interrupt()
    assert terminal.exit_code() == 130
    with Store.open(home / "data" / "progress.sqlite3") as store:
        assert [e.subject for e in store.events({"review"})] == ["loss.mse.n0#front"]
    again = _flashcards(home, "en", 80)
    assert "question 1" in again.until("q quit")
    again.press("u")
    assert "question 0" in again.until("q quit")
    again.press("q")
    assert again.exit_code() == 0


def test_keys_do_what_they_say(home: Path) -> None:
    """Language, explanation, mark, bury and undo, without leaving the card by accident."""
    terminal = _flashcards(home, "en", 80)
    terminal.until("q quit")
    terminal.press("l")
    assert "第 0 问" in terminal.until("q 退出")
    terminal.press("l")
    terminal.until("q quit")
    terminal.press(" ")
    terminal.until("q quit")
    terminal.press("e")
    assert "reason 0" in terminal.until("q quit")
    terminal.press("m")
    assert "marked" in terminal.until("q quit")
    terminal.press("x")
    terminal.until("q quit")
    terminal.press("b")
    assert "buried until tomorrow" in terminal.until("q quit")
    terminal.press("u")
    shown = terminal.until("q quit")
    assert "undone, the card is back" in shown
    assert "question 0" in shown
    terminal.press("\x04")
    assert terminal.exit_code() == 0
