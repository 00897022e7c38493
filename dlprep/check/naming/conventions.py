"""What is said of a function that follows another convention of the field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dlprep.check.grading.compare import Closeness
from dlprep.check.grading.grade import Trial, grade, worst
from dlprep.check.running.draw import Drawn
from dlprep.model.message import Message
from dlprep.model.report import ACCEPTED, ExerciseReport, FunctionReport, NamedMistake, Verdict

if TYPE_CHECKING:
    from dlprep.check.naming.forms import Reference
    from dlprep.check.source.variants import Variant


def others(
    codes: Iterable[str], asked: str | None, solution: Reference
) -> Iterator[tuple[Message, Reference]]:
    """The exercise by other conventions than it is judged by, and what is to be said of whoever
    follows one: those of `codes` are as right. Where a person `asked` for one, the exercise's own
    is another."""
    own = {each.code: each.asked for each in solution.variants if each.asked}
    if asked in own:
        yield Message("check.fact.convention", {"yours": own[asked], "asked": asked}), solution
    for code in () if asked else codes:
        if other := solution.converted([code]):
            yield Message(ACCEPTED, {"yours": code, "asked": own[code]}), other


def instead(
    codes: Iterable[str], asked: str | None, solution: Reference
) -> Iterator[tuple[str, Message]]:
    """The conventions by which outputs that depend on chance may be right as well, and what is to
    be said of whoever follows one: as `others` does."""
    own = {each.code: each.asked for each in solution.variants if each.asked}
    if asked in own:
        code = str(own[asked])
        yield code, Message("check.fact.convention", {"yours": code, "asked": asked})
        return
    said = "check.fact.convention" if asked else ACCEPTED
    for code in codes:
        if asked in (None, own[code]):
            yield code, Message(said, {"yours": code, "asked": own[code]})


def fits_better(anew: ExerciseReport, before: ExerciseReport) -> bool:
    """Whether more is right by another convention, or has a name where as much is right."""
    return _fit(anew) > _fit(before)


def _fit(report: ExerciseReport) -> tuple[int, int]:
    right = sum(each.verdict == "passed" for each in report.functions)
    return right, sum(bool(each.mistakes) for each in report.functions)


def by_other(report: ExerciseReport, fact: Message) -> ExerciseReport:
    """An exercise that was judged by another convention, with what is said of that."""
    functions = tuple(_by_other(each, fact) for each in report.functions)
    return replace(report, functions=functions, verdict=worst(each.verdict for each in functions))


def _by_other(function: FunctionReport, fact: Message) -> FunctionReport:
    match function.verdict:
        case "not-judged" | "not-implemented":
            return function
        case "passed":
            verdict: Verdict = "passed" if fact.code == ACCEPTED else "convention"
            return replace(function, verdict=verdict, facts=(fact, *function.facts))
        case _:
            follows = Message("check.fact.follows", fact.values)
            return replace(function, facts=(follows, *function.facts))


def judged_by(
    other: Reference, trials: Sequence[Trial], close: Callable[[Drawn], Closeness]
) -> list[Trial]:
    """The same runs held against what is right there."""
    pairs = [(each, other.program.run(each.drawn)) for each in trials]
    return [grade(each.drawn, right, each.learner, close(each.drawn)) for each, right in pairs]


def by_convention(
    bare: FunctionReport, anew: FunctionReport, follows: tuple[Message, ...]
) -> FunctionReport:
    """What is said of a function that was judged anew by the convention it follows."""
    if anew.verdict == "passed":
        return replace(bare, verdict="convention", facts=follows)
    said = (Message("check.fact.follows", each.values) for each in follows)
    return replace(anew, facts=(*said, *anew.facts), mistakes=tuple(map(_by_either, anew.mistakes)))


def _by_either(mistake: NamedMistake) -> NamedMistake:
    """A line that makes a function fit the one before it: that it would fit as well if the other
    followed what is asked for is as likely, so that no fix is given; of an effect it is said by
    which convention it is one, and no place, since the worked solution reads otherwise there."""
    if mistake.source == "edit":
        said = Message("effect.as-followed", {"effect": mistake.effect})
        return replace(mistake, effect=said, place=None)
    if mistake.source != "repair" or mistake.effect is not None:
        return mistake
    effect = Message("effect.by-convention", {"line": mistake.line})
    return replace(mistake, effect=effect, fix=None)


def told(other: Variant, *, alone: bool) -> Message:
    """What the learner follows and what is asked for; `alone` where nothing else is wrong."""
    code = "check.fact.convention" if alone else "check.fact.follows"
    return Message(code, {"yours": other.code, "asked": other.asked})
