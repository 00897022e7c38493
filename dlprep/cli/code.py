"""`dlprep code`: coding exercises against the clock."""

# Annotations are values here, not text: Typer would compile each text four times.
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from dlprep.bank.select import Filter
from dlprep.cli import offers
from dlprep.cli.code_begin import Wish, begin
from dlprep.cli.code_desk import CodeDesk, open_code_desk
from dlprep.cli.usage import Group
from dlprep.cli.words import say
from dlprep.model.catalog import CodeHeader
from dlprep.model.event import Json
from dlprep.model.item import Code
from dlprep.model.message import DlprepError, ExitCode
from dlprep.model.sitting import Timed
from dlprep.practice.code import Turned, Undone
from dlprep.practice.code_clock import longest_ms
from dlprep.practice.code_drill import draw, timed_set
from dlprep.view import code as view

app = typer.Typer(
    cls=Group,
    help=say("code.help"),
    epilog=say("code.epilog"),
    rich_markup_mode=None,
    add_completion=False,
    invoke_without_command=True,
)


def completed(incomplete: str) -> list[str]:
    """The exercises whose id begins so, for the shell."""
    try:
        ids = [view.short(each.id) for each in open_code_desk(None, None).desk.bank.coding()]
    except DlprepError:
        return []
    wanted = view.short(incomplete)
    return sorted(each for each in ids if each.startswith(wanted))


def completed_topic(incomplete: str) -> list[str]:
    """The topics of the timed set that begin so, for the shell."""
    try:
        topics = {each.drill or "" for each in timed_set(open_code_desk(None, None).desk.bank)}
    except DlprepError:
        return []
    return sorted(each for each in topics if each.startswith(incomplete))


Exercise = Annotated[
    str, typer.Argument(metavar="ID", help=say("code.id-help"), autocompletion=completed)
]
Current = Annotated[
    str | None,
    typer.Argument(metavar="ID", help=say("code.current-help"), autocompletion=completed),
]
LangOption = Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))]
BankOption = Annotated[str | None, typer.Option("--bank", help=say("app.bank-help"))]
JsonOption = Annotated[bool, typer.Option("--json", help=say("app.json-help"))]
ExamOption = Annotated[bool, typer.Option("--exam", help=say("code.exam-help"))]
ForceOption = Annotated[bool, typer.Option("--force", help=say("code.force-help"))]
KeepOption = Annotated[bool, typer.Option("--keep", help=say("code.keep-help"))]
AnewOption = Annotated[bool, typer.Option("--anew", help=say("code.anew-help"))]


@app.callback()
def overview(ctx: typer.Context) -> None:
    """Whoever is at work sees the clock; anybody else the help page."""
    if ctx.invoked_subcommand is not None:
        return
    work = open_code_desk(None, None)
    if open_ones := work.coding.open():
        _show_status(work, open_ones)
    else:
        sys.stdout.write(ctx.get_help() + "\n")


@app.command("list", help=say("code.list-help"), epilog=say("code.list-epilog"))
def list_(
    *,
    topic: Annotated[
        list[str] | None,
        typer.Option("--topic", "-t", help=say("code.topic-help"), autocompletion=offers.topics),
    ] = None,
    lang: LangOption = None,
    bank: BankOption = None,
    json: JsonOption = False,
) -> None:
    work = open_code_desk(lang, bank)
    found = work.desk.bank.coding(Filter(topics=tuple(topic or ())))
    _show_list(work, found, json=json)


@app.command(help=say("code.start-help"), epilog=say("code.start-epilog"))
def start(
    exercise: Exercise,
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help=say("code.file-help"))] = None,
    *,
    exam: ExamOption = False,
    keep: KeepOption = False,
    force: ForceOption = False,
    anew: AnewOption = False,
    lang: LangOption = None,
    bank: BankOption = None,
    json: JsonOption = False,
) -> int:
    work = open_code_desk(lang, bank)
    wish = Wish(file=file, exam=exam, keep=keep, force=force, anew=anew, as_json=json)
    return begin(work, work.coding.exercise(exercise), wish)


@app.command(help=say("code.status-help"), epilog=say("code.status-epilog"))
def status(
    exercise: Current = None,
    *,
    lang: LangOption = None,
    bank: BankOption = None,
    json: JsonOption = False,
) -> None:
    work = open_code_desk(lang, bank)
    found = [work.coding.current(exercise)] if exercise else [*work.coding.open()]
    if json:
        work.tell({"open": [view.timed_json(each) for each in found]})
    elif not found:
        work.coding.current(None)  # raises what says so
    else:
        _show_status(work, found)


def _offer(action: Literal["pause", "resume", "stop"]) -> None:
    """The command that turns the clock so."""

    @app.command(action, help=say(f"code.{action}-help"), epilog=say(f"code.{action}-epilog"))
    def turn(
        exercise: Current = None,
        *,
        lang: LangOption = None,
        bank: BankOption = None,
        json: JsonOption = False,
    ) -> None:
        work = open_code_desk(lang, bank)
        turns = {"pause": work.coding.pause, "resume": work.coding.resume, "stop": work.coding.stop}
        _show_turn(work, action, turns[action](exercise), json=json)


_offer("pause")
_offer("resume")
_offer("stop")


@app.command(help=say("code.undo-help"), epilog=say("code.undo-epilog"))
def undo(*, lang: LangOption = None, bank: BankOption = None, json: JsonOption = False) -> None:
    work = open_code_desk(lang, bank)
    undone = work.coding.undo()
    if json:
        timed = view.timed_json(undone.timed) if undone.timed else None
        work.tell({"undone": undone.action, "exercise": undone.exercise, "sitting": timed})
    else:
        _show_undone(work, undone)


@app.command(help=say("code.submit-help"), epilog=say("code.submit-epilog"))
def submit(
    ctx: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help=say("code.submit-file-help"))
    ] = None,
    *,
    exercise: Annotated[
        str | None,
        typer.Option("--id", help=say("code.current-help"), autocompletion=completed),
    ] = None,
    lang: LangOption = None,
    bank: BankOption = None,
    json: JsonOption = False,
) -> int:
    from dlprep.check.court import Court  # noqa: PLC0415 - loads the checker
    from dlprep.cli.code_submit import submit as hand_in  # noqa: PLC0415

    court = ctx.obj or Court()  # before bank and log are open: a child must not find them
    ctx.call_on_close(court.close)
    work = open_code_desk(lang, bank)
    return hand_in(work, court, work.coding.current(exercise), file, as_json=json)


@app.command(help=say("code.show-help"), epilog=say("code.show-epilog"))
def show(
    exercise: Exercise,
    *,
    lang: LangOption = None,
    bank: BankOption = None,
    json: JsonOption = False,
) -> None:
    work = open_code_desk(lang, bank)
    code = work.coding.exercise(exercise)
    found = work.coding.history(code.id)
    if json:
        work.tell(_task_json(work, code) | {"sittings": [view.sitting_json(s) for s in found]})
        return
    pen = work.pen
    timed = work.coding.timed(code.id)
    work.desk.show([view.head_line(pen, code, work.title(code), timed)])
    work.desk.show(view.task_lines(pen, code))
    work.desk.show(view.history_lines(pen, found))
    following = "code.show-open" if found and found[-1].is_open else "code.show-next"
    work.desk.show([pen.paragraph(pen.say(following, id=view.short(code.id)), "dim")])


@app.command(help=say("code.drill-help"), epilog=say("code.drill-epilog"))
def drill(
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar="TOPIC", help=say("code.drill-topic-help"), autocompletion=completed_topic
        ),
    ] = None,
    *,
    level: Annotated[
        int | None, typer.Option("--level", min=1, max=5, help=say("code.level-help"))
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help=say("code.drill-list-help"))] = False,
    exam: ExamOption = False,
    keep: KeepOption = False,
    force: ForceOption = False,
    anew: AnewOption = False,
    lang: LangOption = None,
    bank: BankOption = None,
    json: JsonOption = False,
) -> int:
    work = open_code_desk(lang, bank)
    found = timed_set(work.desk.bank, topic)
    if listed:
        fitting = [each for each in found if level in {None, each.difficulty}]
        _show_list(work, fitting, json=json, drill=True)
        return ExitCode.OK
    known = work.coding.histories()
    drawn = draw(found, known, random.SystemRandom(), level=level, topic=topic)
    if not json:
        said = work.pen.say("code.drilled", topic=drawn.drill)
        work.desk.show([work.pen.paragraph(said, "accent")])
    wish = Wish(file=None, exam=exam, keep=keep, force=force, anew=anew, as_json=json)
    return begin(work, work.coding.exercise(drawn.id), wish)


def _show_list(
    work: CodeDesk, found: Sequence[CodeHeader], *, json: bool, drill: bool = False
) -> None:
    known = work.coding.histories()
    if json:
        rows: list[Json] = [view.header_json(each, known.get(each.id, ())) for each in found]
        work.tell({"exercises": rows})
        return
    pen = work.pen
    for title, headers in _by_title(work, found, drill=drill):
        work.desk.show(view.listed_lines(pen, title, headers, known))
    more = "code.drill-listed" if drill else "code.listed"
    work.desk.show([pen.paragraph(pen.say(more if found else "code.listed-none"), "dim")])


def _by_title(
    work: CodeDesk, found: Sequence[CodeHeader], *, drill: bool
) -> Iterator[tuple[str, list[CodeHeader]]]:
    """In the order found; a drill by its topic, else by the leaf of the outline."""
    groups: dict[str, list[CodeHeader]] = {}
    for header in found:
        groups.setdefault(header.drill or "" if drill else header.leaf, []).append(header)
    for name, headers in groups.items():
        yield (name if drill else work.desk.bank.leaf_title(name).in_(work.desk.lang)), headers


def _show_status(work: CodeDesk, found: Sequence[Timed]) -> None:
    for timed in found:
        work.desk.show(view.status_lines(work.pen, timed, longest_ms(timed.target_min)))


def _show_turn(work: CodeDesk, action: str, turned: Turned, *, json: bool) -> None:
    if json:
        work.tell(view.turn_json(turned.event, turned.timed, turned.paused))
        return
    pen, timed = work.pen, turned.timed
    how = "done" if turned.changed else "same"
    values = {"id": view.short(timed.sitting.exercise), "worked": view.clock(timed.worked.ms)}
    if turned.paused is not None:
        work.desk.show([work.made_room(turned.paused)])
    work.desk.show([pen.paragraph(pen.say(f"code.{how}-{action}", **values))])
    work.desk.show(view.doubt_lines(pen, timed, longest_ms(timed.target_min)))


def _show_undone(work: CodeDesk, undone: Undone) -> None:
    pen = work.pen
    worked = view.clock(undone.timed.worked.ms) if undone.timed else ""
    values = {"id": view.short(undone.exercise), "worked": worked}
    work.desk.show([pen.paragraph(pen.say(f"code.undone-{undone.action}", **values))])


def _task_json(work: CodeDesk, code: Code) -> dict[str, Json]:
    return {
        "id": code.id,
        "leaf": code.leaf,
        "level": code.difficulty,
        "minutes": code.minutes,
        "drill": code.drill,
        "prompt": code.prompt.in_(work.desk.lang),
        "functions": [each.name for each in code.functions],
    }
