"""What `dlprep project` shows: how the parts stand, a question, a telling beside its plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rich.cells import cell_len
from rich.text import Text

from dlprep.model.project import TELLINGS, Asked, Minutes, Part, Told, Written
from dlprep.model.text import Lang
from dlprep.view.pen import Pen

Object = dict[str, object]
_WORD = re.compile(r"[\u4e00-\u9fff]|[^\W_\u4e00-\u9fff]+")
_FAR_S = 5  # seconds off the plan that are worth a word


def status_lines(
    path: Path,
    written: Sequence[Written],
    fitting: Mapping[str, int],
    told: Sequence[Told],
    pen: Pen,
) -> Iterator[Text]:
    """Every part with its length and how many questions follow from what it says."""
    yield pen.paragraph(pen.say("project.at", path=path), "dim")
    wide = _wide([each.part for each in written], pen.lang)
    for each in written:
        said = [pen.say("project.empty")]
        if not each.is_empty:
            said = [pen.say("project.length", count=length(each.text))]
        if count := fitting.get(each.part.id, 0):
            said.append(pen.say("project.questions", count=count))
        sign, style = ("·", "dim") if each.is_empty else ("✓", "right")
        title = _padded(each.part, wide, pen.lang)
        row = Text(f" {sign} ", style).append(f"{title}  ", "bold")
        yield row.append(" · ".join(said), "dim")
    for minutes in TELLINGS:
        yield from _told_lines([each for each in told if each.minutes == minutes], pen)
    left = any(each.is_empty for each in written)
    yield pen.paragraph(pen.say("project.next-write" if left else "project.next-ask"), "dim")


def _told_lines(told: Sequence[Told], pen: Pen) -> Iterator[Text]:
    if told:
        values = {"minutes": told[-1].minutes, "count": len(told), "time": clock(told[-1].total)}
        yield pen.paragraph(pen.say("project.told", **values), "dim")


def status_json(
    path: Path, written: Sequence[Written], fitting: Mapping[str, int], told: Sequence[Told]
) -> Object:
    """The same for programs."""
    return {
        "schema": 1,
        "file": str(path),
        "parts": [
            {
                "part": each.part.id,
                "words": length(each.text),
                "empty": each.is_empty,
                "questions": fitting.get(each.part.id, 0),
            }
            for each in written
        ],
        "tellings": [
            {"minutes": each.minutes, "seconds": each.seconds, "total": each.total} for each in told
        ],
    }


def part_lines(written: Written, pen: Pen) -> Iterator[Text]:
    """A part to be written: its title, the prompts, what stands there already."""
    yield pen.paragraph(Text(written.part.title.in_(pen.lang), "bold"))
    for each in written.part.write:
        yield pen.paragraph(each.in_(pen.lang), "accent", hanging="· ")
    for line in written.text.splitlines():
        yield pen.paragraph(Text(line, "dim"), indent=3)


def question_lines(asked: Asked, pen: Pen) -> Iterator[Text]:
    """A question, with the part that it is about."""
    about = asked.part.title.in_(pen.lang)
    head = f"{about} · {pen.say('project.follows')}" if asked.fits else about
    yield pen.paragraph(Text(head), "dim")
    yield pen.paragraph(asked.question.text.in_(pen.lang), "bold")


def questions_json(asked: Sequence[Asked], lang: Lang) -> list[Object]:
    """The same for programs."""
    return [
        {
            "id": each.id,
            "part": each.part.id,
            "question": each.question.text.in_(lang),
            "follows_from_text": each.fits,
        }
        for each in asked
    ]


def plan_lines(parts: Sequence[Part], minutes: Minutes, pen: Pen) -> Iterator[Text]:
    """How the time is shared out."""
    yield pen.paragraph(pen.say("project.tell-plan", minutes=minutes))
    wide = _wide(parts, pen.lang)
    for part in parts:
        title = _padded(part, wide, pen.lang)
        yield Text(f"   {title}  {clock(part.seconds(minutes)):>5}")


def running(part: Part, spent: float, minutes: Minutes, lang: Lang) -> str:
    """The line that counts while a part is told."""
    planned = part.seconds(minutes)
    mark = "!" if spent > planned else " "
    return f" {mark} {part.title.in_(lang)}  {clock(spent)} / {clock(planned)}"


def told_lines(
    parts: Sequence[Part], told: Told, before: Sequence[Told], pen: Pen
) -> Iterator[Text]:
    """A telling beside its plan, and the part that was furthest off."""
    wide = _wide(parts, pen.lang)
    for part in parts:
        spent, planned = told.seconds[part.id], part.seconds(told.minutes)
        title = _padded(part, wide, pen.lang)
        row = f"   {title}  {clock(spent):>5} / {clock(planned):>5}"
        yield Text(row, "warn" if abs(spent - planned) > _FAR_S else "")
    planned = told.minutes * 60
    said = {"time": clock(told.total), "planned": clock(planned)}
    yield pen.paragraph(pen.say("project.tell-done", **said))
    far = max(parts, key=lambda part: abs(told.seconds[part.id] - part.seconds(told.minutes)))
    off = round(told.seconds[far.id] - far.seconds(told.minutes))
    if abs(off) > _FAR_S:
        code = "project.tell-longest" if off > 0 else "project.tell-shortest"
        yield pen.paragraph(pen.say(code, part=far.title.in_(pen.lang), seconds=abs(off)), "warn")
    same = [abs(each.total - planned) for each in before if each.minutes == told.minutes]
    if same and abs(told.total - planned) < min(same):
        yield pen.paragraph(pen.say("project.tell-best"), "right")


def clock(seconds: float) -> str:
    """Minutes and seconds: 2:05."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def length(text: str) -> int:
    """Words, and Chinese characters one by one."""
    return len(_WORD.findall(text))


def _wide(parts: Sequence[Part], lang: Lang) -> int:
    return max(cell_len(part.title.in_(lang)) for part in parts)


def _padded(part: Part, wide: int, lang: Lang) -> str:
    title = part.title.in_(lang)
    return title + " " * (wide - cell_len(title))
