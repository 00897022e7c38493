"""The command line: a table of commands, loaded when called, and the one place where an
exception becomes words and an exit code."""

# Annotations are values here, not text: Typer would compile each text four times, 10 ms a check.
import errno
import os
import shutil
import sys
import traceback
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from typer import _click as click  # typer 0.28 carries its own click
from typer.core import TyperCommand

from dlprep import __version__
from dlprep.cli.home import find_home
from dlprep.cli.usage import Group, usage_message, use_our_help_pages
from dlprep.cli.words import as_lang, language, say
from dlprep.model.message import DlprepError, ExitCode, fault
from dlprep.view.messages import words
from dlprep.view.printable import printable

if TYPE_CHECKING:
    from dlprep.check.court import Court

COMMANDS = {
    "today": "dlprep.cli.today",
    "quiz": "dlprep.cli.quiz",
    "flashcards": "dlprep.cli.flashcards",
    "check": "dlprep.cli.check",
    "code": "dlprep.cli.code",
    "derive": "dlprep.cli.derive",
    "project": "dlprep.cli.project",
    "plan": "dlprep.cli.plan",
    "stats": "dlprep.cli.stats",
    "explain": "dlprep.cli.explain",
    "mistakes": "dlprep.cli.mistakes",
    "ask": "dlprep.cli.ask",
    "equal": "dlprep.cli.equal",
    "bank": "dlprep.cli.bank",
    "log": "dlprep.cli.log",
    "export": "dlprep.cli.export",
    "import": "dlprep.cli.import_",
    "config": "dlprep.cli.config",
    "doctor": "dlprep.cli.doctor",
}
WIDEST = 80  # as every page
# What a disk or a folder refuses is not our bug.
REFUSALS = {
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.EIO,
    errno.ENAMETOOLONG,
}


class Commands(Group):
    """Loads a command's module when it is called; the overview needs one line of each."""

    overview = False

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        if self.overview:
            return TyperCommand(cmd_name, short_help=say(f"app.{cmd_name}"))
        command = typer.main.get_command(import_module(COMMANDS[cmd_name]).app)
        command.name = cmd_name
        return command

    def format_help(self, ctx: click.Context, formatter: click.formatting.HelpFormatter) -> None:
        self.overview = True
        super().format_help(ctx, formatter)


use_our_help_pages()
app = typer.Typer(
    cls=Commands,
    help=say("app.help"),
    epilog=say("app.epilog"),
    invoke_without_command=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def overview(
    ctx: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help=say("app.version-help"))] = False,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
) -> None:
    if lang is not None and as_lang(lang) is None:
        raise fault("app.bad-lang", lang=lang)
    if version:
        sys.stdout.write(f"dlprep {__version__}\n")
    elif ctx.invoked_subcommand is None:
        from dlprep.cli.page import show_page  # noqa: PLC0415 - only where no command is given

        show_page(lang)


def main(court: "Court | None" = None) -> None:
    """Run the command line, for `check` with a judge at work already."""
    code = run(court=court)
    if court is not None:
        court.close()
    _end(code)


def _end(code: int) -> NoReturn:
    """At once: what is kept is on the disk by now, and the interpreter would drop one by one what
    the system takes back at a stroke, 14 ms of a check."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # the interpreter says so
        sys.exit(code)
    os._exit(code)


def run(arguments: list[str] | None = None, court: "Court | None" = None) -> int:
    """Run one command and answer with its exit code; nothing is raised."""
    try:
        result = typer.main.get_command(app).main(
            arguments, prog_name="dlprep", standalone_mode=False, obj=court
        )
        sys.stdout.flush()
    except DlprepError as problem:
        return _tell(problem)
    except click.exceptions.UsageError as problem:
        return _tell(DlprepError(usage_message(problem)))
    except (typer.Abort, KeyboardInterrupt):
        result = ExitCode.INTERRUPTED
    except (BrokenPipeError, SystemExit) as end:
        # Typer itself answers with SystemExit where the reader of our output has gone.
        if BrokenPipeError not in {type(end), type(end.__context__)}:
            raise
        _close_quietly()
        return ExitCode.OK
    except Exception as problem:  # noqa: BLE001 - the one boundary: no traceback reaches a person
        if isinstance(problem, OSError) and problem.errno in REFUSALS:
            return _tell_refusal(problem)
        return _tell_bug(problem)
    if result == ExitCode.INTERRUPTED:  # typer itself turns Ctrl-C into this result
        _write(_over_line(say("app.interrupted")))
    return result if isinstance(result, int) else ExitCode.OK


def _tell(problem: DlprepError) -> int:
    for message in problem.messages:
        sentence, _, hint = printable(words(message, language())).partition("\n")
        _write(_fitted(f"{say('app.error')}{sentence}", hint))
    return problem.exit_code


def _fitted(sentence: str, hint: str) -> str:
    """With line breaks between words at a terminal, and nowhere else: a script reads one line."""
    if sys.stderr.isatty():
        from rich.text import Text  # noqa: PLC0415 - only after a fault

        from dlprep.view.wrap import whole_words  # noqa: PLC0415

        width = min(shutil.get_terminal_size().columns, WIDEST)
        sentence = whole_words(Text(sentence), width).plain
        hint = whole_words(Text(f"  {hint}"), width).plain[2:]
    return sentence + (f"\n  {hint}" if hint else "")


def _tell_refusal(problem: OSError) -> int:
    """The disk is full, or a place may not be read or written."""
    _close_quietly()
    where = f"`{problem.filename}`: " if problem.filename else ""
    code = "app.refused-name" if problem.errno == errno.ENAMETOOLONG else "app.refused"
    return _tell(fault(code, where=where, why=problem))


def _tell_bug(bug: Exception) -> int:
    what = f"{type(bug).__name__}: {bug}"
    log = find_home().crash_log
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write("".join(traceback.format_exception(bug)))
    except OSError:
        _write(say("app.bug-unlogged", what=what, log=log))
    else:
        _write(say("app.bug", what=what, log=log))
    return ExitCode.BUG


def _over_line(sentence: str) -> str:
    """In the place of what a line of the terminal holds: the sign of Ctrl-C, how far a work was."""
    clears = sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"
    return f"\r{sentence}\x1b[K" if clears else sentence


def _write(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")


def _close_quietly() -> None:
    """Nobody takes our output any more: let the interpreter's last flush find no one."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
