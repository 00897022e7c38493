"""The witness that knows nothing of derivatives: differences of the plain program."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dlprep.check.running.program import Program
from dlprep.check.witness.claims import (
    EXACT,
    Checked,
    Claim,
    Found,
    Subject,
    claims,
    objective,
    results,
)
from dlprep.sandbox.frames import Array, Value

STEP = 1e-6
CENTRAL = 1e-6  # a central difference with that step has about nine digits
TINY_STEP = 1e-30  # a complex step subtracts nothing, so it may be as small as it likes


def by_differences(subject: Subject) -> Found:
    """Differences of the plain program along a random direction, on every case: central ones,
    and complex ones too where the program carries complex numbers."""
    rng = np.random.default_rng(subject.seed)
    for drawn in subject.cases:
        for claim in claims(subject, drawn):
            along = np.asarray(rng.standard_normal(claim.claimed.shape))
            slope = _Slope(subject.program, claim, along)
            if not slope.has_kink:
                yield slope.checked()


class _Slope:
    """The slope of a program along one direction of one input."""

    def __init__(self, program: Program, claim: Claim, along: Array) -> None:
        self.program = program
        self.claim = claim
        self.along = along
        self.claimed = float((claim.claimed * along).sum())
        self.scale = float(np.abs(claim.claimed * along).sum()) + 1e-3

    def at(self, step: complex) -> complex:
        """The objective, that far along the direction."""
        drawn = self.claim.drawn
        inputs = _moved(drawn.inputs, self.claim.wrt, step * self.along)
        outputs = results(self.program.run(replace(drawn, inputs=inputs)))
        return objective(self.claim.gradient, outputs, drawn.inputs) if outputs else np.nan

    @property
    def has_kink(self) -> bool:
        """Whether the slopes to both sides differ; there the derivative is a convention."""
        here, above, below = (self.at(step).real for step in (0.0, STEP, -STEP))
        return abs(above + below - 2 * here) > 1e-3 * STEP * self.scale

    def checked(self) -> Checked:
        """The claim against central differences, then against a complex step."""
        central = (self.at(STEP) - self.at(-STEP)).real / (2 * STEP)
        if not abs(central - self.claimed) <= CENTRAL * self.scale:
            return Checked(self.claim, holds=False, theirs=central, ours=self.claimed)
        exact = self.at(1j * TINY_STEP).imag / TINY_STEP
        if exact == 0.0 or not abs(exact - self.claimed) <= 1e-4 * self.scale:
            # The program drops imaginary parts on the way, so the complex step says nothing.
            return Checked(self.claim, holds=True, theirs=central, ours=self.claimed)
        close = abs(exact - self.claimed) <= EXACT * self.scale
        return Checked(self.claim, holds=close, theirs=exact, ours=self.claimed)


def _moved(value: Value, ref: str, by: Array) -> Value:
    """The inputs with one of them, or a part of one, moved."""
    head, _, rest = ref.partition(".")
    match value:
        case dict():
            return {**value, head: _moved(value[head], rest, by)}
        case list() | tuple():
            moved = list(value)
            moved[int(head)] = _moved(value[int(head)], rest, by)
            return type(value)(moved)
        case _:
            return value + by
