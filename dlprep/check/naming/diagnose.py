"""All that is said of wrong functions of one exercise: names, conventions, facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import chain, combinations, islice
from typing import TYPE_CHECKING

from dlprep.check.edits.arithmetic import fillers
from dlprep.check.edits.overflow import steadied
from dlprep.check.grading.grade import Trial, grade
from dlprep.check.naming.budget import TRIES, Budget, clocks
from dlprep.check.naming.evidence import Close, Sample
from dlprep.check.naming.findings import Findings
from dlprep.check.naming.forms import Form, Reference
from dlprep.check.naming.mended import (
    is_anywhere,
    is_denied,
    is_emptied,
    overflows,
    own_lines,
    plainly_undone,
    repaired,
)
from dlprep.check.naming.naming import Named, Naming
from dlprep.check.naming.patient import patient_of
from dlprep.check.naming.suspect import Suspect
from dlprep.check.running.draw import Drawn
from dlprep.check.running.runs import Bench, Names, Runs
from dlprep.check.source.aliases import shares_arrays
from dlprep.check.source.units import layout_of
from dlprep.check.source.variants import Variant
from dlprep.model.item import Code
from dlprep.model.message import Message
from dlprep.model.report import NamedMistake
from dlprep.model.value import dataclass

if TYPE_CHECKING:
    from dlprep.check.naming.mending import Mended, Mending
    from dlprep.check.naming.repair import Repair

LINES = 2000  # tries to find the line of a mistake whose effect is known
FILLER = re.compile(rb"-\s*1e-\d|where\(.*1e-\d|\]\s*=\s*1e-\d")
OVERFLOWS = frozenset(("max-not-subtracted", "exp-overflows"))
FIRST = 0.75  # of the tries that are left, what one of several functions may take


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is said of one function."""

    mistakes: tuple[NamedMistake, ...]
    conventions: tuple[Variant, ...]
    facts: tuple[Message, ...]
    cut_short: bool = False


NOTHING = Diagnosis((), (), ())


@dataclass(frozen=True, slots=True)
class Ward:
    """What a diagnosis needs of an exercise that is being judged. `reference` gives what is right
    in a case, `fresh` the learner's runs on other numbers, none where no child is left; `ahead` has
    these begun, and whoever calls it must ask for them before anything else of the bench; `further`
    are more such runs. Where a hint is wanted, `hinted`, a mistake with a name gets the learner's
    own line, too."""

    code: Code
    names: Names
    bench: Bench
    references: Sequence[Reference]
    reference: Callable[[Drawn], Runs]
    ahead: Callable[[], Sequence[Drawn]]
    fresh: Callable[[], Sequence[tuple[Drawn, Runs]]]
    close: Close
    further: Callable[[], Sequence[tuple[Drawn, Runs]]] = tuple
    hinted: bool = False

    def judged(self, trials: Sequence[Trial]) -> list[Trial]:
        """The same runs held against what is right here."""
        return [
            grade(each.drawn, self.reference(each.drawn), each.learner, self.close(each.drawn))
            for each in trials
        ]


class Doctor:
    """Looks at one function after the other; what explained one is tried first on the next."""

    def __init__(self, ward: Ward) -> None:
        self.ward = ward
        self.budget = Budget(TRIES, clocks(ward.bench.children_s))
        self.explaining: list[Form] = []
        self.mending: list[Mending] = []
        self.parts: Callable[[], Iterator[Mended]] | None = None
        self.other: Ward | None = None

    def diagnosis(self, function: str, trials: Sequence[Trial], *, mend: bool) -> Diagnosis:
        """`mend` asks for a repair where nothing else explains the numbers."""
        ward = self.ward
        suspect = Suspect(function, trials, ward.fresh, ward.close, ward.further)
        if not suspect.evidence.samples:
            return NOTHING
        self.ward.ahead()
        edits = self.ward.code.tries_edits
        mend = mend and edits
        telling = suspect.evidence.samples[0].drawn  # by it most wrong forms are told
        part = 1.0 if suspect.is_alone else FIRST
        budget = self.budget.share(part, self.ward.references[0].calls(telling))
        naming = Naming(suspect, self.ward.references, budget, edits=edits)
        is_cut = _is_cut(suspect)
        known = mend and (is_cut or not naming.convention)
        named = Named(tuple(self._at_once(naming))) if known else Named()
        if not named.mistakes and is_cut:
            named = Named(tuple(self._mended(naming, ())) if mend else ())
        elif not named.mistakes:
            named = self._plausible(naming.named(self.explaining), suspect)
            self.explaining += naming.explaining
            if edits and not named.conventions and suspect.is_broken:
                named = Named(tuple(self._steadied(naming, named.mistakes)))
            if mend and not named.conventions:
                named = Named(tuple(self._mended(naming, named.mistakes)))
            elif named.conventions and not named.mistakes:
                self.other = self._converted(named.conventions)
        if mend and not named.conventions:
            named = Named((*named.mistakes, *self._unfilled(suspect, named.mistakes)))
        self.ward.fresh()  # begun in any case
        said = tuple(Findings(self.ward, naming).facts(deep=edits and not _is_written(named)))
        self.budget.settle(naming.budget)
        cut_short = naming.budget.cut_short and not _is_written(named)
        return Diagnosis(named.mistakes, named.conventions, said, cut_short)

    def followed(self, function: str, trials: Sequence[Trial]) -> Diagnosis:
        """Nothing but the conventions by which the function is right."""
        suspect = Suspect(function, trials, self.ward.fresh, self.ward.close)
        form = None
        if suspect.evidence.samples and not _is_cut(suspect):
            form = Naming(suspect, self.ward.references, self.budget).convention
        if form is None:
            return NOTHING
        self.other = self._converted(form.written)
        return Diagnosis((), form.written, ())

    def _unfilled(
        self, suspect: Suspect, mistakes: Sequence[NamedMistake]
    ) -> Iterator[NamedMistake]:
        """Of what is left unexplained, outputs that no line makes."""
        zero = [each for each in _left(suspect, mistakes) if suspect.vanishes(each)]
        own = self.ward.names.get(suspect.function)
        if not zero or own is None:
            return iter(())
        from dlprep.check.naming.unfilled import unfilled  # noqa: PLC0415 - hardly ever needed

        unit = layout_of(self.ward.bench.source).by_name.get(own)
        return unfilled(unit.node if unit else None, suspect.bonds, suspect.function, zero)

    def _plausible(self, named: Named, suspect: Suspect) -> Named:
        """Without names that rest on NaN and infinity alone and that the learner's text denies."""
        nothing = not named.mistakes or named.mistakes[0].source != "written"
        if nothing or not suspect.is_broken:
            return named
        from dlprep.check.naming.contradicted import is_contradicted  # noqa: PLC0415 - hardly ever needed

        own = self.ward.names.get(suspect.function) or ""
        known = self.ward.references, self.ward.bench.source, suspect.function, own
        kept = (each for each in named.mistakes if not is_contradicted(each, *known))
        return replace(named, mistakes=tuple(kept))

    def _converted(self, others: Sequence[Variant]) -> Ward | None:
        """The exercise by the conventions that a function follows."""
        codes = {each.code for each in others}
        made = [other for each in self.ward.references if (other := each.converted(codes))]
        if not made:
            return None
        step = made[0].right.step
        return replace(
            self.ward,
            references=made,
            reference=lambda drawn: tuple(step(drawn, at) for at in range(len(drawn.script))),
        )

    @cached_property
    def _shares_arrays(self) -> bool:
        return shares_arrays(self.ward.bench.source)

    @cached_property
    def _has_fillers(self) -> bool:
        """Whether a number next to zero stands where one next to −∞ may be meant."""
        return bool(FILLER.search(self.ward.bench.source))

    def _at_once(self, naming: Naming) -> Iterator[NamedMistake]:
        """The line that made another function wrong as well, two results that change places where
        a handle is one of them, or an array that is changed under its other name: all say more
        than a mistake with the same numbers."""
        shares, fills = self._shares_arrays, self._has_fillers
        if self.mending or shares or fills or any(name.startswith("$") for name in naming.gives[0]):
            found = self._mending(
                naming,
                lambda repair: chain(
                    self.mending,
                    repair.exchanges(),
                    repair.copies() if shares else (),
                    repair.by(fillers) if fills else (),
                ),
            )
            if found is not None:
                yield repaired(found, naming)

    def _mended(self, naming: Naming, mistakes: Sequence[NamedMistake]) -> Iterator[NamedMistake]:
        """The mistakes. An edit gets the learner's line, if it is soon found; so do what nothing
        explains, what a mistake explains in part, and each output by itself where no line mends
        them all. One line goes before two mistakes: they have one cause."""
        edited = bool(mistakes) and mistakes[0].source == "edit"
        known = [each for each in mistakes if each.source != "edit"]
        left = _left(naming.suspect, mistakes if edited else known)
        whole = bool(mistakes) and not edited and not left
        if whole and len(mistakes) == 1:
            yield from self._lined(naming, mistakes) if self.ward.hinted else mistakes
            return
        most = LINES if mistakes and not left else None
        found = self._mending(naming, lambda repair: islice(repair.proposals(), most))
        if whole and not _mixed(mistakes) and (found is None or found.but or is_emptied(found)):
            yield from self._lined(naming, mistakes) if self.ward.hinted else mistakes
            return
        almost = found is not None and found.but and not plainly_undone(found)
        if found is None or (mistakes and almost and not _mixed(mistakes)):
            yield from mistakes
            yield from self._apart(naming, _left(naming.suspect, mistakes))
            return
        told = repaired(found, naming)
        turned = edited and not told.effect and not is_denied(mistakes[0].effect, found)
        kept = turned or (len(known) == 1 and left)
        yield replace(mistakes[0], **own_lines(told)) if kept else told

    def _lined(self, naming: Naming, mistakes: Sequence[NamedMistake]) -> Iterator[NamedMistake]:
        """Written mistakes with the learner's lines that mend their outputs, where one does. Where
        it leaves another function wrong that runs it, another line is looked for."""
        whole = self._searched(naming)
        if whole and not whole.but and not self._holds_elsewhere(whole, naming):
            whole = self._searched(naming, without=whole.mending[1].statement.lineno)
        found = [whole] if whole and not whole.but else [*self._parts({*naming.suspect.wrong})]
        found = [each for each in found if not (is_emptied(each) or is_anywhere(each))]
        found = [each for each in found if self._holds_elsewhere(each, naming)]
        repairs = [repaired(each, naming) for each in found]
        for mistake in map(naming.placed, mistakes):
            outputs = {*mistake.output.split(", ")}
            own = next((each for each in repairs if outputs <= {*each.output.split(", ")}), None)
            yield replace(mistake, **own_lines(own)) if own else mistake

    def _searched(self, naming: Naming, without: int = 0) -> Mended | None:
        """The line that mends a mistake with a name, but not the line `without`."""
        return self._mending(
            naming,
            lambda repair: (
                each
                for each in islice(repair.proposals(), LINES)
                if each[1].statement.lineno != without
            ),
        )

    def _holds_elsewhere(self, found: Mended, naming: Naming) -> bool:
        """Whether an edit mends the other wrong functions that run its line as well, or some of
        their outputs: else it only makes up for what is wrong in another line."""
        editor, _ = found.mending
        suspect, ward = naming.suspect, self.ward
        layout = layout_of(ward.bench.source)
        for name in suspect.failing - {suspect.function}:
            other = Suspect(name, suspect.trials, ward.fresh, ward.close, ward.further)
            runs = layout.reach([ward.names.get(name) or ""])
            if not other.evidence.samples or editor.unit.binds not in {each.binds for each in runs}:
                continue
            searched = Naming(other, ward.references, naming.budget)
            mended = self._mending(searched, lambda _: [found.mending])
            if mended is None and not any(self._parts({*other.wrong})):
                return False
        return True

    def _apart(self, naming: Naming, left: Sequence[str]) -> Iterator[NamedMistake]:
        """Lines that mend some of the outputs that are left. What is right in the case that tells
        most is looked for once more, in another case."""
        first, *others = naming.suspect.evidence.samples
        parts = [*self._parts(set(left))]
        open_ = set(left).difference(*(each.outputs for each in parts))
        plain = (each for each in others if each.drawn.case.axis == "value")
        telling = next((each for each in plain if each.off & open_), None)
        if telling is not None and not first.off & open_:
            self._mending(naming, lambda repair: repair.proposals(), telling)
            parts += self._parts(open_)
        yield from (repaired(each, naming) for each in parts)

    def _steadied(self, naming: Naming, mistakes: Sequence[NamedMistake]) -> Iterator[NamedMistake]:
        """The line that overflows, where all is right but huge numbers, and what is known of it.
        That a logarithm of zero is taken is taken back where the line does no such thing."""
        known = [each for each in mistakes if each.code != "log-of-zero"]
        found = None
        if not known or known[0].code in OVERFLOWS:
            found = self._mending(naming, lambda repair: repair.by(steadied))
        if found is None:
            yield from mistakes
            return
        told = repaired(found, naming)
        if not known:
            code = "cause.overflows" if overflows(found) else "cause.not-shifted"
            told = replace(told, effect=Message(code, {"line": told.line}))
        yield replace(known[0], **own_lines(told)) if known else told

    def _parts(self, open_: set[str]) -> Iterator[Mended]:
        return (each for each in (self.parts() if self.parts else ()) if each.outputs <= open_)

    def _mending(
        self,
        naming: Naming,
        among: Callable[[Repair], Iterable[Mending]],
        telling: Sample | None = None,
    ) -> Mended | None:
        """The search among some edits, in the order of their effect on a case."""
        from dlprep.check.naming.repair import Repair  # noqa: PLC0415 - what a written mistake saves

        suspect, ward = naming.suspect, self.ward
        self.parts = None
        telling = telling or suspect.evidence.samples[0]
        others = [each for each in suspect.evidence.samples if each is not telling]
        drawn = [each.drawn for each in (telling, *others)]
        kept = {each.drawn.case.label for each in suspect.evidence.samples}
        whole = suspect.is_unstable  # huge numbers are what is to be mended
        of_values = {e.case.label for e in drawn if whole or e.case.axis == "value"}
        judged = [each.drawn for each in suspect.trials if each.of(suspect.function)]
        huge = [e for e in judged if e.case.axis == "stability" and not whole]
        apart = huge + [e for e in judged if e.case.label not in kept and e not in huge]
        cases, fresh = (
            [each for each in some if each.case.label in of_values]
            for some in (drawn, [each for each, _ in ward.fresh()])
        )
        if not cases or not fresh:
            return None
        try:
            repair = Repair(patient_of(naming, ward, telling), ward.bench, ward.names, ward.close)
            found = repair.found(cases, fresh, apart, naming.budget, among(repair))
        except (SyntaxError, ValueError, RecursionError):  # of a stranger's file, whatever it is
            return None
        self.parts = partial(repair.apart, cases, fresh)
        if found and found.mending not in self.mending:
            self.mending.append(found.mending)
        return found


def _is_cut(suspect: Suspect) -> bool:
    """Whether all that is wrong is of a type that cannot hold the numbers: which mistake gives
    what is left of them says nothing."""
    outputs = [
        output
        for trial in suspect.trials
        for each in trial.of(suspect.function)
        for output in each.outputs
        if output.verdict != "passed"
    ]
    codes = {each.message.code if each.message else "" for each in outputs}
    return bool(codes) and codes <= {"check.integers", "verdict.truths"}


def _is_written(named: Named) -> bool:
    return bool(named.conventions) or any(each.source == "written" for each in named.mistakes)


def _mixed(mistakes: Sequence[NamedMistake]) -> bool:
    """Whether two mistakes together are to explain the same output."""
    outputs = [set(each.output.split(", ")) for each in mistakes]
    return any(one & other for one, other in combinations(outputs, 2))


def _left(suspect: Suspect, mistakes: Sequence[NamedMistake]) -> list[str]:
    """What some mistakes do not explain."""
    explained = {name for each in mistakes for name in each.output.split(", ")}
    return [name for name in suspect.wrong if name not in explained]
