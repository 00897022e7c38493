"""What can be said of the wrong outputs of one function, whether its mistake has a name or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from dlprep.check.grading.facts import EXPLAINING, Pair, facts, pairs, size_one
from dlprep.check.naming.evidence import Evidence, Sample
from dlprep.check.naming.forms import Form
from dlprep.check.naming.naming import Naming
from dlprep.check.source.units import layout_of
from dlprep.model.message import Message

if TYPE_CHECKING:
    from dlprep.check.naming.diagnose import Ward


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
            yield from filter(self._is_told, said[-1:])

    def _is_told(self, said: Message) -> bool:
        """Whether a size that a fact speaks of is one of what the function is given, and the fact
        holds in many draws: with a size of 1 there are few numbers, which agree by chance."""
        if said.code != "fact.size-one":
            return True
        if said.values["size"] not in self._sizes:
            return False
        output = str(said.values["output"])
        further = self._of(output, self.evidence.anew(self.ward.further(), self.ward.close))
        return not further or size_one(output, further) == said

    @cached_property
    def _sizes(self) -> frozenset[str]:
        """The sizes in the shapes of its arguments and of those that make its handles."""
        functions, inputs = self.naming.feeders, self.ward.code.inputs
        steps = (each for one in self.trials for each in one.drawn.script)
        given = {
            ref.partition(".")[0]
            for each in steps
            if each.call in functions
            for ref in (*each.args, *each.kwargs.values())
        }
        shapes = (each for name in given if name in inputs for each in inputs[name].shape)
        return frozenset(name for shape in shapes for name in re.findall(r"[^\W\d]\w*", shape))

    def _pairs(self, output: str, *, fresh: bool) -> list[Pair]:
        samples = self.evidence.samples
        if fresh:
            samples = self.evidence.anew(self.ward.fresh(), self.ward.close)
        return self._of(output, samples)

    def _of(self, output: str, samples: Sequence[Sample]) -> list[Pair]:
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
        plain = found[0] if len(terms) == 1 else None
        return [plain] if plain and self._is_unmistakable(plain) else []

    def _is_unmistakable(self, said: Message) -> bool:
        from dlprep.check.naming.terms import is_unmistakable  # noqa: PLC0415 - see `_without`

        names = {self.ward.names.get(each) or "" for each in self.naming.feeders}
        nodes = [each.node for each in layout_of(self.ward.bench.source).reach(names)]
        missing = said.code == "fact.term-missing"
        return is_unmistakable(str(said.values["term"]), nodes, missing=missing)

    def _term_of(self, output: str, told: Sequence[Pair]) -> Message | None:
        from dlprep.check.naming.terms import term_fact  # noqa: PLC0415 - see `_without`

        said = term_fact(output, told, self._without)
        fresh = self._pairs(output, fresh=True) or told
        return said if said and said == term_fact(output, fresh, self._without) else None

    @cached_property
    def _without(self) -> list[Form]:
        from dlprep.check.naming.edited import terms  # noqa: PLC0415 - what a written mistake saves

        naming = self.naming
        asked = {**dict.fromkeys(naming.feeders), naming.suspect.function: naming.gives}
        return [form for each in self.ward.references for form in terms(each, asked)]
