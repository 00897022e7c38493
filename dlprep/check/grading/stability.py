"""What the cases of huge, tiny and equal numbers say of a function, beside whether it is right."""

from __future__ import annotations

from collections.abc import Sequence

from dlprep.model.message import Message
from dlprep.model.report import UNSTABLE, CaseResult, Verdict

NUMBERS = frozenset(("passed", "wrong", "shape", "dtype", "input-mutated", "not-judged"))
NAMEABLE = frozenset(("wrong", "shape", "dtype", "not-finite", "crash", "input-mutated"))


def stability_of(cases: Sequence[CaseResult], verdict: Verdict) -> Message | None:
    """One word on the stability axis: fine, or the cases that break; of a function that is wrong
    anyway only those that give no numbers, and raise no error that plain numbers raise as well.
    Where plain cases do not give any either, nothing."""
    tried = [each for each in cases if each.axis == "stability" and each.verdict != "not-judged"]
    plain = [each for each in cases if each.axis == "value"]
    if not tried or verdict not in NAMEABLE | {"passed"}:
        return None
    fine = {"passed"} if verdict == "passed" else NUMBERS
    known = {*map(_error, plain)} - {None}
    broken = [
        each.label for each in tried if each.verdict not in fine and _error(each) not in known
    ]
    if broken:
        return Message(UNSTABLE, {"cases": broken})
    return Message("check.stable") if all(each.verdict in NUMBERS for each in plain) else None


def _error(case: CaseResult) -> tuple[object, ...] | None:
    """The kind of an error and its line: what plain numbers raise says nothing of huge ones."""
    if case.message is None:
        return None
    values = case.message.values
    return case.message.code, values.get("type"), values.get("line")
