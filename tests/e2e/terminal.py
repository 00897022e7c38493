"""A dlprep process with a terminal of its own: keys in, the screen out."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest
from shipped import settled

PATIENCE = 40  # seconds until a screen that never comes fails the test
STIRS_WITHIN = 10  # seconds after Ctrl-C
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal:
    """`dlprep ARGUMENTS` at a terminal of this size; `more` are variables of its environment."""

    def __init__(
        self,
        home: Path,
        lang: str,
        *arguments: str,
        columns: int = 80,
        lines: int = 24,
        **more: str,
    ) -> None:
        self._screen, other = pty.openpty()
        self.resize(columns=columns, lines=lines)
        own = {"DLPREP_HOME": settled(home), "DLPREP_LANG": lang, "TERM": "xterm-256color"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "dlprep", *arguments],
            stdin=other,
            stdout=other,
            stderr=other,
            env=_without_size() | own | more,
            start_new_session=True,
            preexec_fn=_at_the_terminal,  # noqa: PLW1509 - no threads
        )
        os.close(other)

    def resize(self, *, columns: int, lines: int = 24) -> None:
        """Another size of the window."""
        fcntl.ioctl(self._screen, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def press(self, keys: str) -> None:
        os.write(self._screen, keys.encode())

    def interrupt(self) -> None:
        """Ctrl-C, as often as a person would press it until the process stirs.

        In the instant between the prompt and the wait for a key, CPython's `input` keeps a signal
        back until the next one; that the process sleeps does not yet say that it waits for keys.
        """
        self._let_it_sleep()
        while self._reads():
            os.read(self._screen, 65536)
        for _ in range(int(PATIENCE / STIRS_WITHIN)):
            self.press("\x03")
            if self._reads(STIRS_WITHIN):
                break

    def _let_it_sleep(self) -> None:
        state = Path(f"/proc/{self._process.pid}/stat")
        end = time.monotonic() + PATIENCE
        while state.read_text().rpartition(")")[2].split()[0] != "S" and time.monotonic() < end:
            time.sleep(0.01)

    def _reads(self, within: float = 0) -> bool:
        """Is there something on the screen that was not read?"""
        return bool(select.select([self._screen], [], [], within)[0])

    def until(self, words: str) -> str:
        """What appears up to these words."""
        seen, end = "", time.monotonic() + PATIENCE
        while words not in seen:
            if not self._reads(max(end - time.monotonic(), 0)):
                self._end()
                pytest.fail(f"no {words!r} in {seen!r}")
            seen += ESCAPES.sub("", os.read(self._screen, 65536).decode("utf-8", "replace"))
        return seen

    def exit_code(self) -> int:
        try:
            return self._process.wait(PATIENCE)
        finally:
            self._end()

    def _end(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._screen)


def _at_the_terminal() -> None:
    """The terminal's keys reach the process, also where the tests run in the background: there
    Ctrl-C is ignored, and a child would inherit that."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _without_size() -> dict[str, str]:
    """The environment but for what would be believed in the place of the window's own size."""
    return {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
