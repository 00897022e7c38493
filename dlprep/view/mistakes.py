"""Pages of named mistakes, and lists of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from rich.cells import cell_len
from rich.text import Text

from dlprep.model.mistakes import Habit, Lines, MistakeGroup, MistakePage
from dlprep.model.outline import Mistake
from dlprep.model.text import Text as Words
from dlprep.model.unnamed import Unnamed
from dlprep.view.fit import cut
from dlprep.view.pen import Pen
from dlprep.view.printable import one_line
from dlprep.view.prose import plain

MOST_EXERCISES = 4
WIDEST_CODE = 32


def page_lines(pen: Pen, page: MistakePage, today: int) -> Iterator[Text]:
    """Name, why it happens, how to see it, what it looks like, where it occurs, your own."""
    mistake = page.mistake
    yield pen.ends(pen.paragraph(mistake.name.in_(pen.lang), "bold"), f"[{mistake.code}]")
    margin = max(cell_len(pen.say(f"mistakes.{each}")) for each in ("why", "see", "like", "in"))
    if mistake.why:
        yield _entry(pen, "why", mistake.why.in_(pen.lang), margin)
    if mistake.see:
        yield _entry(pen, "see", mistake.see.in_(pen.lang), margin)
    yield from _example(pen, page, margin)
    yield _entry(pen, "in", _places(pen, page), margin)
    yield _entry(pen, "you", _habit(pen, page.habit, today), margin)


def _entry(pen: Pen, label: str, said: str, margin: int) -> Text:
    name = pen.say(f"mistakes.{label}")
    hanging = name + " " * (margin - cell_len(name) + 2)
    drawn = pen.paragraph(said, hanging=hanging)
    drawn.stylize("dim", 0, len(name) + 1)
    return drawn


def _example(pen: Pen, page: MistakePage, margin: int) -> Iterator[Text]:
    if page.mistake.example:
        yield _entry(pen, "like", page.mistake.example, margin)
    elif page.lines:
        exercise = page.lines.exercise.removeprefix("code.")
        yield _entry(pen, "like", pen.say("mistakes.from-exercise", exercise=exercise), margin)
        yield from _code(pen, page.lines, margin + 3)


def _code(pen: Pen, lines: Lines, indent: int) -> Iterator[Text]:
    for sign, style, code in (("✗", "wrong", lines.wrong), ("✓", "right", lines.right)):
        shown = code.splitlines() or [pen.say("mistakes.line-missing")]
        for line in shown:
            yield pen.paragraph(Text(line, "code"), style, indent=indent, hanging=f"{sign} │ ")


def _places(pen: Pen, page: MistakePage) -> str:
    parts = []
    short = [each.removeprefix("code.") for each in page.exercises]
    if short:
        parts.append(pen.say(_many(len(short)), n=len(short), shown=short[:MOST_EXERCISES]))
    if page.questions:
        values = {"n": len(page.questions), "first": page.questions[0]}
        code = "mistakes.question" if len(page.questions) == 1 else "mistakes.questions"
        parts.append(pen.say(code, **values))
    return " · ".join(parts) or pen.say("mistakes.nowhere")


def _many(exercises: int) -> str:
    if exercises == 1:
        return "mistakes.exercise"
    return "mistakes.more-exercises" if exercises > MOST_EXERCISES else "mistakes.exercises"


def _habit(pen: Pen, habit: Habit | None, today: int) -> str:
    if habit is None:
        return pen.say("mistakes.never")
    when = _when(pen, today - habit.last_day)
    subject = habit.subject.removeprefix("code.")
    made = pen.say("mistakes.made", times=habit.times, when=when, subject=subject)
    return f"{made} · {_trend(pen, habit)}"


def _when(pen: Pen, days: int) -> str:
    if days <= 0:
        return pen.say("mistakes.today")
    return pen.say("mistakes.yesterday") if days == 1 else pen.say("mistakes.days-ago", n=days)


def _trend(pen: Pen, habit: Habit) -> str:
    if habit.fading:
        return pen.say("mistakes.fading", right=habit.right)
    return pen.say("mistakes.once-right" if habit.right else "mistakes.still", right=habit.right)


def all_lines(
    pen: Pen, groups: Sequence[MistakeGroup], habits: Mapping[str, Habit]
) -> Iterator[Text]:
    """Every code under its branch, with how often the person made it."""
    every = [each for group in groups for each in group.mistakes]
    width = min(max((len(each.code) for each in every), default=0), WIDEST_CODE)
    for group in groups:
        title = group.title.in_(pen.lang) if group.title else pen.say("mistakes.general")
        yield pen.paragraph(title, "bold")
        for each in group.mistakes:
            yield _row(pen, each, habits.get(each.code), width)
    yield pen.paragraph(pen.say("mistakes.all", n=len(every)), "dim")


def _row(pen: Pen, mistake: Mistake, habit: Habit | None, width: int) -> Text:
    times = f"{habit.times}×" if habit else ""
    hanging = f"{times:>4}  {mistake.code:<{width}}  "
    if len(hanging) > pen.width // 2:
        hanging = f"{times:>4}  {cut(mistake.code, pen.width // 2 - 8)}  "
    return pen.paragraph(mistake.name.in_(pen.lang), hanging=hanging)


def habit_lines(
    pen: Pen, habits: Mapping[str, Habit], names: Mapping[str, Words], today: int
) -> Iterator[Text]:
    """The person's own mistakes, the most frequent first."""
    if not habits:
        yield pen.paragraph(pen.say("mistakes.none"))
        return
    for code, habit in habits.items():
        name = names[code].in_(pen.lang) if code in names else code
        said = Text(plain(name), "bold").append(f"  [{code}]", "dim")
        yield pen.paragraph(said, indent=0, hanging=f"{habit.times:>4}×  ")
        when = _when(pen, today - habit.last_day).strip()
        yield pen.parts([when, _trend(pen, habit)], indent=7)
    yield pen.paragraph(pen.say("mistakes.more", code=next(iter(habits))), "dim")


def unnamed_lines(pen: Pen, files: Sequence[Unnamed], folder: Path) -> Iterator[Text]:
    """The kept files, oldest first, and where they lie."""
    if not files:
        yield pen.paragraph(pen.say("mistakes.unnamed-none"))
        return
    for each in files:
        when = datetime.fromtimestamp(each.at_ms / 1000)  # noqa: DTZ006 - the person's own clock
        line = Text(when.strftime("%Y-%m-%d %H:%M"))
        line.append(
            f"  {each.exercise.removeprefix('code.')}: {', '.join(each.functions)}", "accent"
        )
        line.append(f"  {pen.say('mistakes.seed', seed=each.seed)}  {one_line(each.file)}", "dim")
        yield pen.paragraph(line, indent=0, hanging=f"{each.number:>4}  ")
    yield pen.paragraph(pen.say("mistakes.unnamed-more", folder=str(folder)), "dim")
