"""`dlprep check --explain`: a wrong entry in symbols, and the first wrong intermediate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from dlprep.model.message import CellLine, Message
from dlprep.model.report import Explanation, FunctionReport, SymbolicEntry, TracedStep
from dlprep.model.text import Lang
from dlprep.view.messages import words
from dlprep.view.pen import Pen
from dlprep.view.printable import one_line

Object = dict[str, object]
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def explanation_lines(pen: Pen, functions: Sequence[FunctionReport]) -> Iterator[Text]:
    """What tracing shows of every wrong function."""
    explained = [each for each in functions if each.explanation is not None]
    if not explained:
        yield pen.paragraph(pen.say("symbols.nothing"), "dim")
    for function in explained:
        assert function.explanation is not None
        yield from _function(pen, function.called or function.name, function.explanation)


def _function(pen: Pen, name: str, explanation: Explanation) -> Iterator[Text]:
    if explanation.refused is not None:
        yield pen.paragraph(pen.said(explanation.refused), hanging=f"{one_line(name)}: ")
        return
    sizes = ", ".join(f"{name}={size}" for name, size in explanation.sizes.items())
    yield pen.paragraph(pen.say("symbols.title", function=one_line(name), sizes=sizes), "bold")
    for entry in explanation.entries:
        yield from _entry(pen, entry)
    yield from _steps(pen, explanation.steps)
    if not explanation.entries and all(step.is_right for step in explanation.steps):
        yield pen.paragraph(pen.say("symbols.all-too-long"), "dim", indent=3)


def _entry(pen: Pen, entry: SymbolicEntry) -> Iterator[Text]:
    left = f"{one_line(_entry_name(entry))} = "
    for code, text, style in (("yours", entry.yours, "wrong"), ("right", entry.right, "right")):
        shown = one_line(text) if text else pen.say("symbols.too-long")
        head = f"{pen.say(f'symbols.{code}')}  {left}"
        yield pen.paragraph(Text(shown), style, indent=3, hanging=head)
    if entry.note is not None:
        yield pen.paragraph(pen.said(entry.note), indent=3)


def _entry_name(entry: SymbolicEntry) -> str:
    """An entry as on paper where one digit an axis says it: dz₀₁."""
    index = ",".join(map(str, entry.index))
    if not index:
        return entry.output
    if max(entry.index) > 9 or entry.output[-1:].isdigit():
        return f"{entry.output}[{index}]"
    return entry.output + index.replace(",", "").translate(_SUBSCRIPTS)


def _steps(pen: Pen, steps: Sequence[TracedStep]) -> Iterator[Text]:
    """The right ones in one line, then the first wrong one."""
    right = [_called(each) for each in steps if each.is_right]
    if right:
        said = pen.say("symbols.steps-right", names=right)
        yield pen.paragraph(Text(said, "right"), indent=3, hanging="✓ ")
    for step in steps:
        if not step.is_right:
            code = "symbols.step-wrong-at" if step.line else "symbols.step-wrong"
            said = pen.say(code, name=_called(step), line=step.line)
            yield pen.paragraph(Text(said, "wrong"), indent=3, hanging="✗ ")
            if step.entry is not None:
                yield from _entry(pen, step.entry)


def _called(step: TracedStep) -> str:
    """A gradient with what it is taken for."""
    return one_line(f"{step.name} = ∂L/∂{step.of}" if step.of else step.name)


def explanation_json(explanation: Explanation | None, lang: Lang) -> Object | None:
    """The same for a script; what was not asked for is null."""
    if explanation is None:
        return None
    return {
        "sizes": explanation.sizes,
        "entries": [_entry_json(each, lang) for each in explanation.entries],
        "steps": [
            {
                "name": step.name,
                "of": step.of,
                **line_json(step.line),
                "right": step.is_right,
                "entry": step.entry and _entry_json(step.entry, lang),
            }
            for step in explanation.steps
        ],
        "refused": _words(explanation.refused, lang),
    }


def line_json(line: int | None) -> Object:
    """The number of a line; of a notebook the number in its cell, and which code cell."""
    if isinstance(line, CellLine):
        return {"line": line.within, "cell": line.cell}
    return {"line": line}


def _entry_json(entry: SymbolicEntry, lang: Lang) -> Object:
    return {
        "output": entry.output,
        "index": list(entry.index),
        "yours": entry.yours,
        "right": entry.right,
        "note": _words(entry.note, lang),
    }


def _words(message: Message | None, lang: Lang) -> str | None:
    return None if message is None else words(message, lang)
