"""What a person marked, suspended or mistyped can be found again from the command line."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from banks import CARD, CHOICE, item_file, write_bank

from dlprep.cli.app import run
from dlprep.cli.desk import open_desk
from dlprep.model.event import NewEvent

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """Calls `dlprep` on a bank of two questions, in English."""
    monkeypatch.setenv("DLPREP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DLPREP_LANG", "en")
    monkeypatch.setenv("DLPREP_BANK", str(tmp_path))
    write_bank(tmp_path, mse=item_file(CARD, CHOICE))

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(list(arguments))
        out, err = capsys.readouterr()
        return code, out, err

    return call


def written(kind: str, subject: str, **payload: bool) -> None:
    desk = open_desk()
    new = NewEvent(kind=kind, subject=subject, source="quiz", payload=payload)  # type: ignore[arg-type]
    desk.store.append(desk.moment(), [new])
    desk.store.close()


def test_without_a_mark_the_person_is_told_how_to_set_one(say: Say) -> None:
    """Called wrongly, with the key to press; the marked card of a mistake is no question."""
    written("mark", "mistake.mean-missing", on=True)
    code, _, err = say("quiz", "--marked")
    assert code == 2
    assert err.splitlines() == [
        "error: no question is marked yet",
        "  hint: the key m marks one, in the quiz and in flashcards",
    ]


def test_marked_questions_are_listed(say: Say) -> None:
    """Only these, under the other options too."""
    _, everything, _ = say("bank", "list", "--json")
    first, second = (item["id"] for item in json.loads(everything)["items"])
    written("mark", second, on=True)
    _, marked, _ = say("bank", "list", "--marked", "--json")
    assert [item["id"] for item in json.loads(marked)["items"]] == [second]
    _, other, _ = say("bank", "list", "--marked", "--topic", first, "--json")
    assert json.loads(other)["items"] == []


def test_kinds_may_be_repeated_or_joined(say: Say) -> None:
    """The list takes them as the quiz does."""
    _, repeated, _ = say("bank", "list", "-k", "card", "-k", "choice", "--json")
    _, joined, _ = say("bank", "list", "--kind", "card,choice", "--json")
    assert repeated == joined
    assert len(json.loads(joined)["items"]) == 2


def test_a_suspended_card_is_listed_and_brought_back(
    say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step says what it did, and a name that does not fit is an error."""
    assert say("flashcards", "--suspended")[1] == "no card is suspended\n"
    monkeypatch.setattr("sys.stdin", io.StringIO('{"command": "suspend"}\n'))
    say("flashcards", "--json")
    (listed,) = json.loads(say("flashcards", "--suspended", "--json")[1])["cards"]
    assert say("flashcards", "--restore", "nothing")[0] == 2
    code, out, err = say("flashcards", "--restore", "all")
    assert (code, out, err) == (0, "", f"{listed['card']} is back\n")
    assert json.loads(say("flashcards", "--suspended", "--json")[1]) == {"schema": 1, "cards": []}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("quiz", "--topic", "loss.mes"), "hint: topics near yours: loss.mse"),
        (("flashcards", "-t", "loss.mes"), "hint: near it: loss.mse"),
        (("export", "csv", "x.csv", "--topic", "loss.mes"), "hint: near it: loss.mse"),
        (("plan", "--date", "2099-01-15", "--topic", "loss.mes"), "hint: near it: loss.mse"),
        (("bank", "coverage", "--leaf", "loss.mes"), "hint: near it: loss.mse"),
        (("quiz", "--topic", "loss.mse", "--kind", "open"), "hint: widen --topic, --kind or"),
    ],
)
def test_a_mistyped_topic_is_told_with_those_near_it(
    say: Say, arguments: tuple[str, ...], said: str
) -> None:
    """Where the topic is right and something else is too narrow, that is said."""
    code, out, err = say(*arguments)
    assert (code, out) == (2, "")
    assert said in err
