"""What a solution claims: on a case, this output is the gradient of that with respect to this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from dlprep.check.running.draw import Drawn, draw_case, draw_cases
from dlprep.check.running.program import Program
from dlprep.check.running.runs import Runs, call
from dlprep.model.exercise import Gradient
from dlprep.model.item import Code
from dlprep.sandbox.frames import Array, Value
from dlprep.sandbox.script import Env, MissingError, look_up
from dlprep.sandbox.traced import TracedRun, run_traced
from dlprep.trace.load import Refusal

FILE = "solution.py"
EXACT = 1e-9  # relative, between two derivatives without truncation error
PRIMES = (3, 5, 7, 11, 13, 17, 19, 23)
SMALL = (2, 3, 4, 5, 6, 7, 8, 9)


@dataclass
class Subject:
    """An exercise with its solution, and the seed that draws."""

    code: Code
    source: str
    seed: int
    _traced: dict[int, tuple[Drawn, TracedRun | Refusal]] = field(default_factory=dict)

    @cached_property
    def program(self) -> Program:
        """The solution, ready to run."""
        return Program(self.source, FILE)

    @cached_property
    def cases(self) -> tuple[Drawn, ...]:
        """The cases of the exercise, but those in single precision, about overflow, or seen by a
        probe, which no tracer follows."""
        drawn = draw_cases(self.code, self.seed)
        exact = (each for each in drawn if each.case.axis == "value" and not each.single)
        return tuple(each for each in exact if not any(step.probe for step in each.script))

    def tiny_cases(self, sizes: tuple[int, ...]) -> Iterator[Drawn]:
        """Cases with the given sizes in place of their own, in the same order of magnitude, as
        far as the exercise allows that."""
        for each in self.cases:
            drawn = self.resized(each, sizes)
            if drawn is not None:
                yield drawn

    def resized(self, drawn: Drawn, sizes: tuple[int, ...]) -> Drawn | None:
        """A case with other sizes, where its own all differ and the solution takes the others."""
        own = drawn.case.sizes
        if len(set(own.values())) < len(own):
            return None
        ranked = sorted(own, key=own.__getitem__)
        case = replace(drawn.case, sizes={name: sizes[ranked.index(name)] for name in own})
        made = draw_case(self.code, case, np.random.default_rng([self.seed, 2]))
        return made if results(self.program.run(made)) else None

    def traced(self, drawn: Drawn) -> TracedRun | Refusal:
        """The script of a case on symbols."""
        if id(drawn) not in self._traced:
            calls = [call(step, {}) for step in drawn.script]
            run = run_traced(self.source, FILE, calls, drawn.inputs)
            self._traced[id(drawn)] = drawn, run  # the case is kept, so its id stays its own
        return self._traced[id(drawn)][1]


@dataclass(frozen=True, slots=True)
class Claim:
    """One gradient on one case: the claimed values of ∂(Σ of·upstream)/∂`wrt`."""

    drawn: Drawn
    gradient: Gradient
    wrt: str
    output: str
    claimed: Array


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim that a witness has looked at, with its value and the claimed one where they are
    farthest apart."""

    claim: Claim
    holds: bool
    theirs: float
    ours: float


Found = Iterator[Checked]


def claims(subject: Subject, drawn: Drawn) -> Iterator[Claim]:
    """The claims that can be made on a case: what it calls, and with respect to floats."""
    outputs = results(subject.program.run(drawn))
    for gradient in subject.code.gradients:
        if not all(of in outputs for of in gradient.of):
            continue
        for wrt, output in gradient.wrt.items():
            at, claimed = _found(wrt, drawn.inputs), _found(output, outputs)
            if claimed is not None and at is not None and np.asarray(at).dtype.kind == "f":
                yield Claim(drawn, gradient, wrt, output, np.asarray(claimed, np.float64))


def _found(ref: str, env: Env) -> Value:
    try:
        return look_up(ref, env)
    except MissingError:
        return None


def results(runs: Runs) -> Env:
    """All outputs of a script; nothing where a call failed."""
    if any(run.kind != "ok" for run in runs):
        return {}
    return {name: value for run in runs for name, value in run.outputs.items()}


def objective(gradient: Gradient, outputs: Env, inputs: Env) -> complex:
    """The number that is differentiated, Σ of·upstream."""
    if not gradient.upstream:
        return complex(sum(np.sum(look_up(of, outputs)) for of in gradient.of))
    pairs = zip(gradient.of, gradient.upstream, strict=True)
    return complex(sum(np.sum(look_up(a, outputs) * look_up(b, inputs)) for a, b in pairs))
