"""Right numbers in lists where arrays belong."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dlprep.check.grading.grade import Trial
from dlprep.check.naming.evidence import Close, same
from dlprep.check.running.runs import StepRun
from dlprep.sandbox.frames import Value


def listed(trials: Sequence[Trial], function: str, close: Close) -> bool:
    """Whether every judged call of a function is right once its lists are arrays, and was not
    before."""
    calls = [
        (trial, at)
        for trial in trials
        for at, grade in enumerate(trial.grades)
        if grade.function == function and grade.verdict != "not-judged"
    ]
    return all(
        same(_in_arrays(trial, at), trial.reference[at], None, close(trial.drawn))
        for trial, at in calls
    ) and not all(
        same(trial.learner[at], trial.reference[at], None, close(trial.drawn))
        for trial, at in calls
    )


def _in_arrays(trial: Trial, at: int) -> StepRun:
    run, right = trial.learner[at], trial.reference[at].outputs
    made = {name: _array(value, right.get(name)) for name, value in run.outputs.items()}
    return StepRun(run.kind, made)


def _array(value: Value, expected: Value) -> Value:
    match expected, value:
        case np.ndarray(), list() | tuple():
            try:
                made = np.array(value)
            except ValueError:  # rows of several lengths
                return value
            return made if made.dtype.kind in "biuf" else value
        case dict(), dict():
            return {key: _array(each, expected.get(key)) for key, each in value.items()}
        case ((list() | tuple()), (list() | tuple())) if len(expected) == len(value):
            return [_array(*pair) for pair in zip(value, expected, strict=True)]
        case _:
            return value
