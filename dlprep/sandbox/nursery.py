"""Where children are born: a process forked from the judge before it knows anything, which
forks a child whenever the judge asks.

It holds NumPy, so that a child starts in milliseconds, and no seed, no reference and no file:
all a child can find in its memory was there before the judge was told what to judge. It enters
the namespaces once for all its children and is process number 1 in them; when it ends, the
kernel ends everything inside. Without namespaces it adopts whatever its children leave behind,
and ends that itself.
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
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from dlprep.model.report import Isolation
from dlprep.sandbox.child import live
from dlprep.sandbox.confine import Doors, Walls
from dlprep.sandbox.landlock import ruleset
from dlprep.sandbox.namespaces import leave_the_world
from dlprep.sandbox.places import WRITABLE, readable, without_sites
from dlprep.sandbox.privileges import adopt_orphans, die_with_parent, wake_when_parent_dies

_BEAR, _END = 1, 2
_ASK = struct.Struct("<BxxxI")  # what, which child
_TOLD = struct.Struct("<Ii")  # which child, how it ended as `waitpid` says it
_GENERATIONS = 64  # of processes that start others
_CLEARING_S = 2.0  # that it may take to end everything


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
        self._wake()
        while select.select([self._line], [], [], 0)[0]:  # a full line would stop the nursery
            self._hear()
        self._born += 1
        descriptors = [doors.requests, doors.replies, doors.printed]
        try:
            socket.send_fds(self._line, [_ASK.pack(_BEAR, self._born)], descriptors)
        except OSError as problem:
            raise LostError from problem
        return self._born

    def end(self, number: int) -> None:
        """Kill a child with all it has started."""
        self._wake()
        with contextlib.suppress(OSError):
            self._line.send(_ASK.pack(_END, number))

    def status(self, number: int, wait_s: float) -> int | None:
        """How a child ended, as `waitpid` says it; None where it has not ended in `wait_s`."""
        self._wake()
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

    def _wake(self) -> None:
        """Without isolation a program may have stopped it."""
        os.kill(self._pid, signal.SIGCONT)

    def close(self) -> None:
        """End it and every child that still lives; kill it where it takes its time."""
        self._wake()
        until = time.monotonic() + _CLEARING_S
        with self._line, contextlib.suppress(OSError):  # it may have ended long ago
            self._line.shutdown(socket.SHUT_WR)
            while (left := until - time.monotonic()) > 0:
                if select.select([self._line], [], [], left)[0] and not self._line.recv(4096):
                    break
        os.kill(self._pid, signal.SIGKILL)
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
        if namespaces:
            die_with_parent()
        else:  # the line breaks when the judge ends; nobody else would end what children started
            wake_when_parent_dies()
            adopt_orphans()
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
        for number in self.living.values():
            self.kill(number)
        self.clear_up()

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
                    self.end_orphans()
                    self.line.send(_TOLD.pack(number, status))

    def end_orphans(self) -> list[int]:
        """Kill what children that have ended left to this process; returns what was found."""
        if self.walls.namespaces:  # whatever is inside ends with it
            return []
        orphans = [pid for pid in _children() if pid not in self.living]
        for pid in orphans:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)
        return orphans

    def clear_up(self) -> None:
        """Whatever comes here when its own parent is killed is killed next, generation by
        generation."""
        self.living.clear()
        for _ in range(_GENERATIONS):
            if not (orphans := self.end_orphans()):
                return
            for pid in orphans:
                os.waitpid(pid, 0)


def _children() -> Iterator[int]:
    """The processes whose parent is this one, as far as the system tells."""
    own = str(os.getpid())
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if fields[1] == own:
                yield int(stat.parent.name)
