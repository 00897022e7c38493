"""dlprep processes for tests that kill them by the hundred.

Each is a process of its own, forked from a server that has imported the program: it starts in
milliseconds, and SIGKILL ends it like any other.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

_SERVER = get_context("forkserver")
_SERVER.set_forkserver_preload(
    [
        *("dlprep.cli.quiz_json", "dlprep.cli.card_lines", "dlprep.cli.quiz"),
        *("dlprep.cli.flashcards", "dlprep.cli.check", "dlprep.cli.code_submit"),
    ]
)


class Dlprep:
    """A running command: `write` lines to it, `read` its lines, `kill` it."""

    def __init__(self, *arguments: str, environ: Mapping[str, str]) -> None:
        its_in, write_end = _SERVER.Pipe(duplex=False)
        read_end, its_out = _SERVER.Pipe(duplex=False)
        self._process = _SERVER.Process(target=_run, args=(its_in, its_out, arguments, environ))
        self._process.start()
        its_in.close()
        its_out.close()
        self._ends = (read_end, write_end)
        self._to = write_end.fileno()
        self._from = os.fdopen(read_end.fileno(), encoding="utf-8", closefd=False)
        self.kill = self._process.kill

    def write(self, line: str) -> None:
        """Send a line; a process that is gone does not get it."""
        with suppress(BrokenPipeError):
            os.write(self._to, f"{line}\n".encode())

    def read(self) -> str:
        """The next line, or the part of one that was written before the end; "" at the end."""
        return self._from.readline()

    def wait(self) -> int:
        """The exit code, once it has ended; negative for the signal that ended it."""
        self._process.join()
        return self._process.exitcode or 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()
        self._process.join()
        for end in self._ends:
            end.close()


def _run(
    its_in: Connection, its_out: Connection, arguments: tuple[str, ...], environ: Mapping[str, str]
) -> None:
    os.dup2(its_in.fileno(), 0)
    os.dup2(its_out.fileno(), 1)
    its_in.close()
    its_out.close()
    os.environ.update(environ)
    sys.stdin, sys.stdout = os.fdopen(0, encoding="utf-8"), os.fdopen(1, "w", encoding="utf-8")
    from dlprep.cli.app import run

    os._exit(run(list(arguments)))
