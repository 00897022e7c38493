"""Statistics on the screen: readable at 80 columns and without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rich.cells import cell_len
from rich.text import Text

from dlprep.model.event import DayStat, RecallClass
from dlprep.model.plan import Leaf
from dlprep.model.stats import Branch, Practised, Stats
from dlprep.view.code import clock
from dlprep.view.fit import cut
from dlprep.view.pen import Pen
from dlprep.view.prose import plain

_EPOCH = date(1970, 1, 1)
_SHADES = ("░", "▒", "▓", "█")
_STYLES = ("wrong", "warn", "warn", "right")
_BARS = " ▁▂▃▄▅▆▇█"
_WEEKS = 26
_MOST = 8  # lines of one list
_BAR = 5  # columns below which a bar says nothing
_TITLE = 20  # columns below which a cut title says nothing


def stats_lines(pen: Pen, stats: Stats) -> Iterator[Text]:
    """All sections that have something to say."""
    yield from _map(pen, stats.branches)
    if not stats.days and not stats.exercises:
        yield pen.paragraph(pen.say("stats.nothing"))
        return
    yield from _memory(pen, stats)
    yield from _ahead(pen, stats.ahead)
    yield from _days(pen, stats)
    yield from _times(pen, stats)
    yield from _mistakes(pen, stats)
    yield from _exercises(pen, stats.exercises)
    yield pen.paragraph(pen.say("stats.more"), "dim")


def _title(pen: Pen, code: str, right: str = "") -> Text:
    title = Text(f" {pen.say(f'stats.{code}')}", "bold")
    if title.cell_len + cell_len(right) < pen.width:
        return pen.ends(title, right) if right else title
    return title.append("\n").append_text(pen.paragraph(right, "dim", indent=3))


def _map(pen: Pen, every: Sequence[Branch]) -> Iterator[Text]:
    """A row for each branch that has questions, a cell for each leaf."""
    yield _title(pen, "map", pen.say("stats.legend"))
    branches = [branch for branch in every if any(leaf.items for leaf in branch.leaves)]
    room = max(cell_len(branch.title.in_(pen.lang)) for branch in branches) if branches else 0
    room = min(room, pen.width // 3)
    for branch in branches:
        name = cut(branch.title.in_(pen.lang), room)
        head = f" {name}{' ' * (room - cell_len(name))}  "
        share = f"{100 * branch.mastery:>3.0f} %"
        width = pen.width - cell_len(head) - 7
        for number, start in enumerate(range(0, max(len(branch.leaves), 1), width)):
            leaves = branch.leaves[start : start + width]
            line = Text(head if number == 0 else " " * cell_len(head))
            line.append_text(Text.assemble(*map(_cell, leaves)))
            if number == 0:
                yield pen.ends(line, share)
            elif any(leaf.items for leaf in leaves):
                yield line


def _cell(leaf: Leaf) -> tuple[str, str]:
    if not leaf.items:
        return " ", ""
    if not leaf.seen:
        return "·", "dim"
    shade = min(int(leaf.mastery * 4), 3)
    return _SHADES[shade], _STYLES[shade]


def leaf_lines(pen: Pen, stats: Stats) -> Iterator[Text]:
    """Every leaf with questions, one a line."""
    for branch in stats.branches:
        asked = [leaf for leaf in branch.leaves if leaf.items]
        if asked:
            yield pen.paragraph(branch.title.in_(pen.lang), "bold")
        for leaf in asked:
            yield from _leaf_lines(pen, leaf)


def _leaf_lines(pen: Pen, leaf: Leaf) -> Iterator[Text]:
    """One line, or two where the window is too narrow for a title beside its figures."""
    seen = f"{leaf.seen}/{leaf.items}"
    figures = f"{_bar(leaf.mastery, 10)} {100 * leaf.mastery:>3.0f} %  {seen:>9}"
    room = pen.width - cell_len(figures) - 8
    if room < _TITLE:
        yield pen.paragraph(leaf.title.in_(pen.lang), indent=2)
        yield Text(f"    {figures}")
        return
    name = cut(leaf.title.in_(pen.lang), room)
    yield Text(f"  {name}{' ' * (room + 5 - cell_len(name))}{figures}")


def _memory(pen: Pen, stats: Stats) -> Iterator[Text]:
    if stats.retention is None or stats.predicted is None:
        return
    kept, expected = round(100 * stats.retention), round(100 * stats.predicted)
    counted = pen.say("stats.tested", n=stats.tested)
    yield _title(pen, "memory", counted)
    yield pen.paragraph(pen.say("stats.retention", kept=kept, expected=expected))
    for each in stats.recall:
        yield _calibration(pen, each)


def _calibration(pen: Pen, each: RecallClass) -> Text:
    """One class of predictions: a bar of what happened, with a mark where it was expected."""
    share, expected = each.recalled / each.reviews, each.predicted / each.reviews
    said = pen.say("stats.class", low=10 * each.decile, high=10 * each.decile + 10)
    tail = pen.say("stats.happened", share=round(100 * share), n=each.reviews)
    head = f"  {said}{' ' * max(14 - cell_len(said), 1)}"
    width = min(max(pen.width - 44, 10), pen.width - cell_len(head) - cell_len(tail) - 2)
    if width < _BAR:
        return Text(f"{head}{tail}")
    bar = list(_bar(share, width))
    bar[min(round(expected * width), width - 1)] = "┃"
    return Text(f"{head}{''.join(bar)}  {tail}")


def _ahead(pen: Pen, ahead: Sequence[int]) -> Iterator[Text]:
    if not any(ahead):
        return
    yield _title(pen, "ahead", pen.say("stats.ahead-total", n=sum(ahead), days=len(ahead)))
    most, ahead = max(ahead), ahead[: (pen.width - 1) // 5]
    bars = "  ".join(f"{_BARS[-(-8 * n // most)]:>3}" for n in ahead)
    yield Text(f" {bars}")
    yield Text(" " + "  ".join(f"{n:>3}" for n in ahead), "dim")


def _days(pen: Pen, stats: Stats) -> Iterator[Text]:
    """Weeks in columns, Monday above; the more was done, the darker."""
    done = {day: each.reviews + each.answers for day, each in stats.days.items()}
    if not done:
        return
    streak, total = _streak(done, stats.today), sum(each.ms for each in stats.days.values())
    said = pen.say("stats.streak", n=streak, days=len(done), hours=f"{total / 3_600_000:.1f}")
    yield _title(pen, "days", said)
    most, weeks = max(done.values()), min(_WEEKS, (pen.width - 5) // 2)
    monday = stats.today - (_EPOCH + timedelta(days=stats.today)).weekday()
    first = monday - 7 * (weeks - 1)
    for weekday in range(7):
        line = Text(f" {pen.say(f'stats.weekday-{weekday}')}  ")
        for week in range(weeks):
            day = first + 7 * week + weekday
            line.append(*_day_cell(done.get(day, 0), most, future=day > stats.today))
        yield line


def _day_cell(count: int, most: int, *, future: bool) -> tuple[str, str]:
    if future:
        return "  ", ""
    if not count:
        return "· ", "dim"
    return f"{_SHADES[min(4 * count // (most + 1), 3)]} ", "accent"


def _streak(done: dict[int, int], today: int) -> int:
    """Days in a row up to today; a day that is not over yet does not break it."""
    day = today if today in done else today - 1
    count = 0
    while day in done:
        count, day = count + 1, day - 1
    return count


def _times(pen: Pen, stats: Stats) -> Iterator[Text]:
    if not stats.times:
        return
    yield _title(pen, "times")
    for each in stats.times:
        name = pen.say(f"stats.kind-{each.kind}")
        minutes, seconds = each.ms / 60_000, each.ms / each.times / 1000
        said = pen.say("stats.spent", minutes=f"{minutes:.0f}", n=each.times, each=f"{seconds:.0f}")
        gap = 14 if pen.width >= 16 + cell_len(said) else 2 + cell_len(name)
        yield Text(f"  {name}{' ' * max(gap - cell_len(name), 1)}{said}")


def _mistakes(pen: Pen, stats: Stats) -> Iterator[Text]:
    if not stats.habits:
        return
    yield _title(pen, "mistakes", pen.say("stats.mistakes-more"))
    for code, habit in list(stats.habits.items())[:_MOST]:
        name = plain(stats.names[code].in_(pen.lang)) if code in stats.names else code
        trend = pen.say("stats.fading" if habit.fading else "stats.still")
        room = pen.width - 9 - cell_len(trend)
        left = Text(f"  {habit.times:>3}×  {cut(name, room)}")
        yield pen.ends(left, trend, "right" if habit.fading else "warn")


def _exercises(pen: Pen, exercises: Sequence[Practised]) -> Iterator[Text]:
    if not exercises:
        return
    yield _title(pen, "exercises")
    for each in exercises[:_MOST]:
        sign, style = ("✓", "right") if each.passed else ("✗", "wrong")
        parts = [pen.say("stats.checks", n=each.checks)]
        if each.best_ms is not None and each.target_min:
            best = clock(each.best_ms)
            parts.append(pen.say("stats.best", best=best, target=each.target_min))
        elif each.minutes is not None:
            parts.append(pen.say("stats.minutes", n=max(each.minutes, 1)))
        if each.run_ms and each.reference_ms:
            parts.append(pen.say("stats.pace", times=f"{each.run_ms / each.reference_ms:.1f}"))
        left = Text(f"  {sign} ", style).append(each.exercise.removeprefix("code."), "")
        right = " · ".join(parts)
        if left.cell_len + cell_len(right) < pen.width:
            yield pen.ends(left, right)
        else:
            yield left
            yield pen.parts(parts, indent=4)
    if len(exercises) > _MOST:
        yield pen.paragraph(pen.say("stats.exercises-more", n=len(exercises) - _MOST), "dim")


def _bar(share: float, width: int) -> str:
    filled = round(share * width)
    return "█" * filled + "░" * (width - filled)


def day_row(day: int, each: DayStat) -> tuple[object, ...]:
    """A day as a row: date, reviews, remembered, new, answers, right, minutes."""
    at = (_EPOCH + timedelta(days=day)).isoformat()
    minutes = round(each.ms / 60_000, 1)
    return at, each.reviews, each.recalled, each.introduced, each.answers, each.right, minutes
