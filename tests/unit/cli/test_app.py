"""The boundary: every exception becomes words and an exit code; no traceback is shown."""

import errno
import json
from pathlib import Path

import pytest

from dlprep.cli import app as command_line
from dlprep.cli import words
from dlprep.model.message import ExitCode, fault


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setenv("DLPREP_HOME", str(tmp_path))
    monkeypatch.setenv("DLPREP_LANG", "en")
    words.language.cache_clear()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["qiz"], "error: there is no command `qiz`; did you mean `quiz`?\n  hint:"),
        (["xyzzy"], "error: there is no command `xyzzy`\n  hint:"),
        (["--nope"], "error: there is no option `--nope`"),
        (["config", "colour"], "error: there is no setting `colour`"),
        (["config", "lang", "fr"], "error: unknown language `fr`"),
    ],
    ids=["near-command", "far-command", "option", "setting", "language"],
)
def test_a_wrong_call_says_what_and_what_to_do(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, one sentence, one hint, nothing on stdout."""
    assert command_line.run(arguments) == ExitCode.USAGE
    out, err = capsys.readouterr()
    assert err.startswith(said)
    assert out == ""


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "cannot be read (the name is too long)"), ("zh", "无法读取（名字太长）")],
)
def test_a_name_that_is_too_long_is_told_as_that(
    lang: str, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the disk nor permissions are to blame."""
    monkeypatch.setenv("DLPREP_LANG", lang)
    words.language.cache_clear()
    assert command_line.run(["check", "a" * 300 + ".py"]) == ExitCode.USAGE
    assert capsys.readouterr().err.endswith(f"a.py: {said}\n")


@pytest.mark.parametrize(
    ("lang", "hint"), [("en", "hint: give a shorter name"), ("zh", "提示：给出短一些的名字")]
)
def test_a_command_that_is_refused_a_name_asks_for_a_shorter_one(
    lang: str, hint: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it comes to light."""

    def refuse() -> None:
        raise OSError(errno.ENAMETOOLONG, "File name too long", "aaa")

    monkeypatch.setenv("DLPREP_LANG", lang)
    words.language.cache_clear()
    monkeypatch.setattr("dlprep.cli.config.open_desk", refuse)
    monkeypatch.setattr(command_line, "_close_quietly", lambda: None)
    assert command_line.run(["config"]) == ExitCode.USAGE
    assert hint in capsys.readouterr().err


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (KeyboardInterrupt(), ExitCode.INTERRUPTED, "interrupted; what was saved is kept"),
        (fault("app.bad-lang", lang="x"), ExitCode.USAGE, "error: unknown language `x`"),
        (ZeroDivisionError("oops"), ExitCode.BUG, "dlprep: ZeroDivisionError: oops"),
    ],
    ids=["ctrl-c", "fault", "bug"],
)
def test_what_a_command_raises_becomes_an_exit_code(
    raised: BaseException,
    code: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """130 for Ctrl-C, 2 for a person's slip, 3 for ours with the log file named."""

    def explode() -> None:
        raise raised

    monkeypatch.setattr("dlprep.cli.config.open_desk", explode)
    assert command_line.run(["config"]) == code
    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err


def test_a_bug_leaves_its_traceback_in_the_log(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    """The log that the message names holds the traceback."""

    def explode() -> None:
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr("dlprep.cli.config.open_desk", explode)
    command_line.run(["config"])
    named = capsys.readouterr().err.split("`")[1]
    assert "ZeroDivisionError: deep inside" in Path(named).read_text(encoding="utf-8")


def test_the_setting_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    """`config lang zh` holds for the next run."""
    assert command_line.run(["config", "lang", "zh"]) == ExitCode.OK
    words.language.cache_clear()
    assert words.Config(words.find_home().config).get("lang") == "zh"


def test_settings_are_told_to_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """All of them with their file, or the one that was asked for or changed."""
    command_line.run(["config", "--json"])
    every = json.loads(capsys.readouterr().out)
    assert (every["schema"], every["settings"].keys()) == (
        1,
        {"lang", "banks", "background"},
    )
    command_line.run(["config", "lang", "zh", "--json"])
    assert json.loads(capsys.readouterr().out)["settings"] == {"lang": "zh"}


@pytest.mark.parametrize(
    ("term", "written"),
    [("xterm", "\rinterrupted; what was saved is kept\x1b[K\n"), ("dumb", "interrupted; what was")],
)
def test_an_interruption_takes_the_place_of_what_the_line_held(
    term: str,
    written: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The sign of Ctrl-C, or how far a work was; where a terminal cannot clear, it follows."""

    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dlprep.cli.config.open_desk", interrupt)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", term)
    assert command_line.run(["config"]) == ExitCode.INTERRUPTED
    assert capsys.readouterr().err.startswith(written)
