"""The judge's process: what it is given, what it answers, how it fails."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from dlprep.check.court import Brief, Court
from dlprep.model.message import DlprepError, ExitCode
from dlprep.sandbox.limits import Limits

FORKS = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def test_without_fork_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot fork the person is told which systems can."""
    monkeypatch.delattr(os, "fork", raising=False)
    with pytest.raises(DlprepError) as error:
        Court()
    assert error.value.messages[0].code == "check.no-fork"


@pytest.fixture
def court() -> Iterator[Court]:
    court = Court()
    yield court
    court.close()


@FORKS
def test_a_judge_that_fails_is_our_bug_and_says_why(court: Court) -> None:
    """The trouble in the other process is told in this one; it is never a verdict."""
    court.ask(Brief("answer.py", b"x = 1\n", ((None, Path(), {}, None),)), Limits(), seed=1)  # type: ignore[arg-type]
    with pytest.raises(RuntimeError, match="AttributeError"):
        court.answer()


@FORKS
def test_one_judge_judges_file_after_file(court: Court) -> None:
    """A file that cannot be loaded takes nothing from the next."""
    for data in (b"x = 1\n", b"1 / 0\n", b"import os; os._exit(3)\n", "# 中文\n".encode("gbk")):
        court.ask(Brief("a.py", data, ()), Limits(), seed=1)
        judged = court.answer()
        assert judged.exercises == ()
        assert judged.isolation in {"L1", "L2", "L3"}


@FORKS
def test_a_judge_that_was_stopped_is_told_to_go_on(court: Court) -> None:
    """Where nothing keeps a program from other processes it may stop the judge."""
    os.kill(court._pid, signal.SIGSTOP)
    court.ask(Brief("a.py", b"x = 1\n", ()), Limits(), seed=1)
    assert court.answer().exercises == ()


@FORKS
def test_a_judge_is_not_waited_for_without_end(court: Court) -> None:
    """It is our bug, told with the name of the file; the judge is gone."""
    os.kill(court._pid, signal.SIGSTOP)
    court.ask(Brief("a.py", b"x = 1\n", ()), Limits(), seed=1)
    court._patience_s = 0.0
    with pytest.raises(DlprepError) as error:
        court.answer()
    assert error.value.messages[0].code == "check.silent"
    assert str(error.value.messages[0].place) == "a.py"
    assert error.value.exit_code == ExitCode.BUG
    with pytest.raises(ChildProcessError):
        os.waitpid(court._pid, os.WNOHANG)


@FORKS
def test_a_judge_that_was_never_asked_goes_when_the_command_does() -> None:
    """A command that ends early, for a wrong option or a missing file, waits for nobody."""
    court = Court()
    court.close()
    court.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(court._pid, os.WNOHANG)
