"""Hints come in steps: those written for the exercise, then the fix of a mistake that is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from dlprep.check.worked import WrongForm, wrong_forms
from dlprep.model.hint import Fix, Hint
from dlprep.model.item import Code
from dlprep.model.message import fault
from dlprep.model.report import ExerciseReport, FunctionReport, NamedMistake
from dlprep.model.text import Text


def hint(
    code: Code,
    report: ExerciseReport,
    solution: Path,
    source: Sequence[str],
    *,
    asked: int | None,
    given: int,
) -> Hint:
    """The hint asked for, or the next after those `given`: the last one again where there are no
    more. Raises `hint.none` and `hint.beyond`."""
    steps: tuple[Text | Fix, ...] = (*code.hints, *_fixes(report, solution, source))
    if not steps:
        raise fault("hint.none", id=code.id)
    if asked is not None and asked > len(steps):
        raise fault("hint.beyond", id=code.id, asked=asked, of=len(steps))
    number = min(given + 1, len(steps)) if asked is None else asked
    return Hint(exercise=code.id, number=number, of=len(steps), said=steps[number - 1])


def _fixes(report: ExerciseReport, solution: Path, source: Sequence[str]) -> Iterator[Fix]:
    """The fixes of the first function in which a mistake is known for sure."""
    for function in report.functions:
        sure = [each for each in function.mistakes if each.confidence == "confirmed"]
        if sure:
            forms = wrong_forms(solution.read_text(encoding="utf-8"), solution.name)
            yield from filter(None, (_fix(each, function, forms, source) for each in sure))
            return


def _fix(
    mistake: NamedMistake,
    function: FunctionReport,
    forms: Sequence[WrongForm],
    source: Sequence[str],
) -> Fix | None:
    if mistake.fix is not None and mistake.line and mistake.line <= len(source):
        wrong = source[mistake.line - 1].strip()
        return Fix(
            line=mistake.line,
            wrong=wrong,
            right=mistake.fix,
            where=mistake.where,
            alike=mistake.alike,
            one_of=bool(mistake.either),
        )
    named = [each for each in forms if each.code == mistake.code]
    here = [each for each in named if each.function == function.name]
    for form in here or named:
        return Fix(wrong=form.wrong, right=form.right)
    return None
