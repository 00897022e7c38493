"""Where the program starts: what must come before the command line is loaded and read."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dlprep.check.court import Court

# Both NumPy and Typer load these: once, before there are two processes, instead of twice.
SHARED = ("datetime", "pickle", "platform", "selectors", "textwrap", "threading")


def main() -> None:
    """Run the command line; ends the process with the exit code of the architecture."""
    _make_streams_sturdy()
    court = _court()
    from dlprep.cli.app import main as read_command_line  # noqa: PLC0415 - while the judge starts

    read_command_line(court)


def _make_streams_sturdy() -> None:
    """A closed stream is an empty one, and a character that cannot be shown or read is a `?`."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _nothing(mode))
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _nothing(mode: str) -> IO[Any]:
    return os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8")


def _court() -> Court | None:
    """For `check` and `code submit` the judge starts first: it takes longest, and neither it nor
    the learner's program must find in memory what the command reads later."""
    judged = sys.argv[1:2] == ["check"] or sys.argv[1:3] == ["code", "submit"]
    if not judged or not hasattr(os, "fork"):
        return None
    from dlprep.check.court import Court  # noqa: PLC0415 - only for what is judged

    for name in SHARED:
        import_module(name)
    return Court(explains=not {"--explain", "--watch"}.isdisjoint(sys.argv))
