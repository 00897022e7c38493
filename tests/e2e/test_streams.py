"""Standard streams that are closed, full, left by their reader, or of another encoding."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from shipped import settled

DLPREP = f"{sys.executable} -m dlprep"
COMMANDS = ["bank list", "bank list --json", "quiz --json", "flashcards", "log export", "--help"]


def shell(home: Path, line: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """A line of bash; `dlprep` in it is this program."""
    own = {"DLPREP_HOME": settled(home), "DLPREP_LANG": "en", **environ}
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line.replace("dlprep", DLPREP, 1)],
        env=os.environ | own,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    assert shell(folder, "dlprep flashcards --json --new 1").returncode == 0
    return folder


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a disk that is always full")
@pytest.mark.parametrize("command", COMMANDS)
def test_output_that_does_not_fit_is_no_bug(home: Path, command: str) -> None:
    """One sentence and exit code 2."""
    done = shell(home, f"dlprep {command} > /dev/full")
    assert done.stderr == (
        "error: the disk is full\n"
        "  hint: check free space and permissions; what was saved is kept\n"
    )
    assert done.returncode == 2


@pytest.mark.parametrize("streams", ["<&-", ">&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["quiz", "flashcards --json"])
def test_a_closed_stream_is_an_empty_one(home: Path, command: str, streams: str) -> None:
    """The end of the input ends the session; output for nobody is no fault."""
    done = shell(home, f"dlprep {command} {streams}")
    assert (done.stderr, done.returncode) == ("", 0)


@pytest.mark.parametrize("command", ["quiz", "quiz --json", "bank list --json"])
def test_a_reader_that_has_seen_enough_is_no_fault(home: Path, command: str) -> None:
    """As with `| head`: quiet, exit code 0."""
    done = shell(home, f"dlprep {command} --lang zh | head -n 1")
    assert (done.stderr, done.returncode) == ("", 0)


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_what_a_terminal_cannot_show_is_a_question_mark(home: Path, encoding: str) -> None:
    """A star becomes `?`, the rest is shown."""
    done = shell(home, "dlprep ask loss.mse.small-batch", PYTHONIOENCODING=encoding)
    assert "loss.mse.small-batch" in done.stdout
    assert (done.stderr, done.returncode) == ("", 0)


def test_half_a_character_in_a_command_is_answered(home: Path) -> None:
    """JSON may carry a lone surrogate; the complaint that repeats it can be written."""
    line = """printf '{"command": "\\\\ud800"}\\n' | """
    done = shell(home, line + "dlprep quiz --json")
    assert '"quiz.json-no-command"' in done.stdout
    assert (done.stderr, done.returncode) == ("", 0)


@pytest.mark.parametrize("command", ["quiz", "--help", "config"])
def test_the_home_of_nobody_is_named(home: Path, command: str) -> None:
    """`~name` of a user who does not exist: a sentence, and help works all the same."""
    done = shell(home, f"dlprep {command}", DLPREP_HOME="~nobody-of-that-name/x")
    if command == "--help":
        assert (done.stderr, done.returncode) == ("", 0)
    else:
        assert done.stderr.startswith("error: your home folder cannot be found\n  hint: ")
        assert done.returncode == 2
