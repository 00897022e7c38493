"""A learner's child seen from the judge: asked, waited for, measured and ended from outside."""

from __future__ import annotations

import contextlib
import os
import resource
import select
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path

from dlprep.model.report import Isolation, Verdict
from dlprep.sandbox.child import Doors, Source, live
from dlprep.sandbox.frames import PREFIX, FrameError, Header, Value, lengths, unpack
from dlprep.sandbox.limits import MIB, Limits

TICK_S = 0.02
GRACE_S = 0.2
SMALLEST_CAP = MIB


class EndedError(Exception):
    """The child is gone; `verdict` says why, `detail` is a signal's name or an exit code."""

    def __init__(self, verdict: Verdict, detail: str = "") -> None:
        super().__init__(verdict, detail)
        self.verdict = verdict
        self.detail = detail


@dataclass(slots=True)
class Learner:
    """One child. Not to be used after `EndedError` was raised."""

    pid: int
    requests: int
    replies: int
    printed_to: int
    limits: Limits
    level: Isolation = "L0"
    alive: bool = True
    _base: int = 0
    _buffer: bytearray = field(default_factory=bytearray)

    @classmethod
    def spawn(cls, source: Source, limits: Limits) -> Learner:
        """Fork a child that starts on the file at once. Nothing secret may exist yet."""
        their_requests, requests = os.pipe()
        replies, their_replies = os.pipe()
        printed_to = _memory_file()
        pid = os.fork()
        if pid == 0:
            live(source, limits, Doors(their_requests, their_replies, printed_to))
        os.close(their_requests)
        os.close(their_replies)
        os.set_blocking(requests, False)
        os.set_blocking(replies, False)
        return cls(pid, requests, replies, printed_to, limits, _base=_resident(os.getpid()))

    def greet(self) -> Header:
        """Wait for the file to be loaded; returns how that went."""
        deadline = time.monotonic() + self.limits.start_s
        level, _ = self.receive(deadline, SMALLEST_CAP)
        self.level = "L1" if level == {"level": "L1"} else "L0"
        started, _ = self.receive(deadline, SMALLEST_CAP)
        return started

    def send(self, frame: bytes, deadline: float) -> None:
        """Hand over a request, however slowly the child reads."""
        view = memoryview(frame)
        while view:
            self._wait([], [self.requests], deadline)
            try:
                view = view[os.write(self.requests, view) :]
            except BlockingIOError:
                continue
            except BrokenPipeError:
                raise self._gone() from None

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

    def close(self) -> None:
        """Kill the group and give everything back but the printed text; may be called twice."""
        if not self.alive:
            return
        self.alive = False
        self._kill()
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, 0)
        os.close(self.requests)
        os.close(self.replies)

    def _kill(self) -> None:
        for kill in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                kill(self.pid, signal.SIGKILL)

    def _take(self, size: int, deadline: float) -> bytes:
        while len(self._buffer) < size:
            self._wait([self.replies], [], deadline)
            try:
                part = os.read(self.replies, 1 << 18)
            except BlockingIOError:
                continue
            if not part:
                raise self._gone()
            self._buffer += part
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken

    def _wait(self, read: list[int], write: list[int], deadline: float) -> None:
        """Until a pipe is ready; meanwhile the child's time and memory are watched."""
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                raise self.end("timeout")
            if any(select.select(read, write, [], min(left, TICK_S))[:2]):
                return
            if _resident(self.pid) > self._base + self.limits.memory:
                raise self.end("memory")

    def _gone(self) -> EndedError:
        """The pipe broke: find out how the child ended."""
        status = self._status()
        if status is None:
            return self.end("exit")
        self.alive = False
        self._kill()
        os.close(self.requests)
        os.close(self.replies)
        code = os.waitstatus_to_exitcode(status)
        if code >= 0:
            return EndedError("exit", str(code))
        return EndedError(_BY_SIGNAL.get(-code, "crash"), signal.Signals(-code).name)

    def _status(self) -> int | None:
        until = time.monotonic() + GRACE_S
        while time.monotonic() < until:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return status
            time.sleep(TICK_S / 10)
        return None


_BY_SIGNAL: dict[int, Verdict] = {
    signal.SIGXCPU: "timeout",
    signal.SIGXFSZ: "output-limit",
    signal.SIGKILL: "memory",  # not ours: the system ran out
}


def _memory_file() -> int:
    if hasattr(os, "memfd_create"):
        return os.memfd_create("printed")
    import tempfile  # noqa: PLC0415 - macOS only; 4 ms elsewhere

    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())


def _resident(pid: int) -> int:
    """Bytes of memory in use, 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * resource.getpagesize()
