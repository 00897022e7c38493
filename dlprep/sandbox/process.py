"""A learner's child seen from the judge: asked, waited for, measured and ended from outside."""

from __future__ import annotations

import os
import resource
import select
import signal
import time
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path

import numpy as np

from dlprep.model.report import Isolation, Verdict
from dlprep.model.surroundings import Surroundings
from dlprep.model.value import dataclass as value
from dlprep.sandbox.confine import Doors
from dlprep.sandbox.frames import PREFIX, FrameError, Header, Value, lengths, pack, unpack
from dlprep.sandbox.landlock import version
from dlprep.sandbox.limits import MIB, Limits
from dlprep.sandbox.nursery import LostError, Nursery

TICK_S = 0.02
GRACE_S = 0.2
SMALLEST_CAP = MIB
NONE_YET = Limits()
LEVELS: tuple[Isolation, ...] = ("L0", "L1", "L2", "L3")


@value(frozen=True, slots=True)
class Source:
    """A file as it was read: its name, its bytes, and what it imports from its own folder."""

    name: str
    data: bytes
    around: Surroundings = Surroundings()


class EndedError(Exception):
    """The child is gone; `verdict` says why, `detail` is a signal's name or an exit code."""

    def __init__(self, verdict: Verdict, detail: str = "") -> None:
        super().__init__(verdict, detail)
        self.verdict = verdict
        self.detail = detail


@dataclass(eq=False, repr=False, slots=True)
class Learner:
    """One child. Not to be used after `EndedError` was raised."""

    nursery: Nursery
    number: int
    requests: int
    replies: int
    printed_to: int
    limits: Limits = NONE_YET
    level: Isolation = "L0"
    alive: bool = True
    _pid: int = 0
    _most: int = 0  # memory seen in use
    _base: int = 0
    _buffer: bytearray = field(default_factory=bytearray)
    _outgoing: bytearray = field(default_factory=bytearray)

    @classmethod
    def born(cls, nursery: Nursery) -> Learner:
        """A child that waits for a file."""
        their_requests, requests = os.pipe()
        replies, their_replies = os.pipe()
        printed_to = _memory_file()
        number = nursery.bear(Doors(their_requests, their_replies, printed_to))
        os.close(their_requests)
        os.close(their_replies)
        os.set_blocking(requests, False)
        os.set_blocking(replies, False)
        return cls(nursery, number, requests, replies, printed_to)

    def start(self, source: Source, limits: Limits) -> None:
        """Let it load a file, within these limits from now on."""
        self.limits = limits
        header: Header = {"name": source.name, "limits": asdict(limits)}
        if source.around:
            header["around"] = asdict(source.around)
        self.send(pack(header, np.frombuffer(source.data, np.uint8)))

    def greet(self) -> Header:
        """Wait for the file to be loaded; returns how that went."""
        deadline = time.monotonic() + self.limits.start_s
        confined, _ = self.receive(deadline, SMALLEST_CAP)
        # The child's own words, but said before it had run anything of the learner's.
        self._pid, self._base = int(confined["pid"]), int(confined["memory"])
        self.level = _believed(confined["level"], self._pid)
        started, _ = self.receive(deadline, SMALLEST_CAP)
        return started

    def send(self, frame: bytes) -> None:
        """Hand over a request; what the pipe does not take now follows while replies are
        waited for."""
        self._outgoing += frame
        self._pump()

    def _pump(self) -> None:
        try:
            while self._outgoing:
                del self._outgoing[: os.write(self.requests, self._outgoing)]
        except BlockingIOError:
            return
        except BrokenPipeError:  # reading will tell how it ended
            self._outgoing.clear()

    def receive(self, deadline: float, cap: int) -> tuple[Header, Value]:
        """The next frame; a payload above `cap` bytes ends the child as `output-limit`."""
        try:
            head, payload = lengths(self._take(PREFIX.size, deadline), cap)
            return unpack(self._take(head, deadline), self._take(payload, deadline))
        except OverflowError:
            raise self.end("output-limit") from None
        except FrameError as problem:
            raise self.end("crash", f"frame: {problem}") from None

    def printed(self) -> str:
        """What the file has printed so far, without the power to move a terminal's cursor."""
        size = min(os.fstat(self.printed_to).st_size, self.limits.printed)
        return os.pread(self.printed_to, size, 0).decode("utf-8", "backslashreplace")

    def end(self, verdict: Verdict, detail: str = "") -> EndedError:
        """Kill the child with its whole group; returns what to raise."""
        self.close()
        return EndedError(verdict, detail)

    def processor_s(self) -> float:
        """The processor time it has used, 0 where the system does not tell or it is gone."""
        try:
            stat = Path(f"/proc/{self._pid}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return 0.0
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """Kill the group and give everything back but the printed text; may be called twice."""
        if not self.alive:
            return
        self.alive = False
        self.nursery.end(self.number)
        os.close(self.requests)
        os.close(self.replies)

    def forget(self) -> None:
        """Give back what was printed as well."""
        os.close(self.printed_to)

    def _take(self, size: int, deadline: float) -> bytes:
        while len(self._buffer) < size:
            try:
                part = os.read(self.replies, 1 << 18)
            except BlockingIOError:
                self._wait(deadline)
                continue
            if not part:
                raise self._gone()
            self._buffer += part
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken

    def _wait(self, deadline: float) -> None:
        """Until there is something to read; meanwhile requests are handed over and the child's
        time and memory are watched."""
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                raise self.end("timeout")
            writing = [self.requests] if self._outgoing else []
            ready, room, _ = select.select([self.replies], writing, [], min(left, TICK_S))
            if room:
                self._pump()
            if ready:
                return
            self._most = max(self._most, _resident(self._pid) - self._base)
            if self._most > self.limits.memory:
                raise self.end("memory")

    def _gone(self) -> EndedError:
        """The pipe broke: find out how the child ended."""
        try:
            status = self.nursery.status(self.number, GRACE_S)
        except LostError:
            return self.end("crash", "parent killed")
        self.close()
        code = os.waitstatus_to_exitcode(status) if status is not None else None
        if code is None or code >= 0:
            return EndedError("exit", "" if code is None else str(code))
        killed = -code == signal.SIGKILL  # not by us: the system ran out, or it killed itself
        if killed and self._most > self.limits.memory // 2:
            return EndedError("memory")
        return EndedError(_BY_SIGNAL.get(-code, "crash"), signal.Signals(-code).name)


_BY_SIGNAL: dict[int, Verdict] = {
    signal.SIGXCPU: "timeout",
    signal.SIGXFSZ: "output-limit",
}


def _memory_file() -> int:
    if hasattr(os, "memfd_create"):
        return os.memfd_create("printed")
    import tempfile  # noqa: PLC0415 - macOS only; 4 ms elsewhere

    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())


def _believed(claimed: str, pid: int) -> Isolation:
    """The level a child claims, unless what the system says of the process speaks against it."""
    said = _said_by_system(pid)
    possible: Isolation = "L1"
    if version() and said.get("Seccomp") == ["2"] and said.get("NoNewPrivs") == ["1"]:
        possible = "L3" if len(said.get("NSpid", [])) > _own_depth() else "L2"
    return next(level for level in LEVELS if level in (claimed, possible))


@cache
def _own_depth() -> int:
    """In how many nested namespaces this process has a number."""
    return len(_said_by_system(os.getpid()).get("NSpid", []))


def _said_by_system(pid: int) -> dict[str, list[str]]:
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    return {name: said.split() for name, _, said in (line.partition(":") for line in lines)}


def _resident(pid: int) -> int:
    """Bytes of memory in use, 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_bytes().split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * resource.getpagesize()
