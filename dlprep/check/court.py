"""The judge's process: forked from the light command, it alone imports NumPy, and forks the
learners' children before a seed, a reference or an expected value exists."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from dlprep.check import wire
from dlprep.model.message import ExitCode, fault
from dlprep.model.report import ExerciseReport, Isolation
from dlprep.model.value import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from dlprep.model.item import Code
    from dlprep.sandbox.limits import Limits
    from dlprep.sandbox.nursery import Nursery

_THREADS = ("OPENBLAS", "OMP", "MKL", "VECLIB", "NUMEXPR")
_LEVELS: dict[str, Isolation] = {"L0": "L0", "L1": "L1", "L2": "L2", "L3": "L3"}


@dataclass(frozen=True, slots=True)
class Brief:
    """One file to judge: the bytes that were read, and for each exercise it answers the item,
    the solution's path, the learner's names and whether maps of wrong entries are wanted."""

    name: str
    data: bytes
    tasks: tuple[tuple[Code, Path, dict[str, str | None], bool], ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of one file."""

    isolation: Isolation
    exercises: tuple[ExerciseReport, ...]


class Court:
    """A judge at work in a process of its own. Opened before there is a seed; the command
    process may do other things until it asks for the judgements."""

    def __init__(self, briefs: Sequence[Brief], limits: Limits) -> None:
        if not hasattr(os, "fork"):
            raise fault("check.no-fork", system=sys.platform)
        self._count = len(briefs)
        seeds, self._seeds = os.pipe()
        self._reports, reports = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._seeds)
            os.close(self._reports)
            _preside(briefs, limits, seeds, reports)
        os.close(seeds)
        os.close(reports)

    def judgements(self, seed: int) -> tuple[Judgement, ...]:
        """Hand over the seed and wait. A judge that fails is our bug and raises as one."""
        try:
            os.write(self._seeds, seed.to_bytes(8, "little") * self._count)
            with os.fdopen(self._reports, encoding="utf-8") as pipe:
                lines = pipe.read().splitlines()
        except BrokenPipeError:
            lines = []
        finally:
            os.close(self._seeds)
            _, status = os.waitpid(self._pid, 0)
        code = os.waitstatus_to_exitcode(status)
        if code == ExitCode.INTERRUPTED:
            raise KeyboardInterrupt
        if len(lines) != self._count or code:
            raise RuntimeError("\n".join(lines[-1:]) or f"the judge ended with {code}")
        return tuple(_judgement(line) for line in lines)


def _judgement(line: str) -> Judgement:
    level, exercises = json.loads(line)
    return Judgement(_LEVELS[level], wire.decode(exercises))


def _preside(briefs: Sequence[Brief], limits: Limits, seeds: int, reports: int) -> NoReturn:
    """The judge's life."""
    gc.disable()  # a judge lives for a second at most; collecting would cost a tenth of it
    try:
        most = _LEVELS.get(os.environ.get("DLPREP_ISOLATION", ""), "L3")
        sys.path[:] = [folder for folder in sys.path if folder not in ("", os.getcwd())]  # noqa: PTH109
        from dlprep.sandbox.forget import forget_surroundings  # noqa: PLC0415

        forget_surroundings()
        for name in _THREADS:  # more BLAS threads do not survive a fork
            os.environ[f"{name}_NUM_THREADS"] = "1"
        from dlprep.sandbox.nursery import Nursery  # noqa: PLC0415 - NumPy, once for everybody

        nursery = Nursery(most)
        for brief in briefs:
            _hear(brief, limits, seeds, reports, nursery)
        nursery.close()
        os._exit(0)
    except KeyboardInterrupt:
        os._exit(ExitCode.INTERRUPTED)
    except Exception:  # noqa: BLE001 - the command tells it; the pipe is all we have
        import traceback  # noqa: PLC0415 - only where something is wrong

        os.write(reports, json.dumps(traceback.format_exc()).encode())
    finally:
        os._exit(ExitCode.BUG)


def _hear(brief: Brief, limits: Limits, seeds: int, reports: int, nursery: Nursery) -> None:
    from dlprep.check.judge import Task, judge  # noqa: PLC0415 - NumPy is loaded by now
    from dlprep.check.runs import Children  # noqa: PLC0415
    from dlprep.sandbox.process import Source  # noqa: PLC0415

    bench = Children(nursery, Source(brief.name, brief.data), limits)
    try:
        seed = int.from_bytes(os.read(seeds, 8), "little")
        exercises = judge([Task(*task) for task in brief.tasks], bench, seed)
    finally:
        bench.close()
    line = json.dumps([bench.level, wire.encode(exercises)]) + "\n"
    with os.fdopen(os.dup(reports), "w", encoding="utf-8") as pipe:
        pipe.write(line)
