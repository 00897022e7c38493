"""`dlprep check --map`: for each wrong output the case that shows most, drawn and put in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod

from rich.text import Text

from dlprep.model.message import Message
from dlprep.model.report import CaseResult, ErrorMap, FunctionReport
from dlprep.model.value import dataclass
from dlprep.view.heatmap import draw
from dlprep.view.pen import Pen

READABLE = 1200  # entries that can still be told apart on one screen
LEAST_HEIGHT = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """An output of one case that can be drawn."""

    output: str
    case: CaseResult
    errors: ErrorMap

    def tells(self) -> tuple[bool, bool, int]:
        """More entries tell more, as long as they fit on a screen."""
        size = prod(self.errors.shape)
        fits = size <= READABLE
        return self.case.axis == "value", fits, size if fits else -size


def map_lines(pen: Pen, functions: Sequence[FunctionReport], height: int) -> Iterator[Text]:
    """The maps of the wrong outputs of the first function that has any; as many as fit."""
    found = next(filter(None, (_candidates(function) for function in functions)), [])
    if not found:
        yield pen.paragraph(pen.say("map.nothing"))
        return
    names = list(dict.fromkeys(each.output for each in found))
    left, drawn = height - 2, 0
    for name in names:
        if drawn and left < LEAST_HEIGHT:
            break
        lines = list(_one(pen, [each for each in found if each.output == name], left))
        yield from lines
        left -= sum(len(line.split("\n")) for line in lines)
        drawn += 1
    if names[drawn:]:
        yield pen.paragraph(pen.say("map.more-outputs", names=names[drawn:]), "dim")
    steps = [pen.say(f"map.step.{each}") for each in ("right", "little", "much", "more", "broken")]
    yield pen.parts(steps, between="   ")


def _candidates(function: FunctionReport) -> list[Candidate]:
    return [
        Candidate(output.name, case, output.map)
        for case in function.cases
        for output in case.outputs
        if output.map is not None
    ]


def _one(pen: Pen, found: Sequence[Candidate], height: int) -> Iterator[Text]:
    best = max(found, key=Candidate.tells)
    values = {
        "output": best.output,
        "label": best.case.label,
        "shape": "×".join(map(str, best.errors.shape)),
        "said": _everywhere_alike(found, best),
    }
    yield pen.paragraph(pen.said(Message("map.title", values)), "bold")
    drawn = draw(best.errors, pen.width, max(height, LEAST_HEIGHT) - 2)
    yield from drawn.lines
    if max(drawn.block) > 1:
        block = "×".join(map(str, drawn.block))
        yield pen.paragraph(pen.say("map.blocks", block=block), "dim")
    if drawn.left_out:
        yield pen.paragraph(pen.say("map.more-slices", n=drawn.left_out), "dim")


def _everywhere_alike(found: Sequence[Candidate], best: Candidate) -> Message:
    """The pattern of the case drawn, and whether it is that of all cases that went wrong."""
    codes = {each.errors.pattern.code for each in found}
    alike = len(found) > 1 and len(codes) == 1 and "map.scattered" not in codes
    return Message("map.alike", {"said": best.errors.pattern}) if alike else best.errors.pattern
