"""A typed answer becomes a verdict, whatever the kind of question."""

from __future__ import annotations

import random
from dataclasses import replace

from dlprep.answer.choice import grade_choice, shuffled
from dlprep.answer.numeric import Drawn, draw, filled, shown, tidy
from dlprep.model.item import Card, Choice, Derivation, Formula, Item, Numeric, Short
from dlprep.model.message import DlprepError
from dlprep.model.rubric import Lexicon
from dlprep.model.text import Text, encodable
from dlprep.model.verdict import Graded, NotRead

Shown = Drawn | tuple[str, ...] | None
"""What chance decided about a question: drawn numbers, the order of options, or nothing."""


def pose(item: Item, rng: random.Random) -> tuple[Item, Shown]:
    """The question as it is asked: texts filled in, and what chance decided."""
    match item:
        case Choice():
            return item, shuffled(item, rng)
        case Numeric():
            drawn = draw(item, rng)
            return filled(item, drawn), drawn
        case _:
            return item, None


def grade(  # noqa: PLR0911 - a case for each kind
    item: Item,
    posed: Shown,
    text: str,
    lexicon: Lexicon = Lexicon(),  # noqa: B008 - frozen
) -> Graded | NotRead:
    """The verdict on `text`, or why it could not be read.

    `posed` is what `pose` gave for this item. `right` is None for the kinds that people grade
    themselves: derivation, short, open and card. By a rubric, with the words of `lexicon`, an
    answer is read to show what is there of each key point.
    """
    text = encodable(text)
    try:
        match item, posed:
            case Choice(), tuple():
                return grade_choice(item, posed, text)
            case Numeric(), Drawn():
                return grade_numeric(item, posed, text)
            case Formula(), _:
                from dlprep.answer.formula import grade_formula  # noqa: PLC0415 - as numbers are

                return grade_formula(item, text)
            case Derivation(), _:
                return _derived(item, text)
            case Short(), _ if item.is_ruled:
                return _read(item, text, lexicon)
            case _:
                return Graded(right=None, answer=text.strip(), key=model_answer(item))
    except DlprepError as unread:
        return NotRead(message=unread.messages[0])


def _derived(item: Derivation, text: str) -> Graded:
    from dlprep.answer.derivation_typed import remarks  # noqa: PLC0415 - as numbers are

    key = model_answer(item)
    return Graded(right=None, answer=text.strip(), key=key, notes=remarks(item, text))


def _read(item: Short, text: str, lexicon: Lexicon) -> Graded:
    from dlprep.answer.rubric import Reader  # noqa: PLC0415 - only answers in sentences need it

    answer = text.strip()
    reading = Reader(item, lexicon).read(answer)
    return Graded(right=None, answer=answer, key=model_answer(item), reading=reading)


def grade_numeric(item: Numeric, drawn: Drawn, text: str) -> Graded:
    """Compare component by component; a value that a named wrong answer has is named.

    Raises the faults of `read_numbers`.
    """
    # A question is asked before any answer is read: what only reads answers waits until then.
    from dlprep.answer.near import near, near_miss  # noqa: PLC0415
    from dlprep.answer.typed import read_numbers  # noqa: PLC0415

    values = read_numbers(text, count=len(drawn.answer), unit=item.unit)
    graded = Graded(
        right=near(values, drawn.answer, item.tolerance),
        answer=shown_vector(values),
        key=_same(shown_vector(drawn.answer, item.unit)),
    )
    if graded.right:
        return graded
    for wrong, at in zip(item.wrong, drawn.wrong, strict=True):
        if near(values, at, item.tolerance):
            return Graded(
                right=False,
                answer=graded.answer,
                key=graded.key,
                mistake=wrong.code,
                why=wrong.why,
            )
    miss = near_miss(values, drawn.answer, item.tolerance, typed=text, unit=item.unit)
    return replace(graded, notes=(miss,)) if miss else graded


def shown_vector(values: tuple[float, ...], unit: str | None = None) -> str:
    """`0.5`, a shape as `32 × 31 × 31`, any other vector as `(0.5, −1)`; with the unit."""
    shape = all(isinstance(tidy(value), int) and value > 0 for value in values)
    parts = [shown(value) for value in values]
    if len(parts) > 1:
        text = " × ".join(parts) if shape else f"({', '.join(parts)})"
    else:
        text = "".join(parts)
    return f"{text}{'' if unit == '%' else ' '}{unit}" if unit else text


def model_answer(item: Item) -> Text:
    """What the bank answers to a question that people grade themselves."""
    match item:
        case Formula():
            return _same(f"${item.answer}$")
        case Derivation():
            return _same("; ".join(f"${each}$" for each in item.answer))
        case Short() | Card():
            return item.answer
        case _:
            return item.explanation


def _same(text: str) -> Text:
    return Text(text, text)
