"""`dlprep project`: the person's own project, written down, asked about, told by the clock."""

# Annotations are values here, not text: Typer would compile each text four times.
import json as json_text
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.usage import Group
from dlprep.cli.words import say
from dlprep.model.message import fault
from dlprep.model.project import Minutes, Part, ProjectGuide, Written
from dlprep.model.text import encodable
from dlprep.practice import project as practice
from dlprep.practice.project_file import ProjectFile
from dlprep.view import project as view
from dlprep.view.pen import Pen

SETTING = "project"  # in the configuration: the file used last
QUESTIONS = 3

app = typer.Typer(
    cls=Group,
    help=say("project.help"),
    epilog=say("project.epilog"),
    rich_markup_mode=None,
    add_completion=False,
    invoke_without_command=True,
)
FileOption = Annotated[
    Path | None, typer.Option("--file", "-f", metavar="FILE", help=say("project.file-help"))
]
LangOption = Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))]
BankOption = Annotated[str | None, typer.Option("--bank", help=say("app.bank-help"))]
JsonOption = Annotated[bool, typer.Option("--json", help=say("app.json-help"))]


@app.callback()
def overview(
    ctx: typer.Context,
    *,
    file: FileOption = None,
    lang: LangOption = None,
    bank: BankOption = None,
    json: JsonOption = False,
) -> None:
    if ctx.invoked_subcommand is not None:
        return
    desk = open_desk(lang, bank)
    mine = _file(desk, file)
    written, told = mine.written(), practice.tellings(desk.store)
    asked = practice.follow_ups(written, practice.asked_before(desk.store))
    fitting = Counter(each.part.id for each in asked if each.fits)
    if json:
        _write(view.status_json(mine.path, written, fitting, told))
    else:
        desk.show(view.status_lines(mine.path, written, fitting, told, _pen(desk)))


@app.command(help=say("project.new-help"), epilog=say("project.epilog"))
def new(
    *,
    title: Annotated[str | None, typer.Option("--title", help=say("project.title-help"))] = None,
    file: FileOption = None,
    lang: LangOption = None,
    bank: BankOption = None,
) -> None:
    desk = open_desk(lang, bank)
    mine = _file(desk, file)
    _make(desk, mine, title)


@app.command(help=say("project.write-help"), epilog=say("project.epilog"))
def write(
    part: Annotated[
        str | None, typer.Argument(metavar="PART", help=say("project.part-help"))
    ] = None,
    *,
    file: FileOption = None,
    lang: LangOption = None,
    bank: BankOption = None,
) -> None:
    from dlprep.cli.project_screen import Writing  # noqa: PLC0415 - only at work

    desk = open_desk(lang, bank)
    mine = _file(desk, file)
    wanted = _part(mine.guide, part)
    if not mine.exists:
        _make(desk, mine, None)
    Writing(desk, mine).run(_to_write(mine.written(), wanted))


@app.command(help=say("project.ask-help"), epilog=say("project.epilog"))
def ask(
    part: Annotated[
        str | None, typer.Argument(metavar="PART", help=say("project.part-help"))
    ] = None,
    *,
    number: Annotated[
        int, typer.Option("--number", "-n", min=1, max=50, help=say("project.number-help"))
    ] = QUESTIONS,
    file: FileOption = None,
    lang: LangOption = None,
    bank: BankOption = None,
    json: JsonOption = False,
) -> None:
    desk = open_desk(lang, bank)
    mine = _file(desk, file)
    wanted = _part(mine.guide, part)
    asked = practice.follow_ups(
        mine.written(),
        practice.asked_before(desk.store),
        part=wanted.id if wanted else None,
    )[:number]
    if json:
        practice.keep_asked(desk.store, desk.moment(), asked)
        _write(view.questions_json(asked, desk.lang))
        return
    from dlprep.cli.project_screen import Interview  # noqa: PLC0415 - only at work

    Interview(desk, mine).run(asked)


@app.command(help=say("project.tell-help"), epilog=say("project.epilog"))
def tell(
    minutes: Annotated[int, typer.Argument(metavar="2|5", help=say("project.minutes-help"))] = 2,
    *,
    lang: LangOption = None,
    bank: BankOption = None,
) -> None:
    desk = open_desk(lang, bank)
    long: Minutes = 5 if minutes == 5 else 2
    if minutes != long:
        raise fault("project.bad-minutes")
    parts = _guide(desk).parts
    desk.show(view.plan_lines(parts, long, _pen(desk)))
    if desk.interactive:
        from dlprep.cli.project_screen import Telling  # noqa: PLC0415 - only at work

        Telling(desk, parts, long).run()


def _guide(desk: Desk) -> ProjectGuide:
    guide = desk.bank.project_guide
    if not guide.parts:
        raise fault("project.no-guide")
    return guide


def _file(desk: Desk, given: Path | None) -> ProjectFile:
    """The file that is meant; one that was named is remembered."""
    if given is not None:
        path = Path(encodable(str(given))).expanduser().absolute()
        if desk.config.get(SETTING) != str(path):
            desk.config.set(SETTING, str(path))
    else:
        path = Path(desk.config.get(SETTING) or desk.home.data / "project.md")
    return ProjectFile(path, _guide(desk))


def _make(desk: Desk, mine: ProjectFile, title: str | None) -> None:
    mine.create(desk.lang, encodable(title or say("project.usual-title")))
    pen = Pen(desk.lang, desk.talk.width)
    desk.talk.print(pen.paragraph(pen.say("project.made", path=mine.path)))


def _part(guide: ProjectGuide, name: str | None) -> Part | None:
    if name is None:
        return None
    for part in guide.parts:
        names = (part.id, part.title.zh, part.title.en, *part.aliases)
        if name.casefold() in {each.casefold() for each in names}:
            return part
    parts = ", ".join(part.id for part in guide.parts)
    raise fault("project.no-part", part=encodable(name), parts=parts)


def _to_write(written: Sequence[Written], wanted: Part | None) -> list[Written]:
    if wanted is None:
        return [each for each in written if each.is_empty]
    return [each for each in written if each.part.id == wanted.id]


def _pen(desk: Desk) -> Pen:
    return Pen(desk.lang, desk.out.width)


def _write(value: object) -> None:
    sys.stdout.write(json_text.dumps(value, ensure_ascii=False, indent=2) + "\n")
