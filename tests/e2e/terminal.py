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

from shipped import settled

PATIENCE = 40  # seconds until a screen that never comes fails the test
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
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        own = {"DLPREP_HOME": settled(home), "DLPREP_LANG": lang, "TERM": "xterm-256color"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "dlprep", *arguments],
            stdin=other,
            stdout=other,
            stderr=other,
            env=os.environ | own | more,
            start_new_session=True,
            preexec_fn=_at_the_terminal,  # noqa: PLW1509 - no threads
        )
        os.close(other)

    def press(self, keys: str) -> None:
        os.write(self._screen, keys.encode())

    def interrupt(self) -> None:
        """Ctrl-C, once the process sleeps over its prompt: in the instant between the prompt and
        the wait for a key, CPython's `input` keeps the signal back until the next key."""
        state = Path(f"/proc/{self._process.pid}/stat")
        end = time.monotonic() + PATIENCE
        while state.read_text().rpartition(")")[2].split()[0] != "S" and time.monotonic() < end:
            time.sleep(0.01)
        self.press("\x03")

    def until(self, words: str) -> str:
        """What appears up to these words."""
        seen, end = "", time.monotonic() + PATIENCE
        while words not in seen:
            ready, _, _ = select.select([self._screen], [], [], max(end - time.monotonic(), 0))
            assert ready, f"no {words!r} in {seen!r}"
            seen += ESCAPES.sub("", os.read(self._screen, 65536).decode("utf-8", "replace"))
        return seen

    def exit_code(self) -> int:
        try:
            return self._process.wait(PATIENCE)
        finally:
            self._process.kill()
            self._process.wait()
            os.close(self._screen)


def _at_the_terminal() -> None:
    """The terminal's keys reach the process, also where the tests run in the background: there
    Ctrl-C is ignored, and a child would inherit that."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
