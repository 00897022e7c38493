"""What `dlprep derive` shows: the question, each line with its sign, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from rich.text import Text

from dlprep.model.derivation import (
    Apart,
    JudgedDerivation,
    JudgedLine,
    Status,
    SympyEntry,
    SympyWitness,
)
from dlprep.model.item import Derivation
from dlprep.model.message import Message
from dlprep.model.text import Lang
from dlprep.model.text import Text as Words
from dlprep.view.messages import words
from dlprep.view.pen import Pen
from dlprep.view.printable import printable

if TYPE_CHECKING:
    from dlprep.model.catalog import Header
    from dlprep.model.flashcard import Scheduled

Object = dict[str, object]
SIGNS: MappingProxyType[Status, tuple[str, str]] = MappingProxyType(
    {
        "right": ("✓", "right"),
        "assuming": ("✓", "right"),
        "rounded": ("✓", "right"),
        "given": ("·", "dim"),
        "defined": ("·", "dim"),
        "wrong": ("✗", "wrong"),
        "carried": ("↳", "dim"),
        "after": ("–", "dim"),
        "undecided": ("?", "warn"),
        "unread": ("?", "warn"),
        "not-refuted": ("~", "dim"),
        "remark": (" ", "dim"),
    }
)
_PLAIN = frozenset(("right", "given", "defined", "wrong", "unread"))
_MOST_NAMES = 3
_ENTRIES_SHOWN = 2  # of what SymPy finds; the others look alike


def question_lines(item: Derivation, pen: Pen) -> Iterator[Text]:
    """The question: prompt, what is given, goal."""
    stars = "★" * item.difficulty + "☆" * (5 - item.difficulty)
    yield pen.ends(
        Text(f" {item.id}", "dim"), f"{stars}  {pen.say('derive.minutes', minutes=item.minutes)}"
    )
    yield pen.paragraph(item.prompt.in_(pen.lang))
    for code, parts in (("derive.given", item.given), ("derive.assume", item.assume)):
        if parts:
            yield pen.parts(
                [f"{pen.say(code)}  ", *(f"${part}$" for part in parts)], "", between="  "
            )
    yield pen.paragraph(f"{pen.say('derive.goal')}  {item.goal.in_(pen.lang)}")


def line_lines(line: JudgedLine, pen: Pen, mistake: Words | None = None) -> Iterator[Text]:
    """One line with its sign, and what there is to say of it."""
    sign, style = SIGNS[line.status]
    said = {"wrong": "derive.first-wrong"}.get(line.status, f"derive.status-{line.status}")
    words_for = "" if line.status in {"right", "given"} else f"  {pen.say(said)}"
    shown = pen.paragraph(Text(printable(line.text)), hanging=f"{line.number:<3}")
    yield (
        pen.ends(shown, f"{sign}{words_for}", style)
        if "\n" not in shown.plain
        else (shown.append(f"\n    {sign}{words_for}", style))
    )
    if line.status == "unread" or (line.read and _differs(line)):
        yield from _reading(line, pen)
    if line.assumption:
        yield pen.paragraph(pen.say("derive.if", assumption=line.assumption), "dim", 6)
    if line.status == "wrong":
        yield from _wrong(line, pen, mistake)
    elif line.said is not None and line.status != "unread":
        yield pen.paragraph(words(line.said, pen.lang), "dim", 6)


def _differs(line: JudgedLine) -> bool:
    def bare(text: str) -> str:
        return "".join(text.split()).replace("*", "·").replace("-", "−")

    return bare(line.read or "") != bare(line.text)


def _reading(line: JudgedLine, pen: Pen) -> Iterator[Text]:
    if line.read:
        yield pen.paragraph(Text(pen.say("derive.read-as", text=line.read)), "dim", 6)
    elif line.said is not None:
        yield pen.paragraph(words(line.said, pen.lang), "warn", 6)


def _wrong(line: JudgedLine, pen: Pen, mistake: Words | None) -> Iterator[Text]:
    if line.said is not None:
        yield pen.paragraph(words(line.said, pen.lang), indent=6)
    if mistake is not None:
        name = mistake.in_(pen.lang)
        yield pen.paragraph(f"{name}  [{line.mistake}]", indent=6)
    if line.why is not None:
        yield pen.paragraph(line.why.in_(pen.lang), indent=6)
    elif line.likely:
        slips = pen.say("derive.or").join(words(each, pen.lang) for each in line.likely)
        yield pen.paragraph(pen.say("derive.likely", slips=slips), indent=6)
    if line.apart is not None:
        yield pen.paragraph(_apart(line.apart, pen), "dim", 6)


def _apart(apart: Apart, pen: Pen) -> str:
    values = {"yours": f"{apart.yours:.4g}", "right": f"{apart.right:.4g}"}
    at = [f"{name} = {value:.4g}" for name, value in _numbers(apart.at).items()]
    if not at or len(at) < len(apart.at) or len(at) > _MOST_NAMES:
        return pen.say("derive.apart-plain", **values)
    return pen.say("derive.apart", at=", ".join(at), **values)


def _numbers(at: Mapping[str, object]) -> dict[str, float]:
    return {name: value for name, value in at.items() if isinstance(value, int | float)}


def ending_line(result: JudgedDerivation, pen: Pen) -> Text:
    """How it ends, in a sentence."""
    style = {"right": "right", "wrong": "wrong"}.get(result.ending, "warn")
    return pen.paragraph(words(ending(result), pen.lang), style)


def ending(result: JudgedDerivation) -> Message:
    code, wrong = f"derive.ending-{result.ending}", result.first_wrong
    if wrong is not None:
        return Message(code, {"number": wrong.number})
    missing = [f"${each}$" for each in result.missing]
    return Message(code, {"missing": missing, "why": result.misfit})


def review_line(review: Scheduled, pen: Pen) -> Text:
    """When the derivation comes back."""
    return pen.paragraph(pen.say("derive.back", days=review.days), "dim")


def worked_lines(item: Derivation, pen: Pen) -> Iterator[Text]:
    """The worked derivation, each line with its reason."""
    for number, step in enumerate(item.steps, 1):
        yield pen.paragraph(f"${step.formula}$", hanging=f"{number:<3}")
        yield pen.paragraph(step.reason.in_(pen.lang), "dim", 6)


def sympy_lines(witnesses: Sequence[SympyWitness], pen: Pen) -> Iterator[Text]:
    """What SymPy finds for each answer, and whether it is the same."""
    yield pen.paragraph(pen.say("derive.sympy"), "dim")
    for witness in witnesses:
        yield from _witness_lines(witness, pen)


def _witness_lines(witness: SympyWitness, pen: Pen) -> Iterator[Text]:
    left = witness.answer.partition("=")[0].strip()
    if not witness.entries:
        yield pen.paragraph(pen.say("derive.sympy-none", answer=witness.answer), "dim", 2)
        return
    for entry in witness.entries[:_ENTRIES_SHOWN]:
        yield pen.paragraph(Text(f"{left}{_at(entry)} = {entry.text}"), indent=2)
    more = len(witness.entries) - _ENTRIES_SHOWN
    if more > 0:
        yield pen.paragraph(pen.say("derive.sympy-more", count=more), "dim", 2)
    agrees = all(entry.agrees for entry in witness.entries)
    said = "derive.sympy-agrees" if agrees else "derive.sympy-differs"
    text = pen.say(said, answer=witness.answer, count=len(witness.entries))
    yield pen.paragraph(text, "right" if agrees else "wrong", 2)


def _at(entry: SympyEntry) -> str:
    """Which entry: [2, 1] of an array, or the values of its indices."""
    if entry.place:
        return f"[{', '.join(map(str, entry.place))}]"
    return "".join(f", {letter}={value}" for letter, value in entry.indices.items())


def sympy_json(witnesses: Sequence[SympyWitness]) -> Object:
    """What SymPy finds for each answer."""
    return {
        "sympy": [
            {
                "answer": witness.answer,
                "entries": [
                    {
                        "indices": dict(entry.indices),
                        "place": list(entry.place),
                        "derivative": entry.text,
                        "agrees": entry.agrees,
                    }
                    for entry in witness.entries
                ],
            }
            for witness in witnesses
        ]
    }


def worked_json(item: Derivation, lang: Lang) -> Object:
    """The question and the worked derivation."""
    steps = [{"formula": each.formula, "reason": each.reason.in_(lang)} for each in item.steps]
    return {
        "schema": 1,
        "id": item.id,
        "prompt": item.prompt.in_(lang),
        "given": list(item.given),
        "assume": list(item.assume),
        "goal": item.goal.in_(lang),
        "answer": list(item.answer),
        "steps": steps,
        "explanation": item.explanation.in_(lang),
    }


def listed_lines(title: str, headers: Sequence[Header], pen: Pen) -> Iterator[Text]:
    """The derivations of one leaf."""
    yield pen.paragraph(Text(title, "bold"))
    for header in headers:
        stars = "★" * header.difficulty + "☆" * (5 - header.difficulty)
        yield pen.ends(Text(f"   {header.id}"), stars)


def derivation_json(result: JudgedDerivation, lang: Lang, names: Mapping[str, Words]) -> Object:
    """`verdict`, `first_wrong` (the number of the line, or null) and every line."""
    wrong = result.first_wrong
    return {
        "schema": 1,
        "id": result.item,
        "verdict": result.ending,
        "first_wrong": wrong.number if wrong else None,
        "mistake": wrong.mistake if wrong else None,
        "missing": list(result.missing),
        "message": words(ending(result), lang),
        "lines": [_line_json(line, lang, names) for line in result.lines],
    }


def _line_json(line: JudgedLine, lang: Lang, names: Mapping[str, Words]) -> Object:
    found: Object = {"line": line.number, "text": line.text, "status": line.status}
    found |= {"read": line.read, "latex": line.latex}
    if line.assumption:
        found["assumption"] = line.assumption
    if line.said is not None:
        found["message"] = words(line.said, lang)
        found["column"] = line.said.values.get("column")
    if line.mistake is not None:
        name = names.get(line.mistake)
        found["mistake"] = {"code": line.mistake, "name": name.in_(lang) if name else None}
    if line.why is not None:
        found["why"] = line.why.in_(lang)
    if line.likely:
        found["likely"] = [words(each, lang) for each in line.likely]
    if line.apart is not None:
        apart = line.apart
        found["counterexample"] = {"at": dict(apart.at), "right": apart.right, "yours": apart.yours}
    return found
