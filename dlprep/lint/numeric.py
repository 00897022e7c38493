"""Numeric items are proved by drawing them: finite keys, distinct from the named wrong answers."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator

from dlprep.answer.near import near
from dlprep.answer.numeric import Drawn, draw, fill, shown
from dlprep.lint.notes import Note, note
from dlprep.lint.shelf import Shelf
from dlprep.lint.spans import pairs
from dlprep.model.item import Item, Numeric
from dlprep.model.message import DlprepError

DRAWS = 200


def draws_are_sound(item: Item, shelf: Shelf) -> Iterator[Note]:
    """Every draw gives a finite key, and no named wrong answer is right."""
    if not isinstance(item, Numeric):
        return
    rng = random.Random(shelf.seed)
    try:
        for _ in range(DRAWS):
            drawn = draw(item, rng)
            if found := next(_unsound(item, drawn), None):
                yield found
                return
    except DlprepError as problem:
        yield from (Note(_blamed(item, problem), message) for message in problem.messages)


def _unsound(item: Numeric, drawn: Drawn) -> Iterator[Note]:
    values = _drawn_text(drawn)
    if not all(map(math.isfinite, drawn.answer)):
        yield note("answer", "key-not-finite", values=values)
    for position, wrong in enumerate(drawn.wrong):
        path = f"wrong[{position}].value"
        if not all(map(math.isfinite, wrong)):
            yield note(path, "wrong-not-finite", values=values)
        elif near(wrong, drawn.answer, item.tolerance):
            yield note(path, "wrong-is-right", code=item.wrong[position].code, values=values)


def _drawn_text(drawn: Drawn) -> list[str]:
    return [f"{name} = {shown(value)}" for name, value in drawn.values.items()]


def _blamed(item: Numeric, problem: DlprepError) -> str:
    """The field whose expression cannot be read or satisfied."""
    if any(message.code == "answer.unsatisfiable" for message in problem.messages):
        return "where"
    expressions = {f"let.{name}": text for name, text in item.let.items()}
    expressions |= {f"where[{n}]": text for n, text in enumerate(item.where)}
    expressions |= {f"answer[{n}]": text for n, text in enumerate(item.answer)}
    for n, wrong in enumerate(item.wrong):
        expressions |= {f"wrong[{n}].value[{m}]": text for m, text in enumerate(wrong.value)}
    said = {str(value) for message in problem.messages for value in message.values.values()}
    return next((path for path, text in expressions.items() if text in said), "answer")


def placeholders_are_known(item: Item, shelf: Shelf) -> Iterator[Note]:
    """Every `{name}` of a text is a quantity of the item."""
    if not isinstance(item, Numeric):
        return
    try:
        drawn = draw(item, random.Random(shelf.seed))
    except DlprepError:
        return  # `draws_are_sound` says so
    for pair in pairs(item):
        for lang, text in (("zh", pair.zh), ("en", pair.en)):
            try:
                fill(text, drawn)
            except DlprepError as problem:
                yield from (Note(f"{pair.path}.{lang}", each) for each in problem.messages)
