"""What can be said of the wrong outputs of one function, whether its mistake has a name or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np

from dlprep.check.draw import Drawn, draw_case
from dlprep.check.evidence import Evidence
from dlprep.check.facts import EXPLAINING, Pair, facts, pairs
from dlprep.check.forms import Form
from dlprep.check.naming import Naming
from dlprep.check.runs import weight
from dlprep.model.message import DlprepError, Message

if TYPE_CHECKING:
    from dlprep.check.diagnose import Ward


class Findings:
    """Facts about the wrong outputs of one function, on the value axis."""

    def __init__(self, ward: Ward, naming: Naming) -> None:
        self.ward = ward
        self.naming = naming
        plain = [each for each in naming.suspect.trials if each.drawn.case.axis == "value"]
        self.trials = plain
        self.evidence = Evidence(plain, {naming.suspect.function}, ward.close)

    def facts(self, *, deep: bool) -> Iterator[Message]:
        """One for each output; `deep` looks for a term of the reference, too."""
        for output in self.evidence.wrong():
            told = self._pairs(output, fresh=False)
            said = [*facts(output, told, partial(self._pairs, output, fresh=True))]
            if deep and not any(each.code in EXPLAINING for each in said):
                said += self._term(output, told)
            yield from (self._of_all_sizes(each, told) for each in said[-1:])

    def _of_all_sizes(self, said: Message, told: Sequence[Pair]) -> Message:
        """What is right only where a size is 1 may be so where another one is: what has no such
        case among those of the exercise is tried in one of its own."""
        if said.code != "fact.only-size-one":
            return said
        output, size = str(said.values["output"]), str(said.values["size"])
        wrong = [pair.drawn for pair in told if not pair.comparable or pair.off().any()]
        first = {name: each for each in reversed(wrong) for name in each.case.sizes if name != size}
        more = [name for name, each in first.items() if self._is_right_at_one(output, each, name)]
        if not more:
            return said
        return Message("fact.only-a-size-one", {"output": output, "sizes": [size, *more]})

    def _is_right_at_one(self, output: str, drawn: Drawn, size: str) -> bool:
        """Whether an output that is wrong in a case is right with one of its sizes set to 1."""
        case = replace(drawn.case, sizes={**drawn.case.sizes, size: 1})
        try:
            made = draw_case(self.ward.code, case, np.random.default_rng(0))
        except (DlprepError, ValueError):  # sizes that do not go together
            return False
        right = self.ward.references[0].program.run(made)
        if any(run.kind != "ok" for run in right):
            return False
        runs = self.ward.bench.ask(made, self.ward.names, 0.0, weight(right))
        function = self.naming.suspect.function
        judged = [at for at, step in enumerate(made.script) if step.call == function]
        told = pairs(output, [(made, right, runs, judged)], self.ward.close)
        return bool(told) and not any(not pair.comparable or pair.off().any() for pair in told)

    def _pairs(self, output: str, *, fresh: bool) -> list[Pair]:
        samples = self.evidence.samples
        if fresh:
            samples = self.evidence.anew(self.ward.fresh(), self.ward.close)
        runs = [
            (one.drawn, self.ward.reference(one.drawn), one.runs, one.judged) for one in samples
        ]
        return pairs(output, runs, self.ward.close)

    def _term(self, output: str, told: Sequence[Pair]) -> list[Message]:
        """A term that is wrong in every call of the function."""
        suspect = self.naming.suspect
        others = suspect.bonds.alike(suspect.function, output).intersection(suspect.wrong)
        found = [self._term_of(output, told)]
        found += (self._term_of(each, self._pairs(each, fresh=False)) for each in others - {output})
        terms = {(each.code, each.values["term"]) if each else None for each in found}
        return [each for each in found[:1] if each is not None and len(terms) == 1]

    def _term_of(self, output: str, told: Sequence[Pair]) -> Message | None:
        from dlprep.check.terms import term_fact  # noqa: PLC0415 - see `_without`

        said = term_fact(output, told, self._without)
        fresh = self._pairs(output, fresh=True) or told
        return said if said and said == term_fact(output, fresh, self._without) else None

    @cached_property
    def _without(self) -> list[Form]:
        from dlprep.check.edited import terms  # noqa: PLC0415 - what a written mistake saves

        naming = self.naming
        asked = {**dict.fromkeys(naming.feeders), naming.suspect.function: naming.gives}
        return [form for each in self.ward.references for form in terms(each, asked)]
