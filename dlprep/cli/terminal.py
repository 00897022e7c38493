"""Keys and lines from a person; lines from a pipe where nobody sits at a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

NAMES = {
    "\r": "enter",
    "\n": "enter",
    "\x1b": "esc",
    "\x7f": "backspace",
    "\x08": "backspace",
    "\t": "tab",
    " ": "space",
    "\x04": "ctrl-d",
    "\x1b[A": "up",
    "\x1b[B": "down",
    "\x1b[C": "right",
    "\x1b[D": "left",
}
LONGEST = 16


class Keys:
    """Reads single keys from a terminal; from anything else the first key of each line.

    Ctrl-C raises KeyboardInterrupt; Ctrl-D and the end of the input raise EOFError.
    """

    def __init__(self, stream: IO[str] | None = None) -> None:
        self._stream = stream or sys.stdin
        self.single = self._stream.isatty()

    def read_key(self) -> str:
        """One key by name: `a`, `3`, `enter`, `esc`, `backspace`, `up`, …"""
        if not self.single:
            line = self._line()
            return line.strip()[:1].lower() or "enter"
        if sys.platform == "win32":
            return self._named(self._windows_key())
        with _unbuffered(self._stream.fileno()) as fd:
            return self._named(_sequence(fd))

    def read_line(self, prompt: str) -> str:
        """One line, with editing and history at a terminal."""
        if not self.single:
            return self._line()
        if sys.platform != "win32":
            import readline  # noqa: F401, PLC0415 - gives input() its editing keys
        return input(prompt)

    def _line(self) -> str:
        line = self._stream.readline()
        if not line:
            raise EOFError
        return line.rstrip("\r\n")

    @staticmethod
    def _named(raw: str) -> str:
        name = NAMES.get(raw, raw)
        if name == "ctrl-d" or not raw:
            raise EOFError
        if raw == "\x03":
            raise KeyboardInterrupt
        return name

    @staticmethod
    def _windows_key() -> str:
        import msvcrt  # noqa: PLC0415 - exists on Windows only

        return str(msvcrt.getwch())  # type: ignore[attr-defined,unused-ignore]


def _sequence(fd: int) -> str:
    """The bytes of one key press: a terminal sends an arrow or a Chinese character at once."""
    return os.read(fd, LONGEST).decode("utf-8", "replace")


@contextmanager
def _unbuffered(fd: int) -> Iterator[int]:
    """Keys arrive one by one and unechoed; the terminal is put back however the block ends."""
    import termios  # noqa: PLC0415 - exists on POSIX only
    import tty  # noqa: PLC0415

    before = termios.tcgetattr(fd)
    try:
        tty.setcbreak(fd, termios.TCSADRAIN)
        yield fd
    finally:
        termios.tcsetattr(fd, termios.TCSADRAIN, before)
