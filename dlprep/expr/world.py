"""What formulas of arrays are evaluated in, and how large that may become."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from dlprep.expr.arrays import Array
from dlprep.expr.fields import Field

LARGEST_RANGE = 64  # values of an index
LARGEST_VALUE = 2_000_000  # numbers in one intermediate value
ATOMS = 5  # of a random experiment
LARGEST_ENDS = 20_000  # places at which a body is evaluated for its derivative


class TooLargeError(Exception):
    """An intermediate value would have more numbers than anyone waits for."""


@dataclass(frozen=True, slots=True)
class World:
    """What a formula is evaluated in.

    `names` have shape (points, *own axes), `sizes` are those of the indices (of a bound one any),
    `dims` those of named dimensions, `functions` stand for declared functions, and `weights`
    (points, ATOMS) are the probabilities of the random experiment on whose atoms `random` names
    live.
    """

    numbers: Field
    points: int
    names: Mapping[str, Array]
    sizes: Mapping[str, int] = field(default_factory=dict)
    dims: Mapping[str, int] = field(default_factory=dict)
    functions: Mapping[str, Callable[[int, Array], Array]] = field(default_factory=dict)
    random: frozenset[str] = frozenset()
    independent: tuple[str, ...] = ()
    weights: Array | None = None

    @property
    def axes(self) -> Mapping[str, int]:
        """The axis of each index, of the random experiment, and of each independent one."""
        return {each: at for at, each in enumerate([*self.sizes, "ω", *self.independent], 1)}
