"""Which written mistake breaks the properties of random outputs in the same way.

Numbers that depend on chance cannot be compared one by one. What can be is what the judge says of
them: the property that fails in each case, and the share, scale or deviation that it found.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from functools import cached_property

from dlprep.check.grading.grade import Trial, case_result
from dlprep.check.judge import Trying
from dlprep.check.material import Material
from dlprep.check.naming.forms import Reference
from dlprep.check.prove import Trusted
from dlprep.check.running.program import Program
from dlprep.check.source.variants import Variant
from dlprep.model.report import CaseResult, FunctionReport, NamedMistake, OutputResult
from dlprep.model.text import Text
from dlprep.model.value import dataclass

NEAR = 0.05  # of the larger of two numbers
# A share wavers from run to run; of the first its kind says enough.
NEAR_OF = {"chance.rate-swapped": 1.0, "chance.other-mask": 0.15, "chance.rate": 0.1}


@dataclass(frozen=True, slots=True)
class Relative:
    """A wrong form of the solution, and what was said of it in the cases it was asked about."""

    reference: Reference
    form: Variant
    trying: Trying
    tried: dict[str, Trial] = field(default_factory=dict)

    def is_like(self, function: FunctionReport) -> bool:
        """Whether the same is said of its function in all cases. Most forms differ in the first
        that is wrong."""
        cases = sorted(function.cases, key=lambda each: each.verdict == "passed")
        some = any(each.outputs for each in cases)
        return some and all(_alike(each, self._case(function.name, each)) for each in cases)

    def _case(self, function: str, asked: CaseResult) -> CaseResult | None:
        """What is said of it in a case."""
        label = asked.label.en
        if label not in self.tried:
            cases = self.trying.material.cases(turn=0)
            drawn = next(each for each in cases if each.case.label.en == label)
            self.tried[label] = self.trying.tried(drawn)
        return case_result(self.tried[label], function)


class Likenesses:
    """The written mistakes of one exercise, each judged once."""

    def __init__(self, material: Material) -> None:
        code = material.task.code
        names: dict[str, str | None] = {each.name: each.name for each in code.functions}
        self._material = copy.copy(material)
        self._material.task = replace(material.task, names=names, quick=True)

    def named(self, function: FunctionReport) -> tuple[NamedMistake, ...]:
        """The mistake of which the same is said as of this function, where there is one alone."""
        like = [each for each in self._relatives if each.is_like(function)]
        if len({each.form.code for each in like}) != 1:
            return ()
        code = like[0].form.code
        outputs = (output for case in function.cases for output in case.outputs)
        wrong = {each.name: None for each in outputs if each.verdict != "passed"}
        return (
            NamedMistake(
                code=code,
                confidence="confirmed",
                output=", ".join(wrong),
                text=Text(code, code),
                forms=tuple((each.reference.file, each.form.line) for each in like),
            ),
        )

    @cached_property
    def _relatives(self) -> Sequence[Relative]:
        return tuple(self._judged())

    def _judged(self) -> Iterator[Relative]:
        for reference in self._material.references:
            for form in reference.variants:
                if form.asked is None:
                    program = Program(form.source(reference.source), reference.file)
                    yield Relative(reference, form, Trying(self._material, Trusted(program)))


def _alike(one: CaseResult, other: CaseResult | None) -> bool:
    said, alike = (
        {each.name: each for each in case.outputs} if case else {} for case in (one, other)
    )
    return said.keys() == alike.keys() and all(_same(said[name], alike[name]) for name in said)


def _same(one: OutputResult, other: OutputResult) -> bool:
    """Whether the same is said of two outputs, with about the same numbers."""
    codes = {each.message.code if each.message else "" for each in (one, other)}
    near = max(NEAR_OF.get(code, NEAR) for code in codes)
    numbers = zip(_numbers(one), _numbers(other), strict=False)
    return (
        one.verdict == other.verdict
        and len(codes) == 1
        and all(math.isclose(*both, rel_tol=near) or all(map(math.isnan, both)) for both in numbers)
    )


def _numbers(output: OutputResult) -> tuple[float, ...]:
    """What was found: of values the one that is farthest off."""
    if output.message is not None and output.message.code.startswith("chance."):
        found = output.message.values.get("got")
        return () if found is None else (float(str(found)),)
    return tuple(each.yours for each in output.worst[:1])
