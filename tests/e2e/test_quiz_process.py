"""The quiz as a process of its own: JSON lines, start-up, and kills at any moment."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BANK = Path(__file__).parents[1] / "data" / "quiz_bank"
HEAVY = {"yaml", "numpy", "sympy", "pydantic", "fsrs"}


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache of a home in which the bank has been read once."""
    folder = tmp_path_factory.mktemp("compiled")
    own = {"DLPREP_HOME": str(folder), "DLPREP_BANK": str(BANK)}
    subprocess.run(command("bank", "list"), env=os.environ | own, check=True, capture_output=True)
    return folder / "cache"


@pytest.fixture
def home(tmp_path: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(compiled, tmp_path / "cache")
    monkeypatch.setenv("DLPREP_HOME", str(tmp_path))
    monkeypatch.setenv("DLPREP_BANK", str(BANK))
    monkeypatch.setenv("DLPREP_LANG", "en")
    return tmp_path


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "dlprep", *arguments]


def run(*arguments: str, send: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments), input=send, capture_output=True, text=True, timeout=60, check=False
    )


def lines_of(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def conversation(*arguments: str, told: list[object]) -> list[dict[str, Any]]:
    send = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in told)
    return lines_of(run("quiz", "--json", *arguments, send=send))


def test_question_verdict_summary(home: Path) -> None:
    """A choice is answered by its key; the verdict explains, the summary counts."""
    question, verdict, summary = conversation(
        "--topic", "loss.mse.gradient", told=[{"answer": "no-mean"}]
    )
    assert question["type"] == "question"
    assert question["id"] == "loss.mse.gradient"
    assert question["text"] == "What is $∂L/∂p$?"
    assert set(question["options"]) == {"doubled", "no-mean", "no-two"}
    assert verdict["type"] == "verdict"
    assert verdict["right"] is False
    assert verdict["mistake"] == "mean-missing"
    assert verdict["key"] == ["doubled"]
    assert verdict["explanation"] == "differentiate term by term"
    assert verdict["options_why"]["doubled"] == "the square gives 2"
    assert summary["type"] == "summary"
    assert (summary["answered"], summary["wrong"], summary["left"]) == (1, 1, 0)


def test_commands(home: Path) -> None:
    """Hint, mark, skip and undo each answer with one object; undo asks the question again."""
    told = [{"command": each} for each in ("hint", "mark", "skip", "undo", "quit")]
    said = conversation("--topic", "loss.mse.gradient", told=told)
    # Skipping the only question ends the quiz, so the undo is not read.
    assert [each["type"] for each in said] == ["question", "hint", "marked", "skipped", "summary"]
    assert said[1]["text"] == "the chain rule"
    said = conversation("--topic", "loss.mse", told=[{"command": "skip"}, {"command": "undo"}])
    types = [each["type"] for each in said]
    assert types == ["question", "skipped", "question", "undone", "question", "summary"]
    assert said[4] == said[0]


BAD_LINES: list[tuple[object, str]] = [
    ("not json", "quiz.json-bad-line"),
    ("[1, 2]", "quiz.json-bad-line"),
    ("{}", "quiz.json-bad-line"),
    ("[" * 5000, "quiz.json-bad-line"),
    ({"answer": None}, "quiz.json-bad-answer"),
    ({"answer": True}, "quiz.json-bad-answer"),
    ({"answer": {"a": 1}}, "quiz.json-bad-answer"),
    ({"answer": [["doubled"]]}, "quiz.json-bad-answer"),
    ('{"answer": ' + "[" * 900 + "]" * 900 + "}", "quiz.json-bad-answer"),
    ({"answer": []}, "answer.empty"),
    ({"answer": float("nan")}, "answer.no-such-option"),
    ({"answer": "doubled", "right": "yes"}, "quiz.json-bad-right"),
    ({"command": "fly"}, "quiz.json-no-command"),
    ({"command": "undo"}, "quiz.nothing-to-undo"),
    ({"answer": "dubled"}, "answer.no-such-option"),
    ({"answer": ["doubled", "no-mean"]}, "answer.only-one"),
]


def test_a_bad_line_is_said_to_be_bad_and_the_quiz_goes_on(home: Path) -> None:
    """Nothing is recorded for it; the next line is read as if it had not been."""
    told = [line for line, _ in BAD_LINES]
    said = conversation("--topic", "loss.mse.gradient", told=[*told, {"answer": "doubled"}])
    errors, verdict = said[1:-2], said[-2]
    codes = [(line, error["type"], error["code"]) for line, error in zip(told, errors, strict=True)]
    assert codes == [(line, "error", code) for line, code in BAD_LINES]
    assert all(error["message"] for error in errors)
    assert verdict["right"] is True


def test_bytes_that_are_no_text_are_a_bad_line(home: Path) -> None:
    """Input that is not UTF-8 does not end the quiz."""
    done = subprocess.run(
        command("quiz", "--json", "--topic", "loss.mse.gradient"),
        input=b'\xff\xfe\n{"answer": "doubled"}\n',
        capture_output=True,
        timeout=60,
        check=True,
    )
    types = [json.loads(line)["type"] for line in done.stdout.splitlines()]
    assert types == ["question", "error", "verdict", "summary"]


def test_a_lone_surrogate_is_answered_and_stored(home: Path) -> None:
    """JSON may carry half a character; it is replaced and nothing breaks."""
    told = ['{"answer": "\\ud800"}']
    for topic in ("nn.backprop.why", "loss.mse.gradient"):
        said = conversation("--topic", topic, told=told)
        assert [each["type"] for each in said][-1] == "summary"


def test_self_graded_kinds_take_the_grade_with_the_answer(home: Path) -> None:
    """Without `right` the verdict's is null; with it, it is the person's own."""
    topic = ("--topic", "nn.backprop.why")
    _, verdict, summary = conversation(*topic, told=[{"answer": "once"}])
    assert verdict["right"] is None
    assert [point["key"] for point in verdict["points"]] == ["once", "memory"]
    assert summary["ungraded"] == 1
    _, verdict, summary = conversation(*topic, told=[{"answer": "once", "right": True}])
    assert verdict["right"] is True
    assert summary["right"] == 1


def test_the_end_of_input_ends_cleanly_and_resume_goes_on(home: Path) -> None:
    """The summary comes at the end of input; the next run asks the next question."""
    asked, _, following, summary = conversation("--seed", "5", told=[{"command": "skip"}])
    assert summary["left"] == 5
    assert conversation("--resume", told=[])[0] == following
    assert conversation("--resume", told=[{"command": "undo"}])[2] == asked


def test_lines_from_a_pipe_answer_too(home: Path) -> None:
    """Without a terminal the quiz reads lines and prints no keys."""
    done = run("quiz", "--topic", "loss.mse.gradient", send="doubled\n")
    assert done.returncode == 0
    assert "✓ right" in done.stdout
    assert "? keys" not in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("answer", "code"), [("doubled", 0), ("no-two", 1), ("what?", 2), (None, 0)]
)
def test_ask_answers_with_its_exit_code(home: Path, answer: str | None, code: int) -> None:
    """0 right or shown, 1 wrong, 2 unreadable; nothing is recorded."""
    more = [] if answer is None else ["--answer", answer]
    done = run("ask", "loss.mse.gradient", "--json", *more)
    assert done.returncode == code
    kind = {None: "question", "what?": "error"}.get(answer, "verdict")
    assert json.loads(done.stdout)["type"] == kind
    assert not (home / "data").exists()


def test_ask_with_a_seed_asks_what_the_quiz_asked(home: Path) -> None:
    """The seed of a question gives the same numbers again."""
    question, _ = conversation("--topic", "optim.gd-sgd.step", told=[])
    again = json.loads(run("ask", question["id"], "--json", "--seed", str(question["seed"])).stdout)
    assert again["text"] == question["text"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["quiz", "--kind", "riddle"], "error: there is no kind `riddle`"),
        (["quiz", "--kind", "code"], "error: coding exercises are not part of the quiz"),
        (["quiz", "--difficulty", "9"], "error: cannot read the difficulty `9`"),
        (["quiz", "--topic", "zzzz"], "error: no question fits"),
        (["quiz", "--topic", "zz\udcffzz"], "error: no question fits"),
        (["ask", "\udcff"], "error: there is no item `?`"),
        (["ask", "loss.mse.gradint"], "error: there is no item `loss.mse.gradint`"),
    ],
)
def test_called_wrongly(home: Path, arguments: list[str], complaint: str) -> None:
    """Exit code 2, one sentence and a hint, no traceback."""
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith(complaint)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("topic", ["loss.mse", "optim.gd-sgd.step"])
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_nothing_heavy_is_loaded_before_the_first_question(
    home: Path, topic: str, form: list[str]
) -> None:
    """Neither YAML nor arrays, symbols or the scheduler, also where numbers are drawn."""
    run("quiz", "--json")  # compiles the index, which does read YAML
    arguments = ["dlprep", "quiz", "--topic", topic, *form]
    script = (
        f"import sys; sys.argv = {arguments!r}\n"
        "from dlprep.cli.app import run; run()\n"
        f"sys.stderr.write(' '.join(sorted({HEAVY!r} & set(sys.modules))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], input="", capture_output=True, text=True, check=True
    )
    assert "1/" in done.stdout or '"number": 1' in done.stdout
    assert done.stderr == ""
