"""Cards on the screen and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from dlprep.model.event import Event, Json
from dlprep.model.flashcard import CardsDone, OnTable, Scheduled, SuspendedCard
from dlprep.model.message import Message
from dlprep.model.text import Lang
from dlprep.view.keys import key_lines
from dlprep.view.messages import words
from dlprep.view.prose import plain, prose
from dlprep.view.wrap import indented, wrapped

_MONTH = 30.44  # days
_YEAR = 365.25
FRONT_KEYS = ("show", "undo", "bury", "suspend", "mark", "lang", "keys", "quit")
BACK_KEYS = ("undo", "bury", "suspend", "mark", "explain", "lang", "keys", "quit")
END_KEYS = ("undo", "finish")


def front(table: OnTable, lang: Lang, width: int) -> RenderableType:
    """What is asked, with what is left today above it."""
    lines = [_head(table, lang, width), _paragraph(prose(table.face.front.in_(lang)), width)]
    if table.face.task is not None:
        lines.append(_paragraph(prose(words(table.face.task, lang), "accent"), width))
    return Group(*lines)


def back(table: OnTable, lang: Lang, width: int) -> RenderableType:
    """The answer, with the four grades and when each brings the card back."""
    answer = _paragraph(prose(table.face.back.in_(lang)), width)
    grades = [
        f"{rating} {_say(f'rating-{rating}', lang)} {interval(days, lang)}"
        for rating, days in enumerate(table.intervals, 1)
    ]
    grade_line = _paragraph(key_lines(grades, width - 1), width)
    grade_line.stylize("accent")
    leech = [_paragraph(text, width) for text in _leech(table, lang)]
    return Group(Text(" " + "─" * (width - 2), "dim"), answer, *leech, grade_line)


def _leech(table: OnTable, lang: Lang) -> Iterator[Text]:
    """What helps where repeating does not: the reason, and what has to be known first."""
    if not table.leech:
        return
    item = table.face.item
    yield Text(_say("leech", lang, lapses=table.lapses), style="warn")
    yield prose(item.explanation.in_(lang).strip())
    if item.needs:
        yield prose(_say("leech-needs", lang, needs=list(item.needs), first=item.needs[0]))


def explanation(table: OnTable, lang: Lang, width: int) -> RenderableType:
    """Why it is so, what people get wrong, what is asked next, and where to read on."""
    item = table.face.item
    parts = [
        ("why", item.explanation),
        ("common-mistake", item.common_mistake),
        ("follow-up", item.follow_up),
    ]
    lines = [
        Text.assemble((_labelled(name, lang), "accent"), prose(text.in_(lang)))
        for name, text in parts
        if text is not None
    ]
    if item.references:
        lines.append(Text(_labelled("references", lang) + " · ".join(item.references), "dim"))
    return Group(*(_paragraph(line, width) for line in lines))


def notice(message: Message, lang: Lang, width: int) -> RenderableType:
    """One quiet line about what a key did."""
    return _paragraph(Text(words(message, lang), style="dim"), width)


def done(result: CardsDone, lang: Lang, width: int) -> RenderableType:
    """The end of a session and what to do next."""
    return Group(*(_paragraph(Text(line), width) for line in _done_lines(result, lang)))


def keys(names: tuple[str, ...], lang: Lang, width: int) -> Text:
    """The keys that can be pressed now."""
    return _paragraph(key_lines([_say(f"key-{name}", lang) for name in names], width - 1), width)


def interval(days: int, lang: Lang) -> str:
    """`<1d`, `9d`, `2.5mo`, `1.2y`, as short as a key label has to be."""
    if days < 1:
        return _say("today", lang)
    if days < _MONTH:
        return _say("days", lang, n=days)
    if days < _YEAR:
        return _say("months", lang, n=_short(days / _MONTH))
    return _say("years", lang, n=_short(days / _YEAR))


def scheduled(review: Scheduled, lang: Lang) -> str:
    """What a review did, as `good: again in 9d`."""
    grade = _say(f"rating-{review.rating}", lang)
    if not review.days:
        return _say("again-today", lang, grade=grade)
    return _say("again-in", lang, grade=grade, interval=interval(review.days, lang))


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0") if number < 10 else f"{number:.0f}"


def card_line(table: OnTable, lang: Lang) -> dict[str, Json]:
    """A card as JSON; `intervals` are days by rating, 0 being later today."""
    item = table.face.item
    return {
        "type": "card",
        "card": table.face.card,
        "item": item.id,
        "leaf": item.leaf,
        "kind": item.kind,
        "task": words(table.face.task, lang) if table.face.task else None,
        "front": table.face.front.in_(lang),
        "back": table.face.back.in_(lang),
        "explanation": item.explanation.in_(lang),
        "intervals": {str(rating): days for rating, days in enumerate(table.intervals, 1)},
        "new": table.new,
        "marked": table.marked,
        "lapses": table.lapses,
        "leech": table.leech,
        "due_left": table.due_left,
        "new_left": table.new_left,
    }


def saved_line(event: Event) -> dict[str, Json]:
    """What was committed, as JSON."""
    return {"type": "saved", "event": event.id, "kind": event.kind, "subject": event.subject}


def error_line(message: Message, lang: Lang) -> dict[str, Json]:
    """What was not understood, as JSON."""
    return {"type": "error", "code": message.code, "message": words(message, lang)}


def done_line(result: CardsDone) -> dict[str, Json]:
    """The end of a session, as JSON."""
    return {
        "type": "summary",
        "reviews": result.reviews,
        "recalled": result.reviews - result.again,
        "again": result.again,
        "introduced": result.introduced,
        "due_left": result.due_left,
        "new_left": result.new_left,
    }


def all_keys(lang: Lang, width: int) -> RenderableType:
    """Every key with what it does, one below the other."""
    rows = (line.partition("  ") for line in _say("all-keys", lang).splitlines())
    return Group(
        *(
            indented(Text(plain(meaning.strip())), width, 1, key + " " * (6 - cell_len(key)))
            for key, _, meaning in rows
        )
    )


def suspended_lines(cards: Sequence[SuspendedCard], lang: Lang, width: int) -> Iterator[Text]:
    """The cards put away for good: the name of each and how it begins, then how one comes back."""
    for each in cards:
        yield Text(each.card, "accent")
        if each.front is not None:
            lines = wrapped(prose(" ".join(each.front.in_(lang).split()), "dim"), width - 3)
            yield Text("  ").append_text(lines[0]).append("…" if len(lines) > 1 else "", "dim")
    code = "suspended-count" if cards else "suspended-none"
    yield indented(Text(_say(code, lang, count=len(cards)), "dim"), width, indent=0)


def suspended_json(cards: Iterable[SuspendedCard], lang: Lang) -> Json:
    """The same for programs."""
    fronts = ((each.card, each.front) for each in cards)
    rows: list[Json] = [
        {"card": card, "front": front.in_(lang) if front else None} for card, front in fronts
    ]
    return {"schema": 1, "cards": rows}


def _paragraph(text: Text, width: int) -> Text:
    return indented(text, width)


def _head(table: OnTable, lang: Lang, width: int) -> Text:
    left = _say("count", lang, due=table.due_left, new=table.new_left)
    for name, shown in (("new-card", table.new), ("marked", table.marked)):
        left += f" · {_say(name, lang)}" if shown else ""
    leaf = table.face.item.leaf
    gap = width - cell_len(left) - cell_len(leaf) - 2
    between = " " * gap if gap > 0 else "\n"
    return _paragraph(Text.assemble((left, "accent"), between, (leaf, "dim")), width)


def _done_lines(result: CardsDone, lang: Lang) -> Iterator[str]:
    if result.reviews:
        recalled = result.reviews - result.again
        values = {"reviews": result.reviews, "recalled": recalled, "again": result.again}
        yield _say("done", lang, introduced=result.introduced, **values)
    elif not result.due_left and not result.new_left:
        yield _say("nothing", lang)
    if result.due_left or result.new_left:
        yield _say("left", lang, due=result.due_left, new=result.new_left)
        return
    if result.due_held:
        yield _say("more-due", lang)
    if result.new_held:
        yield _say("more-new", lang)


def _labelled(name: str, lang: Lang) -> str:
    return _say(name, lang) + ("：" if lang == "zh" else ": ")


def _say(name: str, lang: Lang, **values: object) -> str:
    return words(Message(f"flashcards.{name}", values), lang)
