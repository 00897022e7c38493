"""What is right and what is not: a line for each function, and for each output of a wrong one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from dlprep.model.message import Message
from dlprep.model.report import ACCEPTED, CHANGED, UNSEEN, CaseResult, FunctionReport, Verdict
from dlprep.model.text import Text as Words
from dlprep.model.value import dataclass
from dlprep.view.check_table import output_names, output_of
from dlprep.view.fit import cut_front
from dlprep.view.pen import Pen
from dlprep.view.printable import one_line
from dlprep.view.signs import sign

WIDEST_NAME = 34
MOST_LINES = 5  # of more outputs those with the same words share a line
WHOLE: frozenset[Verdict] = frozenset(("convention", "not-implemented", "not-judged"))
UNJUDGED: frozenset[Verdict] = frozenset(("not-judged", "not-implemented"))
QUIET: frozenset[Verdict] = frozenset(("passed", "not-judged"))


@dataclass(frozen=True, slots=True)
class Line:
    """One line to be: the verdict's sign, what is judged, what is said of it."""

    verdict: Verdict
    name: str
    said: str


def function_lines(pen: Pen, functions: Sequence[FunctionReport]) -> Iterator[Text]:
    """What is right first; then what is not, output by output; then what there is no verdict on;
    warnings last."""
    unwritten = [each for each in functions if each.verdict == "not-implemented"]
    several = len(unwritten) > 1
    told = [each for each in functions if not several or each not in unwritten]
    lines = [line for function in told for line in _lines(pen, function)]
    lines.sort(key=lambda line: (line.verdict in UNJUDGED, line.verdict != "passed"))
    widest = min(max((cell_len(line.name) for line in lines), default=0), WIDEST_NAME)
    for line in lines:
        yield _drawn(pen, line, widest)
    if several:
        yield unwritten_line(pen, unwritten)
    yield from accepted_lines(pen, functions)
    for function in functions:
        if function.stability and function.is_unstable:
            yield pen.paragraph(pen.said(function.stability), "warn", hanging="⚠ ")


def accepted_lines(pen: Pen, functions: Sequence[FunctionReport]) -> Iterator[Text]:
    """The conventions other than the exercise's own that functions were judged by."""
    follow: dict[object, list[str]] = {}
    for function in functions:
        for fact in function.facts:
            if fact.code == ACCEPTED:
                name = one_line(function.called or function.name)
                follow.setdefault(fact.values["yours_text"], []).append(name)
    for text, names in follow.items():
        yield pen.paragraph(pen.say("check.accepted-of", names=names, text=text), "dim", indent=3)


def unwritten_line(pen: Pen, functions: Sequence[FunctionReport]) -> Text:
    """All functions that are still to be written, in few words."""
    names = [one_line(each.called or each.name) for each in functions]
    said = pen.say("check.unwritten", names=names)
    return pen.paragraph(said, "dim", hanging=f"{sign('not-implemented')[0]} ")


def is_quiet(function: FunctionReport) -> bool:
    """Whether there is nothing to mend in a function by itself."""
    return function.verdict in QUIET and not function.is_unstable


def _drawn(pen: Pen, line: Line, widest: int) -> Text:
    shape, style = sign(line.verdict)
    room = min(widest, max(pen.width // 2 - 4, 8))
    name = cut_front(line.name, room)
    hanging = f"{shape} {name}{' ' * (min(room, widest) - cell_len(name))}  "
    drawn = pen.paragraph(line.said, hanging=hanging)
    drawn.stylize(style, 0, 1 + len(shape) + 1 + len(name))
    return drawn


def _lines(pen: Pen, function: FunctionReport) -> Iterator[Line]:
    value = [case for case in function.cases if case.axis == "value"]
    name = one_line(function.called or function.name)
    if function.verdict != "wrong":
        yield Line(function.verdict, name, _summary(pen, function, value))
        return
    lines = {
        output: _output(pen, f"{name}: {output}", output, value) for output in output_names(value)
    }
    if len(lines) <= MOST_LINES:
        yield from lines.values()
        return
    for verdict, said in dict.fromkeys((line.verdict, line.said) for line in lines.values()):
        alike = [output for output, line in lines.items() if line.said == said]
        yield Line(verdict, name, pen.say("check.of-outputs", outputs=alike, said=said))


def _output(pen: Pen, shown: str, name: str, cases: Sequence[CaseResult]) -> Line:
    found = [(case, output_of(case, name)) for case in cases]
    judged = [(case.label, output.verdict) for case, output in found if output is not None]
    right = [label for label, verdict in judged if verdict == "passed"]
    left = sum(name.partition(".")[0] in case.unjudged for case in cases)
    if len(right) == len(judged) and left:
        return Line("passed", shown, pen.say("check.right-so-far", n=len(judged), left=left))
    if len(right) == len(judged):
        return Line("passed", shown, _right_in(pen, len(judged), len(judged)))
    return Line("wrong", shown, _wrong_in(pen, len(judged), right))


def _right_in(pen: Pen, right: int, judged: int) -> str:
    return pen.say("check.right-in-one" if judged == 1 else "check.right-in", n=right, of=judged)


def _wrong_in(pen: Pen, judged: int, right: Sequence[Words]) -> str:
    values = {"n": judged - len(right), "of": judged, "right": right}
    if not right:
        return pen.say("check.wrong-in-one" if judged == 1 else "check.wrong-in-all", **values)
    return pen.say("check.wrong-in-but" if len(right) <= 2 else "check.wrong-in", **values)


def _changed(function: FunctionReport, cases: Sequence[CaseResult]) -> Message | None:
    """That inputs were changed by an earlier call, where this is why nothing was judged."""
    if function.verdict != "not-judged":
        return None
    told = [case.message for case in cases]
    return told[0] if told and all(each and each.code == CHANGED for each in told) else None


def _summary(pen: Pen, function: FunctionReport, cases: Sequence[CaseResult]) -> str:
    good = sum(case.verdict == "passed" for case in cases)
    judged = sum(case.verdict != "not-judged" for case in cases)
    if function.verdict == "passed":
        return _right_in(pen, good, judged)
    if unseen := next((fact for fact in function.facts if fact.code == UNSEEN), None):
        return pen.say(unseen.code, **unseen.values)
    if changed := _changed(function, cases):
        return pen.said(changed).plain
    said = pen.say(f"verdict.{function.verdict}")
    if function.verdict in WHOLE:
        return said
    return said + (pen.say("check.but-right-in", n=good, of=judged) if good else "")
