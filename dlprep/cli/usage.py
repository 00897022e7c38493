"""What the option parser complains of, in both languages."""

from __future__ import annotations

from typer import _click as click  # typer 0.28 carries its own click

from dlprep.model.message import Message


def usage_message(problem: click.exceptions.UsageError) -> Message:
    """The complaint as a message; anything unforeseen keeps the parser's own words."""
    command = problem.ctx.command_path if problem.ctx else "dlprep"
    match problem:
        case click.exceptions.NoSuchOption():
            near = problem.possibilities or []
            values = {"option": problem.option_name, "near": near, "command": command}
            return Message("usage.option-near" if near else "usage.option", values)
        case click.exceptions.MissingParameter():
            return Message("usage.missing", {"name": _named(problem), "command": command})
        case click.exceptions.BadParameter():
            values = {"name": _named(problem), "why": problem.message, "command": command}
            return Message("usage.bad-value", values)
        case _:
            return Message("usage.other", {"why": problem.format_message(), "command": command})


def _named(problem: click.exceptions.BadParameter) -> str:
    if problem.param is None:
        return str(problem.param_hint or "")
    return problem.param.get_error_hint(problem.ctx) if problem.ctx else problem.param.name or ""
