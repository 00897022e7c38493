"""Hints, the worked solution, and files kept because nothing explains them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from shipped import settled
from terminal import Terminal

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

RIGHT = """
import numpy as np

def relu_forward(x):
    return np.maximum(x, 0), x

def relu_backward(dout, cache):
    return dout * (cache > 0)
"""
WRONG = RIGHT.replace("cache > 0", "dout > 0")


def check(home: Path, program: str, *options: str) -> subprocess.CompletedProcess[str]:
    file = home / "answer.py"
    file.write_text(program, encoding="utf-8")
    return dlprep(home, "check", str(file), *options)


def dlprep(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dlprep", *arguments],
        env=os.environ | {"DLPREP_HOME": settled(home), "DLPREP_LANG": "en", "COLUMNS": "80"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def checks(home: Path) -> list[dict[str, object]]:
    log = dlprep(home, "log", "export").stdout.splitlines()
    events = [json.loads(line) for line in log]
    return [each["payload"] for each in events if each["kind"] == "check"]


def test_a_quick_check_names_nothing_and_a_hint_goes_before_it(tmp_path: Path) -> None:
    """It still says where the numbers differ. A hint needs the mistake, so it is looked for."""
    quick = check(tmp_path, WRONG, "--quick", "--json")
    (function,) = [
        each
        for each in json.loads(quick.stdout)["exercises"][0]["functions"]
        if each["verdict"] == "wrong"
    ]
    assert (quick.returncode, function["mistakes"], function["facts"]) == (1, [], [])
    assert checks(tmp_path)[-1]["verdict"] == "wrong"
    assert "Hint 1 of" in check(tmp_path, WRONG, "--quick", "--hint").stdout


def test_each_call_gives_the_next_hint_until_the_fix(tmp_path: Path) -> None:
    """They are remembered as part of the check, and begin again once the exercise has passed."""
    first = check(tmp_path, WRONG, "--hint")
    assert first.returncode == 1
    assert "Hint 1 of" in first.stdout
    assert "✗ relu_backward: dx" in first.stdout
    assert "worst entry" not in first.stdout
    assert "Hint 2 of" in check(tmp_path, WRONG, "--hint").stdout
    last = [check(tmp_path, WRONG, "--hint") for _ in range(3)][-1].stdout
    assert (
        "One way to mend it is in line 8:\n"
        "   ✗ │ return dout * (dout > 0)\n   ✓ │ return dout * (cache > 0)" in last
    )
    assert "--give-up shows the worked solution" in last
    assert check(tmp_path, RIGHT, "--hint").stderr == " This passes; no hint is needed.\n"
    assert "Hint 1 of" in check(tmp_path, WRONG, "--hint").stdout
    hints = [each.get("hint") for each in checks(tmp_path)]
    assert hints[:3] == [1, 2, 3]
    assert hints[-2:] == [None, 1]


UNSTABLE = """
import numpy as np

def softmax_loss(z, y):
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    rows = np.arange(len(y))
    loss = -np.log(p[rows, y]).mean()
    p[rows, y] -= 1
    return loss, p / len(y)
"""


@pytest.mark.parametrize(
    ("lang", "title", "more", "last"),
    [
        ("en", "Hint {} of ", "--hint gives a hint · ", "this was the last one; --solution shows"),
        ("zh", "提示 {}/", "--hint 给一条提示 · ", "这是最后一条；--solution 显示参考答案"),
    ],
)
def test_what_is_right_but_unstable_has_hints(
    tmp_path: Path, lang: str, title: str, more: str, last: str
) -> None:
    """They are offered, follow one another, and end with the solution, which is earned."""
    report = check(tmp_path, UNSTABLE, "--lang", lang)
    assert (report.returncode, more in report.stdout) == (0, True), report.stdout
    for number in (1, 2, 3, 4):
        shown = check(tmp_path, UNSTABLE, "--hint", "--lang", lang).stdout
        assert title.format(number) in shown
    assert last in shown


def test_a_hint_is_in_the_log_before_it_is_seen(tmp_path: Path) -> None:
    """What a person has seen is never lost: where the screen fails, the hint counts as given."""
    file = tmp_path / "answer.py"
    file.write_text(WRONG, encoding="utf-8")
    with Path("/dev/full").open("w") as full:
        subprocess.run(
            [sys.executable, "-m", "dlprep", "check", str(file), "--hint"],
            env=os.environ | {"DLPREP_HOME": settled(tmp_path)},
            stdout=full,
            stderr=subprocess.DEVNULL,
            timeout=60,
            check=False,
        )
    assert [each.get("hint") for each in checks(tmp_path)] == [1]


def test_a_hint_can_be_asked_for_by_number(tmp_path: Path) -> None:
    """Also before the file's name; one that does not exist is a wrong call."""
    assert "Hint 2 of" in check(tmp_path, WRONG, "--hint", "2").stdout
    beyond = check(tmp_path, WRONG, "--hint=9")
    assert beyond.returncode == 2
    assert "there is no hint 9" in beyond.stderr
    made = json.loads(check(tmp_path, WRONG, "--hint", "1", "--json").stdout)
    assert made["hint"]["number"] == 1
    assert made["hint"]["text"]
    assert made["exercises"][0]["verdict"] == "wrong"


def test_the_solution_is_shown_only_when_earned(tmp_path: Path) -> None:
    """Before a pass we say how to get it; afterwards stdout is the solution and nothing else."""
    locked = check(tmp_path, WRONG, "--solution")
    assert (locked.returncode, locked.stdout) == (1, "")
    assert "is shown once the exercise has passed" in locked.stderr
    assert "--give-up shows it now" in locked.stderr
    passed = check(tmp_path, RIGHT, "--solution")
    assert passed.returncode == 0
    compile(passed.stdout, "shown", "exec")
    assert "# mistake" not in passed.stdout
    later = check(tmp_path, WRONG, "--solution")
    assert (later.returncode, later.stdout) == (1, passed.stdout)


@pytest.mark.parametrize(
    ("lang", "headline"),
    [("en", " relu-fb: the worked solution"), ("zh", " relu-fb 的参考答案")],
)
def test_a_terminal_shows_the_solution_line_by_line(
    tmp_path: Path, lang: str, headline: str
) -> None:
    """As it was written, so that it can be copied: the terminal breaks what is too wide."""
    (tmp_path / "answer.py").write_text(WRONG, encoding="utf-8")
    asked = ("check", str(tmp_path / "answer.py"), "--give-up")
    terminal = Terminal(tmp_path, lang, *asked, columns=30)
    shown = terminal.until("return dx")
    assert terminal.exit_code() == 1
    assert headline in shown
    assert "def relu_backward(dout: np.ndarray, cache: np.ndarray) -> np.ndarray:\r\n" in shown


def test_giving_up_shows_it_at_once_and_is_remembered(tmp_path: Path) -> None:
    """Once seen it may be seen again; the log says that it was not earned."""
    shown = check(tmp_path, WRONG, "--give-up")
    assert shown.returncode == 1
    assert "def relu_backward" in shown.stdout
    assert check(tmp_path, WRONG, "--solution").stdout == shown.stdout
    assert [each.get("gave_up") for each in checks(tmp_path)] == [True, None]


def test_a_file_that_nothing_explains_is_kept_and_that_is_told_once(tmp_path: Path) -> None:
    """Where it lies and how to be rid of it; a named mistake is not kept."""
    assert "stays on this machine" not in check(tmp_path, WRONG).stderr
    odd = RIGHT.replace("np.maximum(x, 0)", "np.tanh(3 * x) - 0.3 * np.cos(x).std()")
    first = check(tmp_path, odd)
    assert "A copy of the file stays on this machine in" in " ".join(first.stderr.split())
    assert check(tmp_path, odd + "\n").stderr == ""
    assert dlprep(tmp_path, "mistakes", "--show", "1").stdout == odd
    listed = json.loads(dlprep(tmp_path, "mistakes", "--unnamed", "--json").stdout)["files"]
    assert [(each["number"], each["exercise"]) for each in listed] == [
        (1, "code.relu-fb"),
        (2, "code.relu-fb"),
    ]
