"""What is said of a function that follows another convention of the field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dlprep.model.message import Message
from dlprep.model.report import FunctionReport

if TYPE_CHECKING:
    from dlprep.check.variants import Variant


def by_convention(
    bare: FunctionReport, anew: FunctionReport, follows: tuple[Message, ...]
) -> FunctionReport:
    """What is said of a function that was judged anew by the convention it follows."""
    if anew.verdict == "passed":
        return replace(bare, verdict="convention", facts=follows)
    said = (Message("check.fact.follows", each.values) for each in follows)
    return replace(anew, facts=(*said, *anew.facts))


def told(other: Variant, *, alone: bool) -> Message:
    """What the learner follows and what is asked for; `alone` where nothing else is wrong."""
    code = "check.fact.convention" if alone else "check.fact.follows"
    return Message(code, {"yours": other.code, "asked": other.asked})
