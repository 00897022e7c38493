"""Results that are right, but returned in each other's place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from dlprep.check.grading.grade import Trial
from dlprep.check.naming.evidence import Close, same
from dlprep.check.running.runs import StepRun
from dlprep.model.exercise import Step


def exchanged(trials: Sequence[Trial], function: str, close: Close) -> tuple[str, str] | None:
    """Names of two results of a function whose exchange makes every judged call right."""
    step = next((s for trial in trials for s in trial.drawn.script if s.call == function), None)
    for one, other in combinations(range(len(step.gives) if step else 0), 2):
        if step and all(_fits(trial, function, close, one, other) for trial in trials):
            return step.gives[one], step.gives[other]
    return None


def _fits(trial: Trial, function: str, close: Close, one: int, other: int) -> bool:
    for at, step in enumerate(trial.drawn.script):
        grade = trial.grades[at]
        if step.call == function and grade.verdict != "not-judged":
            made = _turned(step, trial.learner[at], one, other)
            if made is None or not same(made, trial.reference[at], None, close(trial.drawn)):
                return False
    return True


def _turned(step: Step, run: StepRun, one: int, other: int) -> StepRun | None:
    """The run with two results exchanged; nothing where these are handles, whose values are not
    known, or where the call failed."""
    if run.kind != "ok" or max(one, other) >= len(step.gives):
        return None
    first, second = step.gives[one], step.gives[other]
    if first not in run.outputs or second not in run.outputs:
        return None
    turned = {first: run.outputs[second], second: run.outputs[first]}
    return StepRun("ok", {**run.outputs, **turned})
