"""How fast a right program is on a larger input, beside the solution and its form with loops.

Every program runs in a child of its own, all under the same confinement. A time is from request
to reply and taken here, outside: what a child says of its own time plays no part. The programs
take turns, so that a busy machine slows them alike; the median of each counts.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from statistics import median
from typing import Literal

import numpy as np

from dlprep.check.grading.compare import Closeness
from dlprep.check.grading.grade import grade
from dlprep.check.material import Task
from dlprep.check.running.children import Children
from dlprep.check.running.draw import Drawn, draw_case
from dlprep.check.running.program import Program
from dlprep.check.running.runs import Names, Runs, weight
from dlprep.model.exercise import Case
from dlprep.model.item import Code
from dlprep.model.message import DlprepError
from dlprep.model.report import Pace
from dlprep.model.value import dataclass
from dlprep.sandbox.frames import Array, Value
from dlprep.sandbox.limits import MIB, Limits
from dlprep.sandbox.nursery import Nursery
from dlprep.sandbox.process import Learner, Source

GROWTHS = tuple(2**n for n in range(1, 13))  # of every size of a case
ENOUGH_S = 0.005  # of the solution: the pipe hardly counts beside it
PLENTY_S = 0.02  # of the person's own: loops over seven axes take 128 times as long next time
SLOW_S = 0.1  # what takes so long is not tried twice
BATCH = frozenset({"N"})
LARGEST = 4 * MIB  # of what goes through the pipe
MOST_TURNS = 25
TURNS_S = 0.7  # for one program
PATIENCE_S = 2.0  # for one run of the solution
TURN = 2  # of the seed: other numbers than those of the report
KINDS = {"loop": "loops", "loops": "loops", "naive": "loops", "vectorised": "vectorised"}


@dataclass(frozen=True, slots=True)
class Runner:
    """A program in its child, and what it calls the functions."""

    bench: Children
    names: Names

    def run(self, drawn: Drawn, solution_s: float = 0.0) -> tuple[Runs, float]:
        """What it makes of an input, and the seconds from request to reply."""
        start = time.perf_counter()
        runs = self.bench.ask(drawn, self.names, solution_s, weight_of(drawn))
        return runs, time.perf_counter() - start


def weight_of(drawn: Drawn) -> int:
    """How many bytes the arrays of its inputs take; 0 of an exercise about plain numbers."""
    return sum(each.nbytes for each in _arrays([*drawn.inputs.values()]))


def _arrays(value: Value) -> Iterator[Array]:
    match value:
        case np.ndarray():
            yield value
        case dict():
            yield from _arrays([*value.values()])
        case list() | tuple():
            for each in value:
                yield from _arrays(each)


def pace(task: Task, bench: Children, nursery: Nursery, seed: int) -> Pace | None:
    """The running time of a program that passed on `bench`; None where the exercise has no larger
    input."""
    mine, code = Runner(bench, task.names), task.code
    if code.probe:
        return None  # the time is that of what observes it
    large, trouble = _mastered(code, mine, _larger(code, task.solution, seed))
    if large is None:
        return None
    sizes = {name: large.drawn.sizes[name] for name in large.drawn.case.sizes}
    if trouble:
        return Pace(sizes=sizes, trouble=trouble)
    patient = replace(bench.limits, case_s=min(bench.limits.case_s, PATIENCE_S))
    forms = _forms(task.solution)
    others = {kind: _reference(code, file, nursery, patient) for kind, file in forms}
    try:
        times = _taken_in_turns({"yours": mine, **others}, large)
    finally:
        for each in others.values():
            each.bench.close()
    if "yours" not in times:
        return Pace(sizes=sizes, trouble="failed")
    return Pace(sizes=sizes, yours_ms=times.pop("yours"), references=times)


def _mastered(
    code: Code, mine: Runner, larger: Iterable[Large]
) -> tuple[Large | None, Literal["failed", "unequal"] | None]:
    """The largest input with which the program is done in good time, and what is wrong where it
    does not give there what the solution gives."""
    found: Large | None = None
    for large in larger:
        runs, seconds = mine.run(large.drawn, large.seconds)
        found = large
        if not _is_whole(runs):
            return found, "failed"
        if not _is_right(code, large, runs):
            return found, "unequal"
        if seconds > PLENTY_S and mine.run(large.drawn, large.seconds)[1] > PLENTY_S:
            break  # twice: the first time something else may have been in the way
    return found, None


def _forms(solution: Path) -> Iterator[tuple[str, Path]]:
    """The solution, then the forms beside it whose name says what they are."""
    yield "solution", solution
    for path in sorted(solution.parent.glob(f"{solution.stem}__*.py")):
        if kind := KINDS.get(path.stem.rpartition("__")[2]):
            yield kind, path


def _reference(code: Code, file: Path, nursery: Nursery, limits: Limits) -> Runner:
    bench = Children([Learner.born(nursery)], Source(file.name, file.read_bytes()), limits)
    bench.greet()
    return Runner(bench, {each.name: each.name for each in code.functions})


@dataclass(frozen=True, slots=True)
class Large:
    """A larger input, what the solution makes of it, and how long that took."""

    drawn: Drawn
    right: Runs
    seconds: float


def _larger(code: Code, solution: Path, seed: int) -> Iterator[Large]:
    """The first plain case with all sizes doubled again and again, or the batch alone where
    sizes hang together otherwise; as long as the solution is quick with it. That is tried here, by
    processor time: how large the input becomes must not depend on how busy the machine is."""
    base = next((case for case in code.cases if case.axis == "value"), None)
    if base is None:
        return
    program = Program(solution.read_text(encoding="utf-8"), solution.name)
    for grown in (base.sizes.keys(), BATCH & base.sizes.keys()):
        larger = _grown(code, base, grown, program, seed)
        if (first := next(larger, None)) is not None:
            yield first
            yield from larger
            return


def _grown(
    code: Code, base: Case, grown: AbstractSet[str], program: Program, seed: int
) -> Iterator[Large]:
    for growth in GROWTHS if grown else ():
        drawn = _drawn(code, base, dict.fromkeys(grown, growth), seed)
        if drawn is None or not 0 < weight_of(drawn) <= LARGEST:
            return
        right, seconds = _tried(program, drawn)
        if not _is_whole(right) or weight(right) > LARGEST:
            return
        yield Large(drawn, right, seconds)
        if seconds > ENOUGH_S:
            return


def _tried(program: Program, drawn: Drawn) -> tuple[Runs, float]:
    """What the solution makes of an input, and the processor time of the quicker of two runs:
    in the first NumPy warms up."""
    first = _timed(program, drawn)
    return first if first[1] > SLOW_S else min(first, _timed(program, drawn), key=itemgetter(1))


def _timed(program: Program, drawn: Drawn) -> tuple[Runs, float]:
    start = time.process_time()
    return program.run(drawn), time.process_time() - start


def _drawn(code: Code, base: Case, growth: Mapping[str, int], seed: int) -> Drawn | None:
    sizes = {name: size * growth.get(name, 1) for name, size in base.sizes.items()}
    try:
        return draw_case(code, replace(base, sizes=sizes), np.random.default_rng([seed, TURN]))
    except (DlprepError, ValueError, MemoryError):
        return None


def _is_whole(runs: Runs) -> bool:
    return all(each.kind == "ok" for each in runs)


def _is_right(code: Code, large: Large, runs: Runs) -> bool:
    """Whether it gives what the solution gives, as far as that does not depend on chance."""
    chance = frozenset(each.of for each in code.properties)
    close = Closeness(code.tolerance, large.drawn.single, code.judge, chance)
    grades = grade(large.drawn, large.right, runs, close).grades
    return all(each.verdict == "passed" for each in grades)


def _taken_in_turns(runners: Mapping[str, Runner], large: Large) -> dict[str, float]:
    """The median time of each in milliseconds, without the first run, in which NumPy warms up
    (unless that alone takes long); of what does not come to an end nothing."""
    taken: dict[str, list[float]] = {name: [] for name in runners}
    running = dict(runners)
    for _ in range(MOST_TURNS):
        for name, runner in list(running.items()):
            runs, seconds = runner.run(large.drawn, large.seconds)
            if not _is_whole(runs):
                taken[name].clear()
                del running[name]
                continue
            taken[name].append(seconds)
            if sum(taken[name]) > TURNS_S:
                del running[name]
    return {name: round(1e3 * median(some[1:] or some), 3) for name, some in taken.items() if some}
