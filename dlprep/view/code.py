"""What `dlprep code` shows: the clock, the exercises, a person's times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.cells import cell_len
from rich.text import Text

from dlprep.model.catalog import CodeHeader
from dlprep.model.event import Json
from dlprep.model.item import Code
from dlprep.model.report import Pace
from dlprep.model.sitting import Sitting, Timed
from dlprep.view.fit import cut
from dlprep.view.pen import Pen
from dlprep.view.printable import one_line

SIGNS = {"running": "▸", "paused": "‖", "stopped": "·", "passed": "✓"}
STYLES = {"running": "accent", "paused": "warn", "stopped": "dim", "passed": "right"}
MOST_SITTINGS = 8
MINUTE_MS = 60_000


def clock(ms: int) -> str:
    """A time as a stopwatch shows it.

    >>> clock(2_290_400), clock(3_723_000)
    ('38:10', '1:02:03')
    """
    minutes, seconds = divmod(max(ms, 0) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def short(exercise: str) -> str:
    """An id as a person types it."""
    return exercise.removeprefix("code.")


def near_path(path: Path) -> Path:
    """A file as seen from this folder where it lies in it, else by its whole name."""
    try:
        return path.relative_to(Path.cwd())
    except (ValueError, OSError):  # it lies elsewhere, or the folder has been removed
        return path


def file_name(path: Path) -> str:
    """The same for the screen."""
    return one_line(str(near_path(path)))


def stars(difficulty: int) -> str:
    return "★" * difficulty + "☆" * (5 - difficulty)


def head_line(pen: Pen, code: Code, title: str, timed: Timed | None) -> Text:
    """The exercise at the left; target and best at the right."""
    right = [pen.say("code.target", minutes=code.minutes)]
    if timed is not None and timed.best_ms is not None:
        right.append(pen.say("code.best", best=clock(timed.best_ms)))
    if timed is not None and timed.sitting.is_open and timed.sitting.exam:
        right.insert(0, pen.say("code.exam"))
    name = f" {short(code.id)}"
    shown = cut(title, pen.width - cell_len(name) - 2)
    left = Text().append(name, "accent").append(f"  {shown}")
    return pen.ends(left, " · ".join(right))


def task_lines(pen: Pen, code: Code) -> Iterator[Text]:
    """What is to be written."""
    for paragraph in code.prompt.in_(pen.lang).split("\n"):
        yield pen.paragraph(paragraph)
    names = ", ".join(f"`{each.name}`" for each in code.functions)
    yield pen.paragraph(pen.say("code.functions", names=names), "dim")


def status_lines(pen: Pen, timed: Timed, longest_ms: int) -> Iterator[Text]:
    """One open sitting: its clock, its file, and what to know about its time."""
    sitting, state = timed.sitting, timed.sitting.state
    right = [pen.say("code.target", minutes=timed.target_min)] if timed.target_min else []
    right += [pen.say("code.best", best=clock(timed.best_ms))] if timed.best_ms else []
    left = Text(f" {SIGNS[state]} {short(sitting.exercise)}", STYLES[state])
    yield pen.ends(left.append(f"  {pen.say(f'code.{state}')}", "dim"), " · ".join(right))
    yield pen.paragraph(used(pen, timed), "bold", indent=3)
    yield pen.parts(list(_circumstances(pen, sitting)), indent=3)
    file = Path(sitting.file)
    if file.is_file():
        yield pen.paragraph(pen.say("code.file", file=file_name(file)), "dim", indent=3)
    else:
        values = {"file": file_name(file), "id": short(sitting.exercise)}
        yield pen.paragraph(pen.say("code.file-missing", **values), "warn", indent=3)
    yield from doubt_lines(pen, timed, longest_ms)


def used(pen: Pen, timed: Timed) -> str:
    """Time used and time left, or time over the target."""
    worked = clock(timed.worked.ms)
    if not timed.target_min:
        return pen.say("code.worked", worked=worked)
    if timed.left_ms >= 0:  # used and left add up: a second that has begun is not used
        return pen.say("code.worked-left", worked=worked, left=clock(timed.left_ms + 999))
    return pen.say("code.worked-over", worked=worked, over=clock(-timed.left_ms))


def doubt_lines(pen: Pen, timed: Timed, longest_ms: int) -> Iterator[Text]:
    """Why a time is no record."""
    if timed.worked.capped:
        code = "code.capped" if timed.sitting.is_open else "code.capped-ended"
        values = {"longest": clock(longest_ms), "id": short(timed.sitting.exercise)}
        yield pen.paragraph(pen.say(code, **values), "warn", indent=3)
    elif timed.worked.guessed:
        yield pen.paragraph(pen.say("code.guessed"), "warn", indent=3)


def _circumstances(pen: Pen, sitting: Sitting) -> Iterator[str]:
    if sitting.exam:
        yield pen.say("code.exam")
    yield pen.say("code.checks" if sitting.checks else "code.checks-0", n=sitting.checks)
    if sitting.pauses:
        yield pen.say("code.pauses", n=sitting.pauses)
    if sitting.hint:
        yield pen.say("code.hints", n=sitting.hint)
    if sitting.gave_up:
        yield pen.say("code.gave-up")


def result_lines(pen: Pen, timed: Timed, longest_ms: int) -> Iterator[Text]:
    """After a submission that passed: the time against the target and against one's own."""
    sitting = timed.sitting
    parts = [pen.say("code.time", worked=clock(timed.worked.ms), target=timed.target_min)]
    if sitting.is_record and timed.best_ms is None:
        parts += [pen.say("code.best-first")] if not timed.passed else []
    elif sitting.is_record and timed.best_ms is not None and timed.worked.ms < timed.best_ms:
        parts.append(pen.say("code.best-new", best=clock(timed.best_ms)))
    elif timed.best_ms is not None:
        parts.append(pen.say("code.best-is", best=clock(timed.best_ms)))
    style = "right" if timed.left_ms >= 0 else "warn"
    yield pen.parts([*parts, *_circumstances(pen, sitting)], style)
    yield from doubt_lines(pen, timed, longest_ms)


def pace_lines(pen: Pen, pace: Pace | None) -> Iterator[Text]:
    """The running time on a larger input, as a ratio to the solution's."""
    if pace is None:
        return
    sizes = ", ".join(f"{name}={size}" for name, size in pace.sizes.items())
    if pace.trouble is not None:
        yield pen.paragraph(pen.say(f"code.pace-{pace.trouble}", sizes=sizes), "warn")
        return
    ratios = [
        pen.say(f"code.pace-{kind}", times=ratio(pace.yours_ms / ms))
        for kind, ms in pace.references.items()
    ]
    yield pen.parts([pen.say("code.pace", yours=duration(pace.yours_ms), sizes=sizes), *ratios])


def ratio(times: float) -> str:
    """Two digits are enough.

    >>> ratio(0.0213), ratio(1.04), ratio(48.2)
    ('0.021', '1.0', '48')
    """
    return f"{times:.0f}" if times >= 9.95 else f"{times:.2g}" if times < 1 else f"{times:.1f}"


def duration(ms: float) -> str:
    """A running time.

    >>> duration(0.42), duration(12.3), duration(2500)
    ('0.42 ms', '12 ms', '2.5 s')
    """
    return f"{ratio(ms / 1000)} s" if ms >= 1000 else f"{ratio(ms)} ms"


def history_lines(pen: Pen, found: Sequence[Sitting]) -> Iterator[Text]:
    """The sittings at one exercise, latest first."""
    if not found:
        yield pen.paragraph(pen.say("code.sittings-none"), "dim")
        return
    yield Text(f" {pen.say('code.sittings')}", "bold")
    for sitting in found[: -MOST_SITTINGS - 1 : -1]:
        sure = "" if sitting.worked.is_sure else "≈"
        began = datetime.fromtimestamp(sitting.began_ms / 1000, UTC).astimezone()
        left = f"  {SIGNS[sitting.state]} {began:%Y-%m-%d %H:%M} "
        time = f"{sure}{clock(sitting.worked.ms)}" if sitting.state != "running" else "…"
        line = Text(f"{left}{time:>9}  ", STYLES[sitting.state])
        line.append(pen.say(f"code.{sitting.state}"))
        yield pen.ends(line, " · ".join(_circumstances(pen, sitting)))
    if len(found) > MOST_SITTINGS:
        yield pen.paragraph(pen.say("code.sittings-more", n=len(found) - MOST_SITTINGS), "dim")


def listed_lines(
    pen: Pen,
    title: str,
    headers: Sequence[CodeHeader],
    known: Mapping[str, Sequence[Sitting]],
) -> Iterator[Text]:
    """The exercises of one topic, with how far each has come."""
    yield Text(f" {cut(title, pen.width - 1)}", "bold")
    for header in headers:
        found = known.get(header.id, ())
        state = shown_state(found)
        best = best_of(found)
        times = f"{pen.say('code.min', n=header.minutes):>7}{clock(best) if best else '':>8}"
        right = f"{stars(header.difficulty)} {times}"
        mark = "  PyTorch" if header.kind == "torch" else ""
        left = Text(f" {SIGNS[state] if state else ' '} ", STYLES[state] if state else "")
        left.append(short(header.id)).append(mark, "dim")
        if left.cell_len + cell_len(right) < pen.width:
            line = pen.ends(left, right)
            line.rstrip()
            yield line
        else:  # the id is what has to be typed: it is never cut
            yield left
            yield Text(f"     {right.strip()}")


def shown_state(found: Sequence[Sitting]) -> str | None:
    """What a list shows of an exercise: being worked on, else passed at some time, else begun."""
    if not found:
        return None
    if found[-1].is_open:
        return found[-1].state
    return "passed" if any(each.state == "passed" for each in found) else "stopped"


def best_of(found: Sequence[Sitting]) -> int | None:
    """The shortest time that may count."""
    return min((each.worked.ms for each in found if each.is_record), default=None)


def timed_json(timed: Timed) -> dict[str, Json]:
    """A sitting as it stands."""
    return sitting_json(timed.sitting) | {
        "worked_ms": timed.worked.ms,
        "guessed": timed.worked.guessed,
        "capped": timed.worked.capped,
        "target_ms": timed.target_min * MINUTE_MS,
        "left_ms": timed.left_ms,
        "best_ms": timed.best_ms,
        "passed_before": timed.passed,
    }


def turn_json(event: str | None, timed: Timed, paused: Timed | None) -> dict[str, Json]:
    """A turn of the clock by its event (None where nothing had to change), and the sitting that
    was paused for it."""
    return {
        "event": event,
        "changed": event is not None,
        "sitting": timed_json(timed),
        "paused": timed_json(paused) if paused else None,
    }


def sitting_json(sitting: Sitting) -> dict[str, Json]:
    """A sitting of the past; of one whose clock runs the time of the stretches that are over."""
    return {
        "exercise": sitting.exercise,
        "state": sitting.state,
        "began_ms": sitting.began_ms,
        "ended_ms": sitting.ended_ms,
        "file": sitting.file,
        "exam": sitting.exam,
        "worked_ms": sitting.worked.ms,
        "guessed": sitting.worked.guessed,
        "capped": sitting.worked.capped,
        "checks": sitting.checks,
        "pauses": sitting.pauses,
        "hint": sitting.hint,
        "gave_up": sitting.gave_up,
    }


def header_json(header: CodeHeader, found: Sequence[Sitting]) -> dict[str, Json]:
    """An exercise in a list."""
    return {
        "id": header.id,
        "leaf": header.leaf,
        "level": header.difficulty,
        "minutes": header.minutes,
        "drill": header.drill,
        "kind": header.kind,
        "state": shown_state(found),
        "best_ms": best_of(found),
        "sittings": len(found),
    }
