"""What crosses between the command and the judge arrives as it was."""

from __future__ import annotations

from shipped import BANK

from dlprep.check import wire
from dlprep.model.item import Code
from dlprep.model.message import Message, Place
from dlprep.model.report import CaseResult, OutputResult
from dlprep.model.text import Text
from dlprep.sandbox.limits import Limits


def test_every_shipped_exercise_arrives_as_it_was() -> None:
    """Whatever an author may write in an exercise, the judge reads the same."""
    exercises = [BANK.item(header.id) for header in BANK.exercises()]
    assert len(exercises) >= 15
    for item in exercises:
        assert isinstance(item, Code)
        assert wire.decode(wire.encode(item)) == item


def test_reports_and_limits_arrive_as_they_were() -> None:
    """Messages with places and mixed values, texts, tuples in tuples."""
    said = Message("check.shape", {"expected": (3, 5), "label": Text("中", "en")}, Place("a.py", 3))
    value = (
        CaseResult(
            label=Text("甲", "a"),
            verdict="shape",
            outputs=(OutputResult(name="dz", verdict="shape", message=said),),
        ),
        Limits(case_s=0.5),
    )
    assert wire.decode(wire.encode(value)) == value
