"""The judge's process: forked from the light command before that has read its command line, it
alone imports NumPy.

It starts the nursery of the learners' children before it is told anything: no child can find a
seed, a reference or a file's name in its memory. Then it judges one file after another.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, NoReturn

from dlprep.check import wire
from dlprep.model.item import Torch
from dlprep.model.message import DlprepError, ExitCode, Message, Place, fault
from dlprep.model.report import ExerciseReport, Isolation
from dlprep.model.surroundings import Surroundings
from dlprep.model.value import dataclass
from dlprep.sandbox.limits import Limits

if TYPE_CHECKING:
    from dlprep.check.material import Archive, Task
    from dlprep.check.running.children import Children
    from dlprep.model.item import Code
    from dlprep.sandbox.nursery import Nursery
    from dlprep.sandbox.process import Learner

MOST = "DLPREP_ISOLATION"  # an environment variable: the level not to go beyond
TICK_S = 1.0
LEAST_PATIENCE_S = 60.0
RUNS = 40  # of a program at its limit, for each exercise: more than any search for a mistake takes
_THREADS = ("OPENBLAS", "OMP", "MKL", "VECLIB", "NUMEXPR")
Names = Mapping[str, str | None]
_LEVELS: dict[str, Isolation] = {"L0": "L0", "L1": "L1", "L2": "L2", "L3": "L3"}


@dataclass(frozen=True, slots=True)
class Brief:
    """One file to judge: the bytes that were read, and for each exercise it answers the item,
    the solution's path, the learner's names, and whether a map of wrong entries, an explanation
    in symbols, the running time and a hint are wanted, and right or wrong only."""

    name: str
    data: bytes
    tasks: tuple[
        tuple[Code, Path, Names, bool, bool, bool, bool, bool, tuple[Names, ...], str | None], ...
    ]
    around: Surroundings = Surroundings()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of one file."""

    isolation: Isolation
    exercises: tuple[ExerciseReport, ...]


class Court:
    """A judge at work in a process of its own, for one file or for many. Opened as early as can
    be; the command process may do other things until it asks for an answer."""

    def __init__(self, *, explains: bool = False) -> None:
        """`explains`: the children can also run a program on symbols."""
        if not hasattr(os, "fork"):
            raise fault("check.no-fork", system=sys.platform)
        self._asked = self._name = ""
        self._patience_s = LEAST_PATIENCE_S
        self._explains = explains
        self._torch = False
        self._tasks: tuple[object, str] = (None, "")
        self._open()

    def _open(self) -> None:
        requests, asking = os.pipe()
        hearing, replies = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self._pid = self._spawned(requests, replies) if self._torch else os.fork()
        if self._pid == 0:
            os.close(asking)
            os.close(hearing)
            preside(requests, replies, explains=self._explains)
        os.close(requests)
        os.close(replies)
        self._busy = True  # until it has answered once it may still be loading NumPy
        self._asking = os.fdopen(asking, "w", encoding="utf-8")
        self._hearing = os.fdopen(hearing, "rb", buffering=0)

    def _spawned(self, requests: int, replies: int) -> int:
        """A judge that loads torch, which takes seconds: only where an exercise needs it. It is
        no fork of this process, which knows by now what no learner's program may find."""
        for each in (requests, replies):
            os.set_inheritable(each, True)  # noqa: FBT003 - it has no name
        options = f"explains={self._explains}, torch=True"
        program = (
            f"from dlprep.check.court import preside; preside({requests}, {replies}, {options})"
        )
        return os.posix_spawn(sys.executable, [sys.executable, "-Pc", program], os.environ)

    def ask(self, brief: Brief, limits: Limits, seed: int) -> None:
        """Hand over a file; its children start at once. One file at a time."""
        if not self._torch and any(isinstance(code, Torch) for code, *_ in brief.tasks):
            self.close()
            self._torch = True
            self._open()
        data, around = brief.data.decode("latin-1"), brief.around
        asked = [brief.name, data, around, self._told(brief), limits, seed]
        self._asked = wire.encode(asked) + "\n"
        self._name = brief.name
        exercises = max(len(brief.tasks), 1)
        self._patience_s = LEAST_PATIENCE_S + exercises * RUNS * (limits.start_s + limits.case_s)
        self._send()

    def _told(self, brief: Brief) -> str:
        """The tasks in writing; those of a file that was saved again are as before."""
        if self._tasks[0] != brief.tasks:
            tasks = [[code, str(path), *rest] for code, path, *rest in brief.tasks]
            self._tasks = brief.tasks, wire.encode(tasks)
        return self._tasks[1]

    def _send(self) -> None:
        self._busy = True
        with contextlib.suppress(BrokenPipeError):  # `answer` notices
            self._asking.write(self._asked)
            self._asking.flush()

    def ready(self, seconds: float) -> bool:
        """Whether the answer comes within some seconds."""
        return bool(select.select([self._hearing], [], [], seconds)[0])

    def answer(self) -> Judgement:
        """Wait for what comes of the file. A judge that fails is our bug and raises as one, and
        so does one that is not heard of: `check.silent`."""
        line = self._line()
        if not line:  # where nothing keeps a program from others, the last one may have killed it
            self.close()
            self._open()
            self._send()
            line = self._line()
        told = json.loads(line) if line else {"bug": "the judge has ended"}
        if "bug" in told:
            raise RuntimeError(told["bug"])
        self._busy = False
        return Judgement(_LEVELS[told["level"]], wire.decode(told["exercises"]))

    def _line(self) -> bytes:
        """The next line from the judge, empty where it has ended. Without isolation a program
        may have stopped it: it is told to go on."""
        until = time.monotonic() + self._patience_s
        line = b""
        while not line.endswith(b"\n"):
            if self.ready(TICK_S):
                if not (part := self._hearing.read(1 << 16)):
                    return b""
                line += part
            elif time.monotonic() < until:
                os.kill(self._pid, signal.SIGCONT)
            else:
                self.close()
                said = Message("check.silent", {"seconds": self._patience_s}, Place(self._name))
                raise DlprepError(said, exit_code=ExitCode.BUG)
        return line

    def dismiss(self) -> None:
        """No more files: the judge may clear up while the command goes on."""
        with contextlib.suppress(BrokenPipeError):
            self._asking.close()

    def close(self) -> None:
        """The judge and all children are gone when this returns; may be called twice."""
        if self._hearing.closed:
            return
        if self._busy:
            os.kill(self._pid, signal.SIGKILL)
        self.dismiss()
        self._hearing.close()
        os.waitpid(self._pid, 0)


def preside(requests: int, replies: int, *, explains: bool, torch: bool = False) -> NoReturn:
    """The judge's life."""
    gc.disable()  # a judge lives for a second at most; collecting would cost a tenth of it
    with os.fdopen(replies, "w", encoding="utf-8", buffering=1) as saying:
        try:
            nursery = _prepared(explains=explains, torch=torch)
            pair = _pair(nursery)  # waits, confined, while the judge loads the rest of itself
            _judge_all(nursery, pair, requests, saying)
            os._exit(0)
        except ConnectionError:  # the nursery is gone: the command will open another court
            os._exit(ExitCode.BUG)
        except Exception:  # noqa: BLE001 - the command tells it; the pipe is all we have
            import traceback  # noqa: PLC0415 - only where something is wrong

            saying.write(json.dumps({"bug": traceback.format_exc()}) + "\n")
        finally:
            os._exit(ExitCode.BUG)


def _prepared(*, explains: bool, torch: bool) -> Nursery:
    """A process that has forgotten where it comes from, and the nursery forked from it."""
    from dlprep.sandbox.forget import forget_surroundings  # noqa: PLC0415 - light until here
    from dlprep.sandbox.lightly import skip_docstrings  # noqa: PLC0415
    from dlprep.sandbox.privileges import die_with_parent  # noqa: PLC0415

    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the command decides what an interruption ends
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):  # whoever reads the command's output must not wait for the judge
        os.dup2(nothing, stream)
    most = _LEVELS.get(os.environ.get(MOST, ""), "L3")
    forget_surroundings()
    for name in _THREADS:  # more BLAS threads do not survive a fork
        os.environ[f"{name}_NUM_THREADS"] = "1"
    sys.path[:] = [folder for folder in sys.path if folder not in ("", os.getcwd())]  # noqa: PTH109
    skip_docstrings()
    from dlprep.sandbox.nursery import Nursery  # noqa: PLC0415 - NumPy, once for everybody

    if torch:
        from dlprep.check.running.pytorch import prepare  # noqa: PLC0415 - seconds that few files need

        prepare()
    if explains:
        import dlprep.sandbox.traced  # noqa: F401, PLC0415 - a child cannot import it any more

    return Nursery(most)


def _pair(nursery: Nursery) -> list[Learner]:
    from dlprep.sandbox.process import Learner  # noqa: PLC0415 - NumPy is loaded by now

    return [Learner.born(nursery) for _ in range(2)]


def _judge_all(nursery: Nursery, pair: list[Learner], requests: int, saying: IO[str]) -> None:
    """One line comes in for a file, one goes out. The children load the first while the judge
    loads the rest of itself; from the second on those of the next are born before it is asked
    for."""
    from dlprep.check.running.children import Children  # noqa: PLC0415
    from dlprep.sandbox.lightly import load_random  # noqa: PLC0415
    from dlprep.sandbox.process import Source  # noqa: PLC0415

    load_random()
    bear = partial(_pair, nursery)
    if not select.select([requests], [], [], 0)[0]:  # nobody waits yet
        import dlprep.check.judge  # noqa: F401, PLC0415
    with os.fdopen(requests, encoding="utf-8") as asking:
        for turn, line in enumerate(asking):
            name, data, around, tasks, limits, seed = wire.decode(line)
            source = Source(name, data.encode("latin-1"), around)
            bench = Children(pair or bear(), source, limits, bear)
            known = _read(tasks)
            begun = _begun(known, bench, seed)
            from dlprep.check.judge import judge  # noqa: PLC0415 - while the children are at work

            exercises = judge(known, bench, seed, _archive(), begun=begun)
            if any(task.explained for task in known):
                exercises = _explained(known, exercises, bench, seed)
            if any(task.paced for task in known):
                exercises = _paced(known, exercises, bench, nursery, seed)
            told = {"level": bench.level, "exercises": wire.encode(exercises)}
            saying.write(json.dumps(told) + "\n")
            bench.close()
            pair = _pair(nursery) if turn else []
    nursery.close()


@lru_cache(maxsize=8)  # a file that is watched answers the same exercises each time
def _read(tasks: str) -> list[Task]:
    from dlprep.check.material import Task  # noqa: PLC0415 - as `judge`

    return [Task(code, Path(path), *rest) for code, path, *rest in wire.decode(tasks)]


@cache
def _archive() -> Archive:
    """What the judge keeps from one file to the next."""
    from dlprep.check.material import Archive  # noqa: PLC0415 - as `judge`

    return Archive()


def _begun(tasks: Sequence[Task], bench: Children, seed: int) -> bool:
    """Hand over the cases of the exercise, if it is only one, before the rest of the judge is
    loaded. What fails here fails there again and is told."""
    from dlprep.check.material import hand_over  # noqa: PLC0415 - as `judge`

    if len(tasks) != 1:
        return False
    with contextlib.suppress(Exception):
        return hand_over(_archive().material(tasks[0], seed), bench)
    return False


def _explained(
    tasks: list[Task], reports: tuple[ExerciseReport, ...], bench: Children, seed: int
) -> tuple[ExerciseReport, ...]:
    from dlprep.check.explain import explained  # noqa: PLC0415 - only for `--explain`

    return explained(tasks, reports, bench, seed)


def _paced(
    tasks: list[Task],
    reports: tuple[ExerciseReport, ...],
    bench: Children,
    nursery: Nursery,
    seed: int,
) -> tuple[ExerciseReport, ...]:
    """With the running time of what passed."""
    from dlprep.check.pace import pace  # noqa: PLC0415 - only for what is handed in

    return tuple(
        replace(report, pace=pace(task, bench, nursery, seed))
        if report.verdict == "passed" and task.paced
        else report
        for task, report in zip(tasks, reports, strict=True)
    )
