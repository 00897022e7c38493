"""What the option parser does for every command: groups, help pages, complaints in both
languages."""

from __future__ import annotations

import re
from typing import Any

from typer import _click as click  # typer 0.28 carries its own click
from typer.core import TyperGroup

from dlprep.model.message import DlprepError, Message, fault

_EXTRA = re.compile(r"Got unexpected extra argument\(s\) \((?P<what>.*)\)", re.DOTALL)


class Group(TyperGroup):
    """Several commands under one name; a misspelt one is told the nearest."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        names = self.list_commands(ctx)
        if args and not args[0].startswith("-") and args[0] not in names:
            raise _no_command(args[0], names, ctx.command_path)
        return super().resolve_command(ctx, args)


def _no_command(name: str, names: list[str], command: str) -> DlprepError:
    import difflib  # noqa: PLC0415 - 2 ms that only a misspelt command costs

    near = difflib.get_close_matches(name, names, 1)
    code = "usage.no-command-near" if near else "usage.no-command"
    return fault(code, name=name, near=near, command=command)


def use_our_help_pages() -> None:
    """From now on every command draws its `--help` with `Page`."""

    def make_formatter(self: click.Context) -> click.formatting.HelpFormatter:
        from dlprep.cli.help import Page  # noqa: PLC0415 - only a help page pays for it

        return Page(width=self.terminal_width, max_width=self.max_content_width)

    vars(click)["Context"].make_formatter = make_formatter


def usage_message(problem: click.exceptions.UsageError) -> Message:
    """The complaint as a message; anything unforeseen keeps the parser's own words."""
    command = problem.ctx.command_path if problem.ctx else "dlprep"
    match problem:
        case click.exceptions.NoSuchOption():
            near = problem.possibilities or []
            code = "usage.option-near" if near else "usage.option"
            values = {"option": problem.option_name, "near": near, "command": command}
            return Message(code, values)
        case click.exceptions.MissingParameter():
            return Message("usage.missing", {"name": _named(problem), "command": command})
        case click.exceptions.BadParameter():
            wrong = {"name": _named(problem), "why": _expected(problem), "command": command}
            return Message("usage.bad-value", wrong)
        case click.exceptions.BadOptionUsage():
            code = "takes-no-value" if "does not take" in problem.message else "no-value"
            return Message(f"usage.{code}", {"name": problem.option_name, "command": command})
        case _:
            said = problem.format_message()
            if extra := _EXTRA.fullmatch(said):
                return Message("usage.extra", {"what": extra["what"], "command": command})
            return Message("usage.other", {"why": said, "command": command})


def _expected(problem: click.exceptions.BadParameter) -> Message | str:
    """What a number has to be, where the option takes one."""
    wanted: Any = problem.param.type if problem.param else None
    if not isinstance(wanted, (click.types.IntParamType, click.types.FloatParamType)):
        return problem.message
    kind = "whole" if isinstance(wanted, click.types.IntParamType) else "number"
    low, high = getattr(wanted, "min", None), getattr(wanted, "max", None)
    if low is None and high is None:
        return Message(f"usage.{kind}")
    code = f"usage.{kind}-from" if high is None else f"usage.{kind}-between"
    return Message(code, {"low": low, "high": high})


def _named(problem: click.exceptions.BadParameter) -> str:
    """`--number`, or the name of an argument."""
    if problem.param is None:
        return str(problem.param_hint or "")
    if problem.param.param_type_name == "option":
        return max(problem.param.opts, key=len)
    return problem.param.make_metavar(problem.ctx) if problem.ctx else problem.param.name or ""
