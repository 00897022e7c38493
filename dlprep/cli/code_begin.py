"""`dlprep code start`: the starter first, then the clock."""

from __future__ import annotations

from pathlib import Path

from dlprep.check.running.pytorch import lacking
from dlprep.cli.code_desk import CodeDesk
from dlprep.cli.terminal import Keys
from dlprep.model.item import Code
from dlprep.model.message import DlprepError, ExitCode, fault
from dlprep.model.sitting import Timed
from dlprep.model.text import encodable
from dlprep.model.value import dataclass
from dlprep.practice.code import Turned
from dlprep.practice.code_files import default_name, look, replaced, starter_of, write_new
from dlprep.view import code as view
from dlprep.view.keys import key_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a sitting is to begin."""

    file: Path | None
    exam: bool
    keep: bool
    force: bool
    anew: bool
    as_json: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The file as it is now: written, or left alone; `kept` is what stood in its place."""

    path: Path
    written: bool
    kept: Path | None = None


def begin(work: CodeDesk, code: Code, wish: Wish) -> int:
    """Write the file and start the clock. A clock that runs is not started anew unasked: then
    only a file that has gone is written again."""
    if lacks := lacking(code):
        raise DlprepError(lacks)
    before = work.coding.timed(code.id)
    goes_on = before if before and before.sitting.is_open and not wish.anew else None
    path = _place(code, wish, goes_on)
    made = _made(work, code, path, wish, goes_on)
    if made is None:
        return ExitCode.OK
    if goes_on is not None:
        turned = Turned(event=None, timed=goes_on)
    else:
        turned = work.coding.start(code, str(path), exam=wish.exam)
    _tell(work, code, made, turned, as_json=wish.as_json)
    return ExitCode.OK


def _place(code: Code, wish: Wish, goes_on: Timed | None) -> Path:
    if wish.file is None and goes_on is not None and goes_on.sitting.file:
        return Path(goes_on.sitting.file)
    path = wish.file or Path(default_name(code.id))
    try:
        return Path(encodable(str(path.absolute())))
    except OSError as problem:  # this folder has been removed
        raise fault("code.not-written", file=str(path), why=problem) from None


def _made(work: CodeDesk, code: Code, path: Path, wish: Wish, goes_on: Timed | None) -> Made | None:
    """None where the person would rather leave it. Raises `code.file-exists`."""
    solution = work.desk.bank.solution_path(code.id)
    if not solution.is_file():
        raise fault("code.no-solution", id=view.short(code.id))
    text = starter_of(code.id, solution, path)
    found = look(path, text)
    if found == "starter" or (found == "work" and wish.keep):
        return Made(path=path, written=False)
    if found == "work" and goes_on is not None and not wish.force:
        return Made(path=path, written=False)
    kept = None
    if found == "work":
        answer = "n" if wish.force else _asked(work, path, wish)
        if answer != "n":
            return Made(path=path, written=False) if answer == "k" else None
        kept = replaced(path, text)
    else:
        write_new(path, text)
    return Made(path=path, written=True, kept=kept)


def _asked(work: CodeDesk, path: Path, wish: Wish) -> str:
    """What to do with a file that is there: k, n or q."""
    shown = view.file_name(path)
    if wish.as_json or not work.desk.interactive:
        raise fault("code.file-exists", file=shown)
    pen = work.pen
    keys = pen.say("code.question-keys").split("  ")
    work.desk.show([pen.paragraph(pen.say("code.question", file=shown), "warn")])
    work.desk.show([pen.paragraph(key_lines(keys, work.desk.out.width - 1))])
    with Keys() as pressed:
        while (key := pressed.read_key()) not in {"k", "n", "q", "esc"}:
            pass
    if key in {"q", "esc"}:
        work.desk.show([pen.paragraph(pen.say("code.left"))])
    return key


def _tell(work: CodeDesk, code: Code, made: Made, turned: Turned, *, as_json: bool) -> None:
    if as_json:
        work.tell(
            view.turn_json(turned.event, turned.timed, turned.paused)
            | {"written": made.written, "kept": str(made.kept) if made.kept else None}
        )
        return
    pen, file = work.pen, view.file_name(made.path)
    work.desk.show([view.head_line(pen, code, work.title(code), turned.timed)])
    work.desk.show(view.task_lines(pen, code))
    if turned.paused is not None:
        work.desk.show([work.made_room(turned.paused)])
    said = [pen.say("code.written" if made.written else "code.kept-file", file=file)]
    if made.kept:
        said.append(pen.say("code.set-aside", kept=view.file_name(made.kept)))
    said.append(pen.say(_clock_code(turned), id=view.short(code.id)))
    between = "" if work.desk.lang == "zh" else " "
    work.desk.show([pen.paragraph(between.join(said), hanging="▸ ")])
    work.desk.show([pen.parts(pen.say("code.then", file=file).split(" · "))])


def _clock_code(turned: Turned) -> str:
    if turned.changed:
        return "code.runs"
    paused = turned.timed.sitting.state == "paused"
    return "code.is-paused-already" if paused else "code.runs-already"
