"""An item becomes cards: which faces it has, and what stands on both sides."""

from __future__ import annotations

import random
from collections.abc import Iterator

from dlprep.answer.grade import model_answer, pose, shown_vector
from dlprep.answer.numeric import Drawn
from dlprep.bank.cloze import BLANK
from dlprep.bank.faces import gradient_shapes, hidden_terms, names
from dlprep.model.flashcard import MISTAKE, Face
from dlprep.model.item import (
    Card,
    Choice,
    Code,
    Derivation,
    Formula,
    Item,
    Numeric,
    Option,
    Short,
)
from dlprep.model.message import DlprepError, Message
from dlprep.model.outline import Mistake
from dlprep.model.text import Text


def faces(item: Item, turn: int = 0) -> list[Face]:
    """The cards of an item, none of a draft. Options stand in another order, and numbers are
    others, each `turn`."""
    return [] if item.is_draft else list(_faces(item, turn))


def _faces(item: Item, turn: int) -> Iterator[Face]:
    match item:
        case Card(prompt=front, answer=back):
            yield _face(item, "front", front, back)
            if item.reverse:
                yield _face(item, "reverse", back, front)
        case Choice():
            yield _choice(item, turn)
        case Numeric():
            yield from _numeric(item, turn)
        case Formula():
            yield _face(item, "formula", item.prompt, model_answer(item))
            yield from _terms(item)
        case Derivation():
            yield from _steps(item)
        case Short():
            points = [Text(f"· {point.zh}", f"· {point.en}") for point in item.points]
            yield _face(item, "points", item.prompt, _lines(*points) if points else item.answer)
        case Code():
            yield from _shapes(item)


def _face(item: Item, name: str, front: Text, back: Text, task: Message | None = None) -> Face:
    return Face(card=f"{item.id}#{name}", item=item, front=front, back=back, task=task)


def _choice(item: Choice, turn: int) -> Face:
    shuffled = random.Random(f"{item.id}#choice {turn}").sample(item.options, len(item.options))
    right = [option for option in shuffled if option.right]
    front = _lines(item.prompt, *(_listed(option) for option in shuffled))
    back = _lines(*(line for option in right for line in (_listed(option), option.why)))
    return _face(item, "choice", front, back)


def _numeric(item: Numeric, turn: int) -> Iterator[Face]:
    """Fresh numbers each turn, and the way to the answer behind; none where it cannot be drawn."""
    try:
        posed, drawn = pose(item, random.Random(f"{item.id}#numeric {turn}"))
    except DlprepError:
        return
    assert isinstance(drawn, Drawn)
    key = shown_vector(drawn.answer, item.unit)
    yield _face(posed, "numeric", posed.prompt, _lines(_same(key), posed.explanation))


def _terms(item: Formula) -> Iterator[Face]:
    """The formula with one of its terms hidden."""
    for name, (hidden, term) in hidden_terms(item).items():
        front = _lines(item.prompt, _same(f"${hidden}$"))
        task = Message("flashcards.task-term", {"blank": BLANK})
        yield _face(item, name, front, _same(f"{BLANK} = ${term}$"), task)


def _steps(item: Derivation) -> Iterator[Face]:
    """The next line of the derivation, with the lines before it in front."""
    lines = [_same(f"${line}$") for line in (*item.given, *(s.formula for s in item.steps))]
    for number, (name, step) in enumerate(zip(names(item), item.steps, strict=False)):
        before = lines[: len(item.given) + number]
        task = Message("flashcards.task-step", {"n": number + 1, "of": len(item.steps)})
        back = _lines(_same(f"${step.formula}$"), step.reason)
        yield _face(item, name, _lines(item.prompt, *before), back, task)


def _shapes(item: Code) -> Iterator[Face]:
    """The shape of each gradient, with the shapes of the other inputs in front."""
    call = _same(f"`{item.functions[0].name}`")
    for name, asked in gradient_shapes(item).items():
        known = "  ".join(f"`{other}` {_shape(shape)}" for other, shape in asked.others.items())
        task = Message("flashcards.task-shape", {"gradient": asked.gradient, "of": asked.of})
        yield _face(item, name, _lines(call, _same(known)), _same(_shape(asked.shape)), task)


def mistake_face(mistake: Mistake) -> Face | None:
    """The card of a mistake: its name in front; why it happens and how to see it behind."""
    parts = [text for text in (mistake.why, mistake.see) if text is not None]
    if mistake.example:
        parts.append(_same(mistake.example))
    if not parts:
        return None
    item = Card(
        id=f"{MISTAKE}{mistake.code}",
        leaf="mistake",
        topic=mistake.code,
        difficulty=2,
        frequency=3,
        prompt=mistake.name,
        explanation=parts[0],
        answer=_lines(*parts),
    )
    return _face(item, "mistake", item.prompt, item.answer, Message("flashcards.task-mistake"))


def _shape(axes: tuple[str, ...]) -> str:
    return f"({', '.join(axes)}{',' if len(axes) == 1 else ''})"


def _listed(option: Option) -> Text:
    return Text(f"· {option.zh}", f"· {option.en}")


def _same(text: str) -> Text:
    return Text(text, text)


def _lines(*texts: Text) -> Text:
    return Text("\n".join(t.zh.rstrip() for t in texts), "\n".join(t.en.rstrip() for t in texts))
