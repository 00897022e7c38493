"""The command line: a table of commands, loaded when called, and the one place where an
exception becomes words and an exit code."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from importlib import import_module
from typing import Annotated

import typer
from typer import _click as click  # typer 0.28 carries its own click
from typer.core import TyperCommand, TyperGroup

from dlprep import __version__
from dlprep.cli.home import find_home
from dlprep.cli.usage import usage_message
from dlprep.cli.words import language, say
from dlprep.model.message import DlprepError, ExitCode, fault
from dlprep.view.messages import words

COMMANDS = {
    "quiz": "dlprep.cli.quiz",
    "flashcards": "dlprep.cli.flashcards",
    "check": "dlprep.cli.check",
    "ask": "dlprep.cli.ask",
    "bank": "dlprep.cli.bank",
    "log": "dlprep.cli.log",
    "config": "dlprep.cli.config",
}


class Commands(TyperGroup):
    """Loads a command's module when it is called; the overview needs one line of each."""

    overview = False

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        if self.overview:
            return TyperCommand(cmd_name, help=say(f"{cmd_name}.help"))
        command = typer.main.get_command(import_module(COMMANDS[cmd_name]).app)
        command.name = cmd_name
        return command

    def format_help(self, ctx: click.Context, formatter: click.formatting.HelpFormatter) -> None:
        self.overview = True
        super().format_help(ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            import difflib  # noqa: PLC0415 - 2 ms that only a misspelt command costs

            near = difflib.get_close_matches(args[0], COMMANDS, 1)
            code = "usage.no-command-near" if near else "usage.no-command"
            raise fault(code, name=args[0], near=near)
        return super().resolve_command(ctx, args)


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
) -> None:
    if version:
        sys.stdout.write(f"dlprep {__version__}\n")
    elif ctx.invoked_subcommand is None:
        sys.stdout.write(ctx.get_help() + "\n")


def main() -> None:
    """Run the command line; ends the process with the exit code of the architecture."""
    code = run()
    gc.freeze()  # spares the interpreter a last look through everything it drops: 10 ms
    sys.exit(code)


def run(arguments: list[str] | None = None) -> int:
    """Run one command and answer with its exit code; nothing is raised."""
    try:
        result = typer.main.get_command(app).main(
            arguments, prog_name="dlprep", standalone_mode=False
        )
    except DlprepError as problem:
        return _tell(problem)
    except click.exceptions.UsageError as problem:
        return _tell(DlprepError(usage_message(problem)))
    except (typer.Abort, KeyboardInterrupt):
        result = ExitCode.INTERRUPTED
    except BrokenPipeError:
        _close_quietly()
        return ExitCode.OK
    except Exception as bug:  # noqa: BLE001 - the one boundary: no traceback reaches a person
        return _tell_bug(bug)
    if result == ExitCode.INTERRUPTED:  # typer itself turns Ctrl-C into this result
        _write(say("app.interrupted"))
    return result if isinstance(result, int) else ExitCode.OK


def _tell(problem: DlprepError) -> int:
    for message in problem.messages:
        sentence, _, hint = words(message, language()).partition("\n")
        _write(f"{say('app.error')}: {sentence}" + (f"\n  {hint}" if hint else ""))
    return problem.exit_code


def _tell_bug(bug: Exception) -> int:
    log = find_home().crash_log
    what = f"{type(bug).__name__}: {bug}"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write("".join(traceback.format_exception(bug)))
    except OSError:
        _write(say("app.bug-unlogged", what=what, log=log))
    else:
        _write(say("app.bug", what=what, log=log))
    return ExitCode.BUG


def _write(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")


def _close_quietly() -> None:
    """The reader of our output has gone: let the interpreter's last flush find no one."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
