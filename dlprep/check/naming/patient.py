"""What a search for a line that must change knows of the function."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from dlprep.check.naming.evidence import Sample
from dlprep.check.naming.forms import Reference
from dlprep.check.running.draw import Drawn
from dlprep.check.running.runs import Runs
from dlprep.model.exercise import Draw, Step
from dlprep.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Patient:
    """A function to be mended: its name in the exercise, those that feed it, what it gives and
    which of that is wrong, all parts of its outputs with whether they are right, what it gave in
    the most telling case, how the inputs are drawn, the references, the functions that
    use what it gives and are not known to be wrong, what is right in a case, and the labels of the
    cases of huge numbers in which it gives finite ones."""

    function: str
    feeders: Collection[str]
    script: Sequence[Step]
    gives: Sequence[str]
    wrong: Collection[str]
    outputs: Mapping[str, bool]
    telling: Sample
    inputs: Mapping[str, Draw]
    references: Sequence[Reference]
    users: Collection[str]
    reference: Callable[[Drawn], Runs]
    holding: frozenset[str] = frozenset()
