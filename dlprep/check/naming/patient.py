"""What a search for a line that must change knows of the function."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from dlprep.check.naming.evidence import Sample, is_finite
from dlprep.check.naming.forms import Reference
from dlprep.check.running.draw import Drawn
from dlprep.check.running.runs import Runs
from dlprep.model.exercise import Draw, Step
from dlprep.model.value import dataclass

if TYPE_CHECKING:
    from dlprep.check.naming.diagnose import Ward
    from dlprep.check.naming.naming import Naming
    from dlprep.check.naming.suspect import Suspect


@dataclass(frozen=True, slots=True)
class Patient:
    """A function to be mended: its name in the exercise, those that feed it, what it gives and
    which of that is wrong, all parts of its outputs with whether they are right, what it gave in
    the most telling case, how the inputs are drawn, the references, the other functions
    that an edit must not spoil, what is right in a case, and the labels of the
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
    others: Collection[str]
    reference: Callable[[Drawn], Runs]
    holding: frozenset[str] = frozenset()


def patient_of(naming: Naming, ward: Ward, telling: Sample) -> Patient:
    """A function that is wrong, as what is to be mended."""
    gives, wrong = naming.gives
    suspect = naming.suspect
    return Patient(
        function=suspect.function,
        feeders=naming.feeders,
        script=suspect.bonds.script,
        gives=gives,
        wrong=wrong,
        outputs={name: name not in suspect.wrong for name in _outputs(suspect)},
        telling=telling,
        inputs=ward.code.inputs,
        references=ward.references,
        others=suspect.others,
        reference=ward.reference,
        holding=frozenset(_holding(suspect)),
    )


def _holding(suspect: Suspect) -> Iterator[str]:
    """The cases of huge numbers in which a function gives finite ones, right or wrong."""
    for trial in suspect.trials:
        grades = trial.of(suspect.function)
        if trial.drawn.case.axis == "stability" and all(is_finite(each.run) for each in grades):
            yield trial.drawn.case.label.en


def _outputs(suspect: Suspect) -> Iterator[str]:
    """All parts of what the function gave."""
    grades = (grade for trial in suspect.trials for grade in trial.of(suspect.function))
    return (each.name for grade in grades for each in grade.outputs)
