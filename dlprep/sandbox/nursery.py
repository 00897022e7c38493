"""Where children are born: a process forked from the judge before it knows anything, which
forks a child whenever the judge asks.

It holds NumPy, so that a child starts in milliseconds, and no seed, no reference and no file:
all a child can find in its memory was there before the judge was told what to judge. It enters
the namespaces once for all its children and is process number 1 in them; when it ends, the
kernel ends everything inside.
"""

from __future__ import annotations

import contextlib
import gc
import os
import select
import signal
import socket
import struct
import sys
import time
from typing import NoReturn

from dlprep.model.report import Isolation
from dlprep.sandbox.child import live
from dlprep.sandbox.confine import Doors, Walls
from dlprep.sandbox.landlock import ruleset
from dlprep.sandbox.namespaces import leave_the_world
from dlprep.sandbox.places import WRITABLE, readable, without_sites
from dlprep.sandbox.privileges import die_with_parent

_BEAR, _END = 1, 2
_ASK = struct.Struct("<BxxxI")  # what, which child
_TOLD = struct.Struct("<Ii")  # which child, how it ended as `waitpid` says it


class LostError(ConnectionError):
    """The nursery itself has ended; no child can be had any more."""


class Nursery:
    """The judge's side."""

    def __init__(self, most: Isolation = "L3") -> None:
        """Fork it. Whatever is in memory now, every child will be able to read; `most` is the
        isolation not to go beyond."""
        self._line, theirs = socket.socketpair()
        self._born = 0
        self._ended: dict[int, int] = {}
        self._pid = os.fork()
        if self._pid == 0:
            self._line.close()
            _tend(theirs, most)
        theirs.close()

    def bear(self, doors: Doors) -> int:
        """A new child with these descriptors; answers with its number here."""
        self._born += 1
        descriptors = [doors.requests, doors.replies, doors.printed]
        try:
            socket.send_fds(self._line, [_ASK.pack(_BEAR, self._born)], descriptors)
        except OSError as problem:
            raise LostError from problem
        return self._born

    def end(self, number: int) -> None:
        """Kill a child with all it has started."""
        with contextlib.suppress(OSError):
            self._line.send(_ASK.pack(_END, number))

    def status(self, number: int, wait_s: float) -> int | None:
        """How a child ended, as `waitpid` says it; None where it has not ended in `wait_s`."""
        until = time.monotonic() + wait_s
        while number not in self._ended:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._line], [], [], left)[0]:
                return None
            self._hear()
        return self._ended.pop(number)

    def _hear(self) -> None:
        told = self._line.recv(_TOLD.size, socket.MSG_WAITALL)
        if len(told) < _TOLD.size:
            raise LostError
        number, status = _TOLD.unpack(told)
        self._ended[number] = status

    def close(self) -> None:
        """End it and every child that still lives."""
        self._line.close()
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self._pid, 0)


def _tend(line: socket.socket, most: Isolation) -> NoReturn:
    """The nursery's own life."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the judge decides what an interruption ends
        namespaces = most == "L3" and leave_the_world()
        if namespaces and (inside := os.fork()):
            die_with_parent()
            line.close()
            os.waitpid(inside, 0)
            os._exit(0)
        die_with_parent()
        rules = ruleset(readable(), WRITABLE) if most != "L1" else None
        sys.path[:] = without_sites(sys.path)
        gc.freeze()  # a child that collects must not copy every page it was born with
        _Ward(line, Walls(namespaces, rules, filtered=most != "L1")).watch()
    finally:
        os._exit(70)


class _Ward:
    """The children that live, by number."""

    def __init__(self, line: socket.socket, walls: Walls) -> None:
        self.line = line
        self.walls = walls
        self.living: dict[int, int] = {}
        self.bell, ringing = os.pipe()  # a byte arrives whenever a child has ended
        os.set_blocking(ringing, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(ringing, warn_on_full_buffer=False)

    def watch(self) -> None:
        """Serve until the judge is gone."""
        while True:
            ready, _, _ = select.select([self.line.fileno(), self.bell], [], [])
            if self.bell in ready:
                os.read(self.bell, 4096)
                self.bury()
            if self.line.fileno() in ready and not self.hear():
                break
        for number in self.living:
            self.kill(number)

    def hear(self) -> bool:
        """One request; False where nobody is left to make any."""
        asked, descriptors, _, _ = socket.recv_fds(self.line, _ASK.size, 3)
        if len(asked) < _ASK.size:
            return False
        what, number = _ASK.unpack(asked)
        if what == _END:
            self.kill(number)
            return True
        self.bear(number, Doors(*descriptors))
        for descriptor in descriptors:
            os.close(descriptor)
        return True

    def bear(self, number: int, doors: Doors) -> None:
        """Fork a child; its memory is a copy of this process."""
        pid = os.fork()
        if pid == 0:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            live(doors, self.walls)
        self.living[pid] = number

    def kill(self, number: int) -> None:
        for pid, living in self.living.items():
            if living == number:
                for kill in (os.killpg, os.kill):
                    with contextlib.suppress(ProcessLookupError, PermissionError):
                        kill(pid, signal.SIGKILL)

    def bury(self) -> None:
        """Take leave of all that have ended, and tell the judge of those it knows."""
        with contextlib.suppress(ChildProcessError):
            while ended := os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                number = self.living.pop(ended.si_pid, None)
                if number is not None:
                    with contextlib.suppress(ProcessLookupError, PermissionError):
                        os.killpg(ended.si_pid, signal.SIGKILL)
                _, status = os.waitpid(ended.si_pid, 0)
                if number is not None:
                    self.line.send(_TOLD.pack(number, status))
