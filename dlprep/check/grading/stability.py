"""What the cases of huge, tiny and equal numbers say of a function, beside whether it is right."""

from __future__ import annotations

from collections.abc import Sequence

from dlprep.check.grading.bonds import Bonds
from dlprep.check.grading.grade import Trial
from dlprep.model.message import Message
from dlprep.model.report import UNSTABLE, CaseResult, Verdict

NUMBERS = frozenset(("passed", "wrong", "shape", "dtype", "input-mutated", "not-judged"))
NAMEABLE = frozenset(("wrong", "shape", "dtype", "not-finite", "crash", "input-mutated"))


def stability_of(
    cases: Sequence[CaseResult], verdict: Verdict, *, fed_wrongly: bool = False
) -> Message | None:
    """One word on the stability axis: fine, or the cases that break; of a function that is wrong
    anyway, or is given what a wrong one makes, only those that give no numbers, and raise no error
    that plain numbers raise as well, and else nothing: other huge numbers may break it."""
    tried = [each for each in cases if each.axis == "stability" and each.verdict != "not-judged"]
    plain = [each for each in cases if each.axis == "value"]
    if not tried or verdict not in NAMEABLE | {"passed"}:
        return None
    fine = {"passed"} if verdict == "passed" and not fed_wrongly else NUMBERS
    known = {*map(_error, plain)} - {None}
    broken = [
        each.label for each in tried if each.verdict not in fine and _error(each) not in known
    ]
    if broken:
        return Message(UNSTABLE, {"cases": broken})
    return Message("check.stable") if verdict == "passed" and not fed_wrongly else None


def is_fed_wrongly(function: str, trials: Sequence[Trial]) -> bool:
    """Whether a function is given what another makes that is wrong in a plain case."""
    return any(
        grade.function in Bonds(each.drawn.script).feeders(function) - {function}
        for each in trials
        if each.drawn.case.axis == "value"
        for grade in each.grades
        if grade.verdict not in {"passed", "not-judged"}
    )


def _error(case: CaseResult) -> tuple[object, ...] | None:
    """The kind of an error and its line: what plain numbers raise says nothing of huge ones."""
    if case.message is None:
        return None
    values = case.message.values
    return case.message.code, values.get("type"), values.get("line")
