"""One case run through by a learner's children: asked ahead, waited for, measured."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from dlprep.check.running.draw import Drawn
from dlprep.check.running.runs import Board, Names, Runs, StepRun, call
from dlprep.sandbox.frames import FrameError, Value, pack
from dlprep.sandbox.limits import Limits
from dlprep.sandbox.nursery import LostError
from dlprep.sandbox.process import EndedError, Learner, Source

PROCESSORS = os.cpu_count() or 1
ROOM = 1 << 20
HANGS_S = 1.0  # an edit that is silent for so long, and for so many runs of the file, hangs
HANGS_RUNS = 20
ROOM_TIMES = 16
SLOWER = 50  # a learner may be this many times slower than the reference, beyond the limit
# What a fault was, where there are words for that.
REASONS = ("module-absent", "recursion", "keyboard")
KINDS = frozenset(
    {
        "ok",
        "arity",
        "missing",
        "absent",
        "not-implemented",
        "memory",
        "exit",
        "output-limit",
        "import-error",
        "syntax-error",
        "crash",
    }
)


class Children:
    """Two children of one file. The first answers; when it ends, the second takes its place;
    while both live, the second tells whether answers depend on chance or order."""

    def __init__(
        self,
        pair: Sequence[Learner],
        source: Source,
        limits: Limits,
        bear: Callable[[], Sequence[Learner]] | None = None,
    ) -> None:
        """`bear` gives two more, where these may not be the last."""
        self._source = source
        self.limits = limits
        self._bear = bear
        self._start(pair)
        self.number = 0
        self.spent_s = 0.0
        self.slowest_s = 0.0  # of a case

    def _start(self, pair: Sequence[Learner]) -> None:
        self.learners = [*pair]
        self.waiting = [*pair[1:]]
        self.first: Learner | None = pair[0]
        self._loaded: StepRun | None = None
        self._announced: dict[int, deque[tuple[int, Drawn]]] = {}
        for learner in pair:
            learner.start(self._source, self.limits)

    def renew(self) -> None:
        """Two new children where one of them has ended: what ended it says nothing of the other
        functions of the file, but where it ended while it was loaded."""
        broken = self._loaded is not None and self._loaded.kind != "ok"
        if self._bear is None or broken or (self.first is not None and self.waiting):
            return
        self.close()
        self._start(self._bear())

    @property
    def alive(self) -> bool:
        """Whether a child lives that can be asked."""
        return self.first is not None

    def greet(self) -> StepRun:
        """How loading went in the first child; the second is asked when it is needed."""
        if self._loaded is None:
            self._loaded = self._greeted()
        return self._loaded

    def _greeted(self) -> StepRun:
        try:
            assert self.first is not None
            return _loaded(self.first.greet())
        except FrameError:
            self.first = None
            return StepRun("crash")
        except EndedError as ended:
            self.first = None
            return _ended(ended)

    @property
    def side_by_side(self) -> bool:
        """Whether both may work at once, and the first has a successor nevertheless."""
        return PROCESSORS > 1 and self._bear is not None

    def announce(self, cases: Sequence[Drawn], names: Names) -> None:
        """Hand over cases that will be asked for next, in this order, the first of them before
        the file is loaded: the child computes one while the judge compares another."""
        if self.first is not None:
            self._announce(self.first, cases, names)

    def announce_again(self, cases: Sequence[Drawn], names: Names) -> None:
        """The same for the second child."""
        if self.first is not None and self.waiting:
            self._announce(self.waiting[0], cases, names)

    def _announce(self, learner: Learner, cases: Sequence[Drawn], names: Names) -> None:
        announced = [*enumerate(cases, self.number + 1)]
        self.number += len(cases)
        self._announced.setdefault(learner.number, deque()).extend(announced)
        told = int(learner is not self.first), names
        learner.send(b"".join(_kept_request(*each, *told) for each in announced))

    def ask(self, drawn: Drawn, names: Names, reference_s: float, size: int) -> Runs:
        """Run a case in the first child that still lives; `size` is what the reference's
        values weigh, in bytes."""
        if self.first is None and not self._next():
            return tuple(StepRun("skipped") for _ in drawn.script)
        assert self.first is not None
        start = time.perf_counter()
        runs, died = self._exchange(self.first, drawn, names, reference_s, size)
        outside_s = time.perf_counter() - start
        self.slowest_s = max(self.slowest_s, outside_s)
        # The child's own count leaves the pipe out; it is shown, never relied on.
        self.spent_s += min(outside_s, sum(each.told.get("ns", 0) for each in runs) / 1e9)
        if died:
            self.first = None
        return runs

    def ask_again(self, drawn: Drawn, names: Names, reference_s: float, size: int) -> Runs | None:
        """Run a case in the second child, if both still live."""
        if self.first is not None:
            self.greet_second()
        if self.first is None or not self.waiting:
            return None
        runs, died = self._exchange(self.waiting[0], drawn, names, reference_s, size)
        if died:
            self.waiting.pop(0)
            return None
        return runs

    def greet_second(self) -> None:
        """Bring the second child to where it can be asked, once."""
        if self.waiting and self.waiting[0].level == "L0":
            try:
                self.waiting[0].greet()
            except EndedError:
                self.waiting.pop(0)

    @property
    def source(self) -> bytes:
        """The file."""
        return self._source.data

    def children_s(self) -> float:
        """The processor time that both children have used."""
        return sum(learner.processor_s() for learner in self.learners)

    def try_edits(self, boards: Sequence[Board], drawn: Drawn, names: Names) -> list[list[Runs]]:
        """The children take turns with the boards and work at the same time."""
        found: list[list[Runs]] = []
        for at in range(0, len(boards), 2):
            both = [each for each in (self.first, *self.waiting[:1]) if each is not None]
            turns = [*zip(both, boards[at : at + 2], strict=False)]
            if len(both) < len(boards[at : at + 2]) and both:
                turns += [(both[0], board) for board in boards[at + 1 : at + 2]]
            self.number += 1
            for learner, board in turns:
                learner.send(_request(self.number, drawn, 0, names, board=[*board], most=ROOM))
            found += [[*self._board_runs(*turn, len(drawn.script))] for turn in turns]
        return found

    def _board_runs(self, learner: Learner, board: Board, steps: int) -> Iterator[Runs]:
        try:
            for number in range(board.edits if learner.alive else 0):
                runs = []
                for step in range(steps):
                    deadline = time.monotonic() + HANGS_S + HANGS_RUNS * self.slowest_s
                    header, value = learner.receive(deadline, ROOM)
                    runs.append(_heard(header, value, [self.number, number], step))
                yield tuple(runs)
        except (EndedError, FrameError):
            learner.close()
            self._bury(learner)

    def _bury(self, learner: Learner) -> None:
        if learner in self.waiting:
            self.waiting.remove(learner)
        if self.first is learner:
            self.first = None
            self._next()

    def _next(self) -> bool:
        while self.waiting and self.first is None:
            try:
                second = self._idle(self.waiting.pop(0))
                self.first = second if second.level != "L0" or second.greet() else None
            except (EndedError, LostError):  # the file may have ended what bears children, too
                continue
        return self.first is not None

    def _idle(self, second: Learner) -> Learner:
        """It, or where it is at work on what it was told before, another one in its place."""
        if not self._announced.get(second.number) or self._bear is None:
            return second
        second.close()
        one, other = self._bear()
        other.close()
        self.learners += [one, other]
        one.start(self._source, self.limits)
        return one

    def _exchange(
        self, learner: Learner, drawn: Drawn, names: Names, reference_s: float, size: int
    ) -> tuple[Runs, bool]:
        deadline = time.monotonic() + self.limits.case_s + SLOWER * reference_s
        runs: list[StepRun] = []
        try:
            number = self._requested(learner, drawn, names)
            for step in range(len(drawn.script)):
                header, value = learner.receive(deadline, ROOM + ROOM_TIMES * size)
                try:
                    runs.append(_heard(header, value, number, step))
                except FrameError as problem:
                    raise learner.end("crash", f"frame: {problem}") from None
        except EndedError as ended:
            self._announced.pop(learner.number, None)
            rest = len(drawn.script) - len(runs) - 1
            return (*runs, _ended(ended), *[StepRun("skipped")] * rest), True
        return tuple(runs), False

    def _requested(self, learner: Learner, drawn: Drawn, names: Names) -> int:
        """The number of the request for a case, which may have been handed over long ago."""
        announced = self._announced.get(learner.number)
        if announced and announced[0][1] is drawn:
            return announced.popleft()[0]
        self.number += 1
        learner.send(_request(self.number, drawn, int(learner is not self.first), names))
        return self.number

    @property
    def printed(self) -> str:
        """What the first child printed."""
        return self.learners[0].printed()

    @property
    def level(self) -> str:
        """The isolation the first child reported before it ran anything."""
        return self.learners[0].level

    def close(self) -> None:
        """End both children; nothing more can be learnt of them."""
        for learner in self.learners:
            learner.close()
            learner.forget()


def _kept_request(number: int, drawn: Drawn, place: int, names: Names) -> bytes:
    key = (number, place, *names.items())
    if key not in drawn.requests:
        drawn.requests[key] = _request(number, drawn, place, names)
    return drawn.requests[key]


def _request(number: int, drawn: Drawn, place: int, names: Names, **more: object) -> bytes:
    """The second child has another chance, or what depends on it would look as if it did not."""
    calls = [call(step, names) for step in drawn.script]
    header = {
        "case": number,
        "steps": [[c.function, c.args, c.kwargs, c.gives, c.reads, c.probe] for c in calls],
        "probes": drawn.probes,
        "strided": drawn.strided,
        "watched": drawn.watched,
        "chance": drawn.again(place).chance,
        **more,
    }
    return pack(header, drawn.inputs)


def _heard(header: Mapping[str, Any], value: Value, number: int | list[int], step: int) -> StepRun:
    """A reply, believed only in its form; raises `FrameError`."""
    if header.get("case") != number or header.get("step") != step:
        raise FrameError("not the reply that was asked for")
    kind = header.get("kind")
    if kind == "ok":
        match value:
            case {"outputs": dict(outputs), "inputs": dict(inputs)}:
                return StepRun("ok", outputs, inputs, _clean(header))
        raise FrameError("outputs")
    return StepRun(_kind(kind), told=_clean(header))


def _loaded(header: Mapping[str, Any]) -> StepRun:
    return StepRun(_kind(header.get("kind")), told=_clean(header))


def _kind(kind: object) -> str:
    if not isinstance(kind, str) or kind not in KINDS:
        raise FrameError("kind")
    return kind


def _clean(header: Mapping[str, Any]) -> dict[str, Any]:
    """Only the words and numbers that reports use, of the types they must have."""
    words = {
        name: header[name].encode("utf-8", "backslashreplace").decode()
        for name in ("type", "text")
        if isinstance(header.get(name), str)
    }
    if header.get("reason") in REASONS:
        words["reason"] = header["reason"]
    numbers = ("line", "expected", "got", "ns")
    return words | {name: header[name] for name in numbers if type(header.get(name)) is int}


def _ended(ended: EndedError) -> StepRun:
    return StepRun(ended.verdict, told={"detail": ended.detail})
