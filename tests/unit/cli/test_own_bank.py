"""A bank of one's own beside the shipped one, from the template to the quiz and the checker."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from shipped import settled

from dlprep.cli.app import run

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def dlprep(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Say:
    """Calls `dlprep` with the shipped bank, in a folder and a home that are empty."""
    monkeypatch.setenv("DLPREP_HOME", settled(tmp_path / "home"))
    monkeypatch.setenv("DLPREP_LANG", "en")
    monkeypatch.delenv("DLPREP_BANK", raising=False)
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(list(arguments))
        out, err = capsys.readouterr()
        return code, out, err

    return call


def fill(path: Path) -> None:
    """Some words in every gap of a template."""
    words = (f"{one}{two}" for one in "abcdefgh" for two in "aeiou")
    text = path.read_text(encoding="utf-8")
    text = text.replace("topic: …", "topic: stable sigmoid (two branches), tanh")
    text = text.replace('["…"]', '["Bishop 2006, Pattern Recognition"]')
    text = re.sub("zh: …", lambda _: f"zh: 自己写的题{next(words)}", text)
    path.write_text(re.sub("en: …", lambda _: f"en: mine {next(words)}", text), encoding="utf-8")


def test_a_card_of_ones_own_is_asked(dlprep: Say, tmp_path: Path) -> None:
    """It is written, linted, put beside the bank and found there together with the shipped
    questions; taking the folder away takes the question away."""
    leaf = "nn.activations.sigmoid-tanh"
    assert dlprep("bank", "new", "card", leaf, "mine", "--out", "my-bank")[0] == 0
    path = tmp_path / "my-bank" / "nn" / "activations.sigmoid-tanh.yaml"
    code, out, _ = dlprep("bank", "lint", "my-bank")
    assert (code, "left to fill in: topic, prompt, " in out) == (1, True)
    fill(path)
    assert dlprep("bank", "lint", "my-bank")[0] == 0
    assert dlprep("bank", "show", f"{leaf}.mine")[0] == 2
    assert dlprep("config", "banks", "my-bank")[:2] == (0, f"banks = {tmp_path / 'my-bank'}\n")
    assert "mine b" in dlprep("bank", "show", f"{leaf}.mine")[1]
    listed = json.loads(dlprep("bank", "list", "--topic", leaf, "--json")[1])["items"]
    assert {f"{leaf}.mine", f"{leaf}.where-still-right"} <= {each["id"] for each in listed}
    assert dlprep("config", "banks", "")[:2] == (0, "banks =\n")
    assert dlprep("bank", "show", f"{leaf}.mine")[0] == 2


def test_an_exercise_of_ones_own_is_checked(dlprep: Say, tmp_path: Path) -> None:
    """Its template comes with a solution; lint proves both, and `check` knows its functions."""
    leaf = "nn.activations.sigmoid-tanh"
    code, out, _ = dlprep("bank", "new", "code", leaf, "my-affine")
    assert code == 0
    assert "the template of its solution is in home/data/solutions/my_affine.py" in out
    fill(tmp_path / "home" / "data" / "questions" / "code" / "my-affine.yaml")
    code, out, _ = dlprep("bank", "lint", "home/data/questions")
    assert (code, out) == (0, "✓ files 1 · items 1 · no faults\n")
    shutil.copy(tmp_path / "home" / "data" / "solutions" / "my_affine.py", "answer.py")
    code, out, _ = dlprep("check", "answer.py", "--as", "code.my-affine")
    assert (code, "✓ affine  right in 2 of 2 cases" in out) == (0, True), out


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "of the batch; logarithms are natural"),
        ("zh", "约定 损失对批内 N 个样本取平均；对数为自然对数（nats）"),
    ],
)
def test_an_exercise_is_shown_by_its_short_name(dlprep: Say, lang: str, said: str) -> None:
    """As `check` and `code` call it; its conventions stand in one line."""
    short, whole = (
        dlprep("bank", "show", name, "--lang", lang)
        for name in ("softmax-ce-fb", "code.softmax-ce-fb")
    )
    assert short == whole
    assert (short[0], said in " ".join(short[1].split())) == (0, True), short[1]


def test_a_folder_that_is_not_there_is_no_bank(dlprep: Say) -> None:
    """A typing mistake is answered at once, and nothing is kept."""
    code, out, err = dlprep("config", "banks", "my-bnak")
    assert (code, out) == (2, "")
    assert err.startswith("error: my-bnak: there is no such bank folder")
    assert dlprep("config")[1].splitlines()[:2] == ["lang = en", "banks ="]
