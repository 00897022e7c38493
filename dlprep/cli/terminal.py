"""Keys and lines from a person; lines from a pipe where nobody sits at a terminal."""

from __future__ import annotations

import os
import select
import signal
import sys
from types import TracebackType
from typing import IO, Any, Self

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
PAUSE = 0.05  # seconds in which the rest of one key press arrives, also over a slow line


class Keys:
    """Reads single keys from a terminal; from anything else the first key of each line.

    Inside a `with` block the terminal sends keys one by one and unechoed, so that those pressed
    before they are asked for count too. Ctrl-C raises KeyboardInterrupt; Ctrl-D and the end of
    the input raise EOFError.
    """

    def __init__(self, stream: IO[str] | None = None) -> None:
        self._stream = stream or sys.stdin
        self.single = self._stream.isatty()
        self._usual: list[Any] | None = None
        self._before: Any = None

    def __enter__(self) -> Self:
        self._send_keys()
        if self.single and sys.platform != "win32":
            self._before = signal.signal(signal.SIGCONT, self._go_on)
        return self

    def _go_on(self, *_: object) -> None:
        """After a while in the background: the shell has taken the terminal back to lines."""
        if self._usual is not None:
            self._send_keys()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.single and sys.platform != "win32":
            signal.signal(signal.SIGCONT, self._before or signal.SIG_DFL)
        self._send_lines()

    def read_key(self) -> str:
        """One key by name: `a`, `3`, `enter`, `esc`, `backspace`, `up`, …"""
        if not self.single:
            line = self._line()
            return line.strip()[:1].lower() or "enter"
        if sys.platform == "win32":
            return self._named(self._windows_key())
        self._send_keys()
        return self._named(_key_press(self._stream.fileno()))

    def pressed(self, seconds: float) -> bool:
        """Whether a key comes within so many seconds; what is no terminal has always one."""
        if not self.single or sys.platform == "win32":
            return True
        return bool(select.select([self._stream.fileno()], [], [], seconds)[0])

    def read_line(self, prompt: str) -> str:
        """One line, with editing and history at a terminal."""
        if not self.single:
            return self._line()
        if sys.platform != "win32":
            import readline  # noqa: F401, PLC0415 - gives input() its editing keys
        self._send_lines()
        try:
            return input(prompt)
        finally:
            self._send_keys()

    def _send_keys(self) -> None:
        """Let the terminal send keys; asked anew each time, for a shell may have changed it."""
        if not self.single or sys.platform == "win32":
            return
        import termios  # noqa: PLC0415 - exists on POSIX only
        import tty  # noqa: PLC0415

        now = termios.tcgetattr(self._stream.fileno())
        if now[tty.LFLAG] & termios.ICANON:
            self._usual = now
            tty.setcbreak(self._stream.fileno(), termios.TCSADRAIN)

    def _send_lines(self) -> None:
        """Put the terminal back as it was."""
        if self._usual is not None:
            import termios  # noqa: PLC0415

            termios.tcsetattr(self._stream.fileno(), termios.TCSADRAIN, self._usual)
            self._usual = None

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


def _key_press(fd: int) -> str:
    """The bytes of one key, however many were pressed: a character, or an escape sequence."""
    raw = os.read(fd, 1)
    while not _is_whole(raw) and len(raw) < LONGEST and select.select([fd], [], [], PAUSE)[0]:
        raw += os.read(fd, 1)
    return raw.decode("utf-8", "replace")


def _is_whole(raw: bytes) -> bool:
    r"""Whether nothing of this key press is still to come.

    >>> [_is_whole(raw) for raw in (b"a", "对".encode(), "对".encode()[:2], b"\x1b[A")]
    [True, True, False, True]
    """
    match raw[:2]:
        case b"\x1b":
            return False
        case b"\x1b[":
            return len(raw) > 2 and raw[-1] in range(0x40, 0x7F)
        case b"\x1bO":
            return len(raw) > 2
        case _:
            return len(raw) >= _length(raw)


def _length(raw: bytes) -> int:
    """How many bytes a UTF-8 character has, by its first byte."""
    first = raw[0] if raw else 0
    return 1 + (first >= 0xC0) + (first >= 0xE0) + (first >= 0xF0)
