"""The first thing to mend in a function: the mistake's name, the facts, the learner's own line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import assert_never

from rich.cells import cell_len
from rich.text import Text

from dlprep.model.message import CellLine, Message
from dlprep.model.outline import Mistake
from dlprep.model.report import CONVENTIONS, FunctionReport, NamedMistake
from dlprep.model.text import Lang
from dlprep.model.text import Text as Words
from dlprep.view.check_table import output_names
from dlprep.view.fit import cut
from dlprep.view.pen import Pen
from dlprep.view.printable import one_line

MOST_NAMED = 2
MOST_FACTS = 2
MOST_OUTPUTS = 5
FEW_OUTPUTS = 3  # of more
VALUED = frozenset(("wrong", "not-finite"))


def first_thing(
    pen: Pen,
    function: FunctionReport,
    known: Mapping[str, Mistake],
    source: Sequence[str],
    *,
    is_alone: bool,
) -> Iterator[Text]:
    """What to mend first in a function that is not right: name, facts, line, how to see it. Of
    two mistakes each has its own facts and its own way to be seen. It is `is_alone` where no
    other function has a mistake with a name."""
    mistakes = function.mistakes[:MOST_NAMED]
    messages = [*troubles(function)[:1], *function.facts[:MOST_FACTS]]
    if len(mistakes) > 1:
        yield from _one_by_one(pen, mistakes, messages, known)
    else:
        yield from (named(pen, mistake, known) for mistake in mistakes)
    own = [each for each in messages if len(mistakes) > 1 and _is_of_any(each, mistakes)]
    for message in (each for each in messages if each not in own):
        yield from told(pen, message)
    for line in _lines_at_fault(mistakes, messages):
        yield from excerpt(pen, source, line)
    if len(mistakes) == 1 and (more := _how_to_see(mistakes[0], known, pen.lang)):
        yield pen.paragraph(more, "dim", indent=3)
    elif function.cut_short:
        yield pen.paragraph(pen.say("check.cut-short"), "dim", indent=3)
    elif function.verdict in VALUED and function.unexplained:
        code = "check.unnamed" if is_alone else "check.unnamed-of"
        name = one_line(function.called or function.name)
        yield pen.paragraph(pen.say(code, function=name), "dim", indent=3)


def _one_by_one(
    pen: Pen,
    mistakes: Sequence[NamedMistake],
    messages: Sequence[Message],
    known: Mapping[str, Mistake],
) -> Iterator[Text]:
    yield pen.paragraph(pen.say("check.two-mistakes"), "bold")
    for number, mistake in enumerate(mistakes, 1):
        yield named(pen, mistake, known, f"{number}  ")
        for message in (each for each in messages if _is_of_any(each, [mistake])):
            yield from told(pen, message)
        if more := _how_to_see(mistake, known, pen.lang):
            yield pen.paragraph(more, "dim", indent=3)


def _is_of_any(message: Message, mistakes: Sequence[NamedMistake]) -> bool:
    """Whether a fact is about an output that a mistake explains."""
    output = message.values.get("output")
    return any(output in mistake.output.split(", ") for mistake in mistakes)


def in_order(function: FunctionReport) -> FunctionReport:
    """With mistakes and facts in the order of the outputs they are about, and these in the order
    of the calls."""
    order = {name: at for at, name in enumerate(output_names(function.cases))}

    def at(output: object) -> int:
        return min((order.get(name, -1) for name in str(output).split(", ")), default=-1)

    def sorted_within(mistake: NamedMistake) -> NamedMistake:
        return replace(mistake, output=", ".join(sorted(mistake.output.split(", "), key=at)))

    mistakes = sorted(map(sorted_within, function.mistakes), key=lambda each: at(each.output))
    facts = sorted(function.facts, key=lambda each: at(each.values.get("output")))
    return replace(function, mistakes=tuple(mistakes), facts=tuple(facts))


def told(pen: Pen, message: Message) -> Iterator[Text]:
    """A fact; of another convention both are named, one below the other."""
    if message.code not in CONVENTIONS:
        yield pen.paragraph(pen.said(message), indent=3)
        return
    names = [pen.say("check.yours"), pen.say("check.asked")]
    width = max(map(cell_len, names))
    for name, side in zip(names, ("yours_text", "asked_text"), strict=True):
        text = message.values[side]
        said = text.in_(pen.lang) if isinstance(text, Words) else str(text)
        gap = " " * (width - cell_len(name) + (pen.lang == "en"))
        yield pen.paragraph(said, indent=3, hanging=name + gap)


def named(pen: Pen, mistake: NamedMistake, known: Mapping[str, Mistake], hanging: str = "") -> Text:
    """The headline of one mistake, its code at the right where it has a page."""
    told = headline(mistake)
    left = pen.paragraph(pen.say(told.code, **told.values), "bold", hanging=hanging)
    if mistake.code not in known:
        return left
    lines = left.split("\n")
    lines[-1] = pen.ends(lines[-1], f"[{mistake.code}]")
    return Text("\n").join(lines)


def headline(mistake: NamedMistake) -> Message:
    """Each way of finding a mistake has its own words: how sure we are is part of the name."""
    text = mistake.effect or mistake.text
    if mistake.place:
        text = Message("effect.in-place", {"effect": text, "place": mistake.place})
    elif mistake.foreign:
        text = Message("effect.foreign", {"effect": text})
    values = {
        "output": _outputs(mistake.output),
        "text": text,
        "line": mistake.line,
        "lines": (mistake.line, *mistake.alike, *mistake.either),
        "but": mistake.but,
    }
    match mistake.source:
        case "repair":
            code = "check.repair" if mistake.line else "check.repair-somewhere"
            code = "check.repair-but" if mistake.line and mistake.but else code
            code = "check.repair-apart" if mistake.line and mistake.apart else code
            code = "check.repair-alike" if mistake.line and mistake.alike else code
            code = "check.repair-either" if mistake.line and mistake.either else code
            code = "check.effect-confirmed" if mistake.effect else code
        case "edit":
            code = f"check.effect-{mistake.confidence}"
        case "written" | "pair":
            code = f"check.mistake-{mistake.confidence}"
        case _:
            assert_never(mistake.source)
    return Message(code, values)


def _outputs(listed: str) -> str | Message:
    """The outputs that a mistake explains; of many the first ones and how many there are."""
    names = listed.split(", ")
    if len(names) <= MOST_OUTPUTS:
        return listed
    return Message("check.many-outputs", {"shown": names[:FEW_OUTPUTS], "n": len(names)})


def _how_to_see(mistake: NamedMistake, known: Mapping[str, Mistake], lang: Lang) -> str:
    page = known.get(mistake.code)
    more = page and (page.see or page.why)
    return more.in_(lang) if more else ""


def _lines_at_fault(mistakes: Sequence[NamedMistake], messages: Sequence[Message]) -> Iterator[int]:
    """The learner's lines that a mistake or an error points at, each once."""
    told = [line_of(message) for message in messages]
    yield from dict.fromkeys(
        line for line in [*chain.from_iterable(map(_own_lines, mistakes)), *told] if line
    )


def _own_lines(mistake: NamedMistake) -> tuple[int | None, ...]:
    return mistake.line, *mistake.alike, *mistake.either


def line_of(message: Message) -> int | None:
    """The learner's line that a message speaks of."""
    inner = message.values.get("said")
    line = message.values.get("line")
    if line is None and isinstance(inner, Message):
        return line_of(inner)
    return line if isinstance(line, int) else None


def faulted(pen: Pen, message: Message) -> Text:
    """What is wrong with a file as a whole, with the line where that is known."""
    line = message.place.line if message.place else None
    said = pen.said(message)
    return Text(pen.say("check.at-line", line=line)).append_text(said) if line else said


def fault_line(message: Message) -> int:
    """The line that it speaks of, or 0."""
    return (message.place and message.place.line) or line_of(message) or 0


def excerpt(pen: Pen, source: Sequence[str], line: int) -> Iterator[Text]:
    """One line of the learner's file with its number; nothing where there is no such line."""
    if not 1 <= line <= len(source):
        return
    code = one_line(source[line - 1].strip().expandtabs(4))
    number = line.within if isinstance(line, CellLine) else line
    drawn = Text().append(f"   {number:>3} │ ", "dim")
    yield drawn.append(cut(code, pen.width - drawn.cell_len - 1), "code")


def troubles(function: FunctionReport) -> list[Message]:
    """What cases and outputs say went wrong, the case with its label, each once."""
    found: dict[str, Message] = {}
    for case in function.cases:
        outputs = [(output.name, output.message) for output in case.outputs]
        for name, message in [("", case.message), *outputs]:
            if message is not None and message.code != "check.not-implemented":
                values = {"label": case.label, "output": name, "said": message}
                code = "check.in-output" if name else "check.in-case"
                found.setdefault(f"{name}{message.code}", Message(code, values))
    return list(found.values())
