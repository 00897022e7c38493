"""Key points at a terminal and as JSON lines: one key, or one word, decides each."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from banks import RULED, item_file, write_bank
from rich.cells import cell_len

from dlprep.bank.select import Filter
from dlprep.cli.desk import Desk
from dlprep.cli.home import Home
from dlprep.cli.quiz_json import Protocol
from dlprep.cli.quiz_screen import Sitting
from dlprep.cli.terminal import Keys
from dlprep.model.text import Lang
from dlprep.practice.quiz import Quiz, Wish
from dlprep.view.theme import console

GOOD = "Across the ravine they cancel out."


class Pressed(Keys):
    """Keys and lines that were decided beforehand."""

    def __init__(self, *entries: str) -> None:
        super().__init__(io.StringIO())
        self.single = True
        self.entries = iter(entries)

    def _send_keys(self) -> None:
        """There is no terminal."""

    def read_key(self) -> str:
        entry = next(self.entries, None)
        if entry is None:
            raise EOFError
        return entry

    def read_line(self, prompt: str) -> str:
        return self.read_key()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    write_bank(tmp_path, mse=item_file(RULED))
    home = Home(tmp_path / "data", tmp_path / "config", tmp_path / "cache")
    made = Desk(home, "en", str(tmp_path))
    yield made
    made.store.close()
    made.bank.close()


def begin(desk: Desk) -> Quiz:
    wish = Wish(wanted=Filter(topics=("loss.mse.why",)), number=1, seed=1)
    return Quiz.begin(desk.bank, desk.store, desk.moment, wish)


def play(desk: Desk, *entries: str, lang: Lang = "en", width: int = 80) -> str:
    """What the screen showed while these keys were pressed."""
    screen = io.StringIO()
    desk.lang = lang
    desk.out = console(screen)
    desk.out.width = width
    Sitting(begin(desk), desk, Pressed(*entries)).run()
    return screen.getvalue()


def test_each_point_is_confirmed_by_one_key(desk: Desk) -> None:
    """The points come after the answer, with what was seen; enter agrees, other keys decide."""
    screen = play(desk, GOOD, "", "enter", "y", "n", "enter")
    asked, _, shown = screen.partition("Your answer")
    assert "gradients cancel" not in asked
    assert "1/3 ✓ found  gradients cancel across the ravine\n     “Across the … cancel”" in shown
    assert "2/3 · not found  gradients accumulate along the ravine" in shown
    assert "3/3 · not found  the price is one more parameter (bonus)" in shown
    assert "enter agree  y said  h half  n not said  u back  q quit" in shown
    assert "score 100 % · own grade: right" in shown
    assert "Model answer  Across the ravine the gradients cancel" in shown
    assert "1 of 1 right" in shown


def test_an_answer_has_as_many_lines_as_it_needs(desk: Desk) -> None:
    """Lines are typed up to an empty one; a letter in a later line is no command."""
    screen = play(desk, "Across the ravine", "h", "they cancel out.", "", "q")
    (event,) = desk.store.events({"answer"}, live=True)
    assert event.payload["text"] == "Across the ravine\nh\nthey cancel out."
    assert "Hint" not in screen


def test_ctrl_d_ends_an_answer_of_several_lines(desk: Desk) -> None:
    """The end of the input after a line is the end of the answer."""
    play(desk, GOOD)
    (event,) = desk.store.events({"answer"}, live=True)
    assert event.payload["text"] == GOOD


def test_u_goes_one_point_back_and_from_the_first_takes_the_answer_back(desk: Desk) -> None:
    """A slip of a key costs nothing."""
    screen = play(desk, GOOD, "", "n", "u", "u", "s")
    assert screen.count("1/3 ✓ found") == 2
    assert screen.count("Why does momentum help?") == 2
    assert list(desk.store.events({"confirm", "answer"}, live=True)) == []


def test_quitting_leaves_the_answer_ungraded(desk: Desk) -> None:
    """Whatever was pressed before q counts for nothing; the answer itself stays."""
    assert "not graded 1" in play(desk, GOOD, "", "y", "q")
    assert list(desk.store.events({"confirm"}, live=True)) == []


def test_a_key_without_a_meaning_shows_the_keys_again(desk: Desk) -> None:
    """They may have scrolled away."""
    keys = "enter agree  y said  h half  n not said  u back  q quit"
    assert (
        play(desk, GOOD, "", "y", "z", "q").count(keys) == play(desk, GOOD, "", "q").count(keys) + 1
    )


def test_a_doubtful_point_has_to_be_decided(desk: Desk) -> None:
    """Enter decides nothing about a maybe."""
    screen = play(desk, "Maybe they cancel across it.", "", "enter", "h", "n", "n")
    assert "1/3 ? maybe  gradients cancel across the ravine" in screen
    assert "½ half said" in screen
    assert "score 25 % · own grade: not right" in screen


def test_an_answer_said_aloud_gets_a_checklist(desk: Desk) -> None:
    """With nothing typed the points are ticked off without suggestions."""
    screen = play(desk, "", "enter", "y", "y", "n", "enter")
    assert "Point by point: did your answer say it?\n" in screen
    assert "found" not in screen.partition("score")[0]
    assert "score 100 %" in screen


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [80, 30])
def test_no_line_is_wider_than_the_window(desk: Desk, lang: Lang, width: int) -> None:
    """Chinese characters count twice, and long points are broken."""
    screen = play(desk, "在陡的方向会抵消。", "", "y", "n", "n", "enter", lang=lang, width=width)
    assert [line for line in screen.split("\n") if cell_len(line) > width] == []


def converse(desk: Desk, *told: object) -> list[dict[str, Any]]:
    """What is written to a script that sends these lines."""
    sink = io.StringIO()
    lines = "".join(f"{json.dumps(line)}\n" for line in told)
    Protocol(begin(desk), "en", io.StringIO(lines), sink).run()
    return [json.loads(line) for line in sink.getvalue().splitlines()]


def test_a_script_confirms_points_by_their_keys(desk: Desk) -> None:
    """The verdict tells what was seen; what `confirm` leaves out is as suggested."""
    _, verdict, confirmed, summary = converse(desk, {"answer": GOOD}, {"confirm": {"add": "half"}})
    assert verdict["right"] is None
    assert verdict["needs_review"] is True
    assert verdict["range"] == [0.5, 0.5]
    assert verdict["points"][0] == {
        "key": "cancel",
        "text": "gradients cancel across the ravine",
        "weight": 1,
        "required": True,
        "state": "found",
        "spans": [[0, 10], [23, 29]],
    }
    assert confirmed["type"] == "confirmed"
    assert [point["confirmed"] for point in confirmed["points"]] == ["yes", "half", "no"]
    assert (confirmed["score"], confirmed["own"], confirmed["right"]) == (0.75, "half", False)
    assert summary["half"] == 1


def test_an_answer_that_nobody_confirms_stays_ungraded(desk: Desk) -> None:
    """The end of the input ends the quiz; the score stays a range."""
    *_, summary = converse(desk, {"answer": GOOD})
    assert summary["ungraded"] == 1
    assert desk.store.last_session("quiz") == ()


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"confirm": {"nothing": True}}, "evidence.json-bad"),
        ({"confirm": {"add": "yes"}}, "evidence.json-bad"),
        ({"confirm": 1}, "evidence.json-bad"),
    ],
)
def test_a_bad_confirmation_changes_nothing(desk: Desk, told: object, code: str) -> None:
    """What cannot be understood is named, and the answer can still be confirmed."""
    said = converse(desk, {"answer": GOOD}, told, {"confirm": {}})
    assert [each.get("code") for each in said[2:3]] == [code]
    assert said[3]["type"] == "confirmed"


def test_a_doubtful_point_must_be_named(desk: Desk) -> None:
    """A maybe has no suggestion that could stand for the person's word."""
    said = converse(desk, {"answer": "Maybe they cancel across it."}, {"confirm": {}})
    assert said[2]["code"] == "evidence.json-undecided"
    assert "cancel" in said[2]["message"]


def test_nothing_waits_to_be_confirmed(desk: Desk) -> None:
    """Before an answer there is nothing to confirm."""
    said = converse(desk, {"confirm": {}})
    assert said[1]["code"] == "evidence.json-nothing"


def test_the_last_answer_can_be_taken_back(desk: Desk) -> None:
    """While it waits for its confirmation, undo asks the question again."""
    said = converse(desk, {"answer": GOOD}, {"command": "undo"})
    assert [each["type"] for each in said] == [
        "question",
        "verdict",
        "undone",
        "question",
        "summary",
    ]
