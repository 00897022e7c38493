"""Numbers so small that the absolute tolerance alone calls them right. Where an output is wrong in
other cases, these cases say nothing of it: neither that it is right there nor that it is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dlprep.check.grading.compare import Closeness, is_faint
from dlprep.check.grading.facts import leaf
from dlprep.check.grading.grade import Trial
from dlprep.model.report import CaseResult


def telling(
    cases: Sequence[CaseResult], trials: Sequence[Trial], close: Sequence[Closeness], function: str
) -> Iterator[CaseResult]:
    """The results of a wrong function without outputs that are wrong elsewhere and faint here.
    Trials come in the order of the cases, one each."""
    wrong = {each.name for case in cases for each in case.outputs if each.verdict != "passed"}
    for case, trial, measure in zip(cases, trials, close, strict=True):
        faint = {*_faint(trial, measure, function)} & wrong
        kept = tuple(each for each in case.outputs if each.name not in faint)
        yield replace(case, outputs=kept) if len(kept) < len(case.outputs) else case


def _faint(trial: Trial, close: Closeness, function: str) -> Iterator[str]:
    for at, graded in enumerate(trial.grades):
        if graded.function != function or graded.run.kind != "ok":
            continue
        for output in graded.outputs:
            if output.verdict == "passed" and output.name not in close.chance:
                right = leaf(trial.reference[at].outputs, output.name)
                if is_faint(right, leaf(trial.learner[at].outputs, output.name), close):
                    yield output.name
