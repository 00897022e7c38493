"""Today's page: what to do, how ready one is, what is weak and which mistakes come back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rich.cells import cell_len
from rich.text import Text

from dlprep.model.event import Json
from dlprep.model.plan import Agenda, Ready
from dlprep.view.pen import Pen

_EPOCH = date(1970, 1, 1)
_BAR = 18
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def page_lines(pen: Pen, agenda: Agenda) -> Iterator[Text]:
    """The page; about ten lines."""
    yield from agenda_lines(pen, agenda)
    if not agenda.started:
        yield pen.paragraph(pen.say("today.start" if agenda.plan is None else "today.begin"))
    yield pen.paragraph(pen.say("today.more"), "dim")


def agenda_lines(pen: Pen, agenda: Agenda) -> Iterator[Text]:
    """The day's work and how things stand, without what leads on."""
    yield pen.ends(Text(" dlprep", "accent"), _when(pen, agenda))
    yield _entry(pen, "today", agenda_parts(pen, agenda))
    yield _entry(pen, "why", [pen.say(_why(agenda))])
    if agenda.ready is not None:
        yield _ready(pen, agenda.ready)
        yield _entry(pen, "", list(_ifs(pen, agenda, agenda.ready)))
    if agenda.weak:
        leaves = [(leaf.leaf, round(100 * leaf.mastery)) for leaf in agenda.weak]
        parts = [pen.say("today.weak-leaf", leaf=leaf, mastery=m) for leaf, m in leaves]
        yield _entry(pen, "weak", parts)
    if agenda.fading:
        made = [(each.name.in_(pen.lang), each.times) for each in agenda.fading]
        yield _entry(pen, "fading", [pen.say("today.times", name=name, n=n) for name, n in made])


def agenda_parts(pen: Pen, agenda: Agenda) -> list[str]:
    """The work of the day in short phrases."""
    parts = [pen.say("today.minutes", n=agenda.minutes)]
    others = len(agenda.cards) - agenda.due
    more = "today.cards-more" if agenda.due else "today.cards-new"
    counts = ((agenda.due, "today.cards-due"), (others, more), (agenda.quiz, "today.quiz"))
    parts += [pen.say(code, n=n) for n, code in counts if n]
    parts += [pen.say("today.derivation")] if agenda.derivation else []
    parts += [pen.say("today.exercise")] if agenda.exercise else []
    return [*parts, pen.say("today.go")]


def _why(agenda: Agenda) -> str:
    if agenda.started and not agenda.cards:
        return "today.enough"
    return "today.why-goal" if agenda.ready is not None else "today.why-due"


def _when(pen: Pen, agenda: Agenda) -> str:
    if agenda.plan is None or agenda.days_left is None:
        return pen.say("today.no-plan")
    shown = day_shown(pen, agenda.plan.day)
    match agenda.days_left:
        case 0:
            return pen.say("today.today")
        case 1:
            return pen.say("today.tomorrow", date=shown)
        case left if left < 0:
            return pen.say("today.after")
        case left:
            return pen.say("today.days-left", n=left, date=shown)


def day_shown(pen: Pen, day: int) -> str:
    """A study day as a date without its year."""
    at = _EPOCH + timedelta(days=day)
    month = f"{at.month}月" if pen.lang == "zh" else _MONTHS[at.month - 1]
    return pen.say("today.date", month=month, day=at.day)


def _ready(pen: Pen, ready: Ready) -> Text:
    filled = round(ready.now * _BAR)
    bar = "█" * filled + "░" * (_BAR - filled)
    low, now, high = (round(100 * each) for each in (ready.low, ready.now, ready.high))
    return _entry(pen, "ready", [f"{bar}  {pen.say('today.score', now=now, low=low, high=high)}"])


def _ifs(pen: Pen, agenda: Agenda, ready: Ready) -> Iterator[str]:
    yield pen.say("today.if-kept", minutes=agenda.minutes, kept=round(100 * ready.kept))
    lost = 100 * (ready.kept - ready.missed)
    yield (
        pen.say("today.if-missed", points=f"{lost:.1f}")
        if lost >= 0.05
        else pen.say("today.no-loss")
    )


def _entry(pen: Pen, label: str, parts: list[str]) -> Text:
    """A label in its column, and phrases broken only between them."""
    labels = ("today", "ready", "weak", "fading", "why")
    margin = max(cell_len(pen.say(f"today.label-{each}")) for each in labels) + 3
    name = pen.say(f"today.label-{label}") if label else ""
    drawn = pen.parts(parts, style="", indent=margin)
    head = Text(f" {name}{' ' * (margin - cell_len(name) - 1)}", "dim")
    return head.append_text(drawn[margin:])


def agenda_json(agenda: Agenda) -> dict[str, Json]:
    """The agenda as JSON; days are study days since 1970-01-01, scores 0 to 1."""
    plan, ready = agenda.plan, agenda.ready
    return {
        "schema": 1,
        "plan": plan_json(agenda),
        "minutes": agenda.minutes,
        "cards": [*agenda.cards],
        "due": agenda.due,
        "quiz": agenda.quiz,
        "derivation": agenda.derivation,
        "exercise": agenda.exercise,
        "ready": None
        if plan is None or ready is None
        else {
            "now": round(ready.now, 4),
            "low": round(ready.low, 4),
            "high": round(ready.high, 4),
            "if_kept": round(ready.kept, 4),
            "if_today_is_missed": round(ready.missed, 4),
        },
        "weak": [{"leaf": leaf.leaf, "mastery": round(leaf.mastery, 4)} for leaf in agenda.weak],
        "fading": [{"mistake": each.code, "times": each.times} for each in agenda.fading],
    }


def plan_json(agenda: Agenda) -> Json:
    """The plan, or null."""
    plan = agenda.plan
    if plan is None:
        return None
    return {
        "date": (_EPOCH + timedelta(days=plan.day)).isoformat(),
        "days_left": agenda.days_left,
        "minutes": plan.minutes,
        "topics": [*plan.topics],
    }
