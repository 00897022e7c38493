"""One item in full, for the people who write and review questions."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from dlprep.model.item import (
    Card,
    Choice,
    Code,
    Derivation,
    Formula,
    Item,
    NamedWrong,
    Numeric,
    Short,
    Symbol,
    WrongFormula,
)
from dlprep.model.rubric import KeyPoint
from dlprep.model.session import LETTERS, Question
from dlprep.model.text import Lang
from dlprep.view.bank import say
from dlprep.view.prose import prose
from dlprep.view.wrap import indented


def item_screen(
    question: Question, lang: Lang, width: int, *, key: tuple[str, ...] | None
) -> RenderableType:
    """The question as it is asked; with `key` (the drawn key of a numeric one, otherwise
    empty) also its answer and everything that explains it."""
    lines = [_head(question, lang), *_asked(question, lang)]
    if key is not None:
        lines += [*_answer(question, key, lang), *_explained(question.item, lang)]
    return Group(*(indented(line, width) for line in lines))


def _head(question: Question, lang: Lang) -> Text:
    item = question.item
    stars = "★" * item.difficulty + "☆" * (5 - item.difficulty)
    title, kind = question.title.in_(lang), say(f"kind.{item.kind}", lang)
    return Text.assemble((f"{title} · {kind}", "bold"), f"  {stars}  ", (item.id, "dim"))


def _asked(question: Question, lang: Lang) -> Iterator[Text]:
    item = question.item
    yield prose(item.prompt.in_(lang))
    if question.conventions:
        between = "；" if lang == "zh" else "; "
        told = between.join(text.in_(lang) for text in question.conventions)
        yield _labelled("conventions", prose(told), lang)
    if isinstance(item, Choice):
        if item.several:
            yield Text(say("show.several", lang), "dim")
        for letter, key in zip(LETTERS, question.order, strict=False):
            option = next(each for each in item.options if each.key == key)
            yield Text(f"{letter}  ").append_text(prose(option.zh if lang == "zh" else option.en))
    if isinstance(item, Derivation):
        yield from (_labelled("given", Text(line, "math"), lang) for line in item.given)
        yield _labelled("goal", prose(item.goal.in_(lang)), lang)
    if isinstance(item, (Formula, Derivation)):
        yield _labelled("symbols", Text(" · ".join(_symbol(s, lang) for s in item.symbols)), lang)
    if isinstance(item, Code):
        names = ", ".join(function.name for function in item.functions)
        yield _labelled("functions", Text(names, "code"), lang)
        yield _labelled("cases", Text(" · ".join(c.label.in_(lang) for c in item.cases)), lang)


def _symbol(symbol: Symbol, lang: Lang) -> str:
    return f"{symbol.name} ({symbol.means.in_(lang)})" if symbol.means else symbol.name


def _labelled(name: str, text: Text, lang: Lang) -> Text:
    return Text(f"{say(f'show.{name}', lang)}  ", "dim").append_text(text)


def _answer(question: Question, key: tuple[str, ...], lang: Lang) -> Iterator[Text]:
    item = question.item
    match item:
        case Choice():
            yield from _options(question, item, lang)
        case Numeric():
            unit = f" {item.unit}" if item.unit else ""
            yield _labelled("answer", Text(", ".join(key) + unit, "right"), lang)
            yield from _wrong(item.wrong, lang)
        case Formula():
            forms = " = ".join((item.answer, *item.accepted))
            yield _labelled("answer", Text(forms, "math"), lang)
            yield from _wrong(item.wrong, lang)
        case Derivation():
            yield from _steps(item, lang)
            yield from _wrong(item.wrong, lang)
        case Short():
            yield _labelled("answer", prose(item.answer.in_(lang)), lang)
            yield from (_point(point, lang) for point in item.points)
        case Card():
            yield _labelled("answer", prose(item.answer.in_(lang)), lang)


def _options(question: Question, item: Choice, lang: Lang) -> Iterator[Text]:
    for letter, key in zip(LETTERS, question.order, strict=False):
        option = next(each for each in item.options if each.key == key)
        sign, style = ("✓", "right") if option.right else ("✗", "wrong")
        why = prose(option.why.in_(lang))
        code = Text(f"  [{option.mistake}]" if option.mistake else "", "dim")
        yield Text.assemble((f"{sign} {letter}  ", style), why, code)


def _wrong(wrong: tuple[NamedWrong | WrongFormula, ...], lang: Lang) -> Iterator[Text]:
    for each in wrong:
        value = each.formula if isinstance(each, WrongFormula) else ", ".join(each.value)
        why = prose(each.why.in_(lang))
        yield Text.assemble(
            ("✗ ", "wrong"), (value, "math"), "  ", why, (f"  [{each.code}]", "dim")
        )


def _steps(item: Derivation, lang: Lang) -> Iterator[Text]:
    for number, step in enumerate(item.steps, 1):
        reason = prose(step.reason.in_(lang))
        yield Text.assemble(f"{number}  ", (step.formula, "math"), ("  — ", "dim"), reason)
    yield _labelled("answer", Text("; ".join(item.answer), "math"), lang)


def _point(point: KeyPoint, lang: Lang) -> Text:
    line = Text("· ").append_text(prose(point.zh if lang == "zh" else point.en))
    required = f" · {say('show.required', lang)}" if point.required else ""
    return line.append(f"  ({point.weight}{required})", "dim")


def _explained(item: Item, lang: Lang) -> Iterator[Text]:
    parts = {
        "explanation": item.explanation,
        "hint": item.hint,
        "common-mistake": item.common_mistake,
        "follow-up": item.follow_up,
    }
    for name, text in parts.items():
        if text is not None:
            yield _labelled(name, prose(text.in_(lang)), lang)
    yield _labelled("references", Text(" · ".join(item.references)), lang)
