"""The judge's process: what it is given, what it answers, how it fails."""

from __future__ import annotations

import os

import pytest

from dlprep.check.court import Brief, Court
from dlprep.model.message import DlprepError
from dlprep.sandbox.limits import Limits


def test_without_fork_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot fork the person is told which systems can."""
    monkeypatch.delattr(os, "fork", raising=False)
    with pytest.raises(DlprepError) as error:
        Court([Brief("answer.py", b"", ())], Limits())
    assert error.value.messages[0].code == "check.no-fork"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_judge_that_fails_is_our_bug_and_says_why() -> None:
    """The trouble in the other process is told in this one; it is never a verdict."""
    broken = Brief("answer.py", b"x = 1\n", (None,))  # type: ignore[arg-type]
    with pytest.raises(RuntimeError, match="TypeError"):
        Court([broken], Limits()).judgements(seed=1)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_every_file_gets_its_judgement() -> None:
    """Several files are judged one after the other by one judge."""
    briefs = [Brief("a.py", b"x = 1\n", ()), Brief("b.py", b"1 / 0\n", ())]
    judged = Court(briefs, Limits()).judgements(seed=1)
    assert [each.exercises for each in judged] == [(), ()]
    assert {each.isolation for each in judged} <= {"L1", "L2", "L3"}
