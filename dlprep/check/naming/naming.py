"""What mistake gives the learner's numbers? Wrong forms of the references are run on the cases;
one that agrees everywhere, and on fresh cases too, is what the learner's program does.

In this order: mistakes written in the solutions, two of them at once, edits nobody wrote down;
then the same for each output by itself; then mended forms of the learner's own code.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Literal

from dlprep.check.naming.budget import Budget
from dlprep.check.naming.evidence import agrees
from dlprep.check.naming.exchange import exchanged
from dlprep.check.naming.forms import Form, Reference, pairs, written
from dlprep.check.naming.listed import listed
from dlprep.check.naming.suspect import Suspect
from dlprep.check.source.variants import Variant
from dlprep.model.message import Message
from dlprep.model.report import NamedMistake
from dlprep.model.text import Text
from dlprep.model.value import dataclass

if TYPE_CHECKING:
    from dlprep.check.edits.editor import Edit

# The most that is tried of each kind.
PAIRS = 500
EDITS = 2000
ENTRY = re.compile(r"\[['\"]")


@dataclass(frozen=True, slots=True)
class Named:
    """What was found: mistakes, other conventions, or what is wrong by another convention."""

    mistakes: tuple[NamedMistake, ...] = ()
    conventions: tuple[Variant, ...] = ()


class Naming:
    """The search, stage by stage, within a budget."""

    def __init__(
        self,
        suspect: Suspect,
        references: Sequence[Reference],
        budget: Budget,
        *,
        edits: bool = True,
    ) -> None:
        """`edits`: wrong forms that nobody has written down are tried as well."""
        self.suspect = suspect
        self.edits = edits
        self.references = references
        self.budget = budget
        self.feeders = suspect.bonds.feeders(suspect.function)
        self.explaining: list[Form] = []
        self._read: dict[Reference, list[Form]] = {}

    def named(self, known: Sequence[Form] = ()) -> Named:
        """The first explanation that holds. `known` forms, which explained something else, are
        tried before others."""
        return next(self._explanations(known))

    def _explanations(self, known: Sequence[Form]) -> Iterator[Named]:
        wrong = self.suspect.wrong
        yield from self._at_sight()
        if self.convention:
            yield Named(conventions=self.convention.written)
        ahead = self._sorted(known) if known else self._mistakes()
        if form := self._first(ahead):
            self.explaining.append(form)
            yield Named((self._mistake(form, wrong),))
        mistakes = self._sorted(known)
        apart = self._by_output(mistakes, wrong)
        if form := self._both(self._pairs(mistakes, first=apart.values())):
            yield from self._simpler(form)
            yield Named(tuple(self._pair(form)))
        if form := self._both(self._pairs([*self._written], mixed=True)):
            others = tuple(each for each in form.written if each.asked)
            yield Named(tuple(self._pair(form)), others)
        if len(apart) == len(wrong):
            yield Named(tuple(self._merged(apart)))
        edited = (form for form in known if form.tell is not None)
        among = chain(edited, self._edits()) if self.edits and not self.suspect.silent else ()
        rest = [name for name in wrong if name not in apart]
        beside: list[NamedMistake] = []
        for form in self.budget.tried(among, EDITS):
            if self.suspect.explained(form):
                self.explaining.append(form)
                yield Named((self._effect(form, wrong),))
            if apart and not beside and self.suspect.explained(form, rest):
                beside.append(self._effect(form, rest))
        yield Named((*self._merged(apart), *beside))

    def _at_sight(self) -> Iterator[Named]:
        """What needs no search: right results in each other's place, right numbers in lists."""
        suspect = self.suspect
        if two := exchanged(suspect.trials, suspect.function, suspect.close):
            yield Named((self._exchanged(*two),))
        if listed(suspect.trials, suspect.function, suspect.close):
            yield Named((self._named("list-for-array", suspect.wrong),))

    def _forms_of(self, reference: Reference) -> list[Form]:
        if reference not in self._read:
            self._read[reference] = [*written(reference, reference.reach(self.feeders))]
        return self._read[reference]

    @property
    def _written(self) -> Iterator[Form]:
        """All forms; another reference is read when those before it do not explain anything."""
        return chain.from_iterable(map(self._forms_of, self.references))

    def _mistakes(self) -> Iterator[Form]:
        return (form for form in self._written if not form.written[0].asked)

    def _sorted(self, known: Collection[Form]) -> list[Form]:
        return sorted(self._mistakes(), key=lambda form: form not in known)

    def _pairs(
        self, among: Sequence[Form], *, mixed: bool = False, first: Collection[Form] = ()
    ) -> Iterator[Form]:
        """Two forms may be it together if each changes wrong outputs only, and both all of them.
        Those with a form of `first`, which explains some outputs by itself, come first."""
        sample = self.suspect.evidence.samples[0]
        wrong = frozenset().union(*(sample.wrong[at] for at in sample.judged))
        for reference in self.references if among else ():
            forms = self._forms_of(reference)
            right = sample.of(reference.right.step)
            changed = {form: right.differing(form.step) for form in forms if form in among}
            able = [form for form, names in changed.items() if names and names <= wrong]
            able.sort(key=lambda form: form not in first)
            for pair, (one, other) in pairs(reference, able, mixed=mixed):
                if not wrong or changed[one] | changed[other] == wrong:
                    yield pair

    @cached_property
    def convention(self) -> Form | None:
        """The convention, or two at once, by which everything is right."""
        known = (each for each in self.references if each.has_conventions)
        written_ = chain.from_iterable(map(self._forms_of, known))
        forms = [form for form in written_ if form.written[0].asked]
        tried = self.budget.tried(chain(forms, self._pairs(forms)), PAIRS)
        return next((form for form in tried if self.suspect.conforms(form)), None)

    def _first(self, forms: Iterable[Form], most: int | None = None) -> Form | None:
        tried = self.budget.tried(forms, most)
        return next((form for form in tried if self.suspect.explained(form)), None)

    def _both(self, pairs: Iterable[Form]) -> Form | None:
        """The first pair that explains everything. Where one of the two makes up for the other,
        neither is what its name says."""
        tried = self.budget.tried(pairs, PAIRS)
        explaining = (form for form in tried if self.suspect.explained(form))
        return next((form for form in explaining if not self._makes_up(form)), None)

    def _makes_up(self, pair: Form) -> bool:
        """Whether an output is right in a case with both mistakes that is wrong with either."""
        one, other = (self._single(each) for each in pair.written)
        right = self._reference(one).right
        samples = [each.of(right.step) for each in self.suspect.evidence.samples]
        return any(
            each.differing(one.step) & each.differing(other.step) - each.differing(pair.step)
            for each in samples
        )

    def _simpler(self, pair: Form) -> Iterator[Named]:
        """One edit instead of two mistakes of which each changes all that is wrong: nothing shows
        that there are two."""
        wrong = self.suspect.wrong
        singles = [self._single(variant) for variant in pair.written]
        alike = self.edits and all(self._changes(one, name) for one in singles for name in wrong)
        if alike and (form := self._first(self._edits(), EDITS)):
            self.explaining.append(form)
            yield Named((self._effect(form, wrong),))

    def _single(self, variant: Variant) -> Form:
        return next(form for form in self._written if form.written == (variant,))

    def _reference(self, form: Form) -> Reference:
        return next(each for each in self.references if form in self._forms_of(each))

    def _edits(self) -> Iterator[Form]:
        from dlprep.check.naming.edited import edits  # noqa: PLC0415 - what a written mistake saves

        asked = {**dict.fromkeys(self.feeders), self.suspect.function: self.gives}
        telling = self.suspect.evidence.samples[0].drawn
        for reference in self.references:
            yield from edits(reference, asked, telling)

    @property
    def gives(self) -> tuple[Sequence[str], Collection[str]]:
        """What the function gives, and what of that is wrong, in the names of its first call."""
        return self.suspect.bonds.gives(self.suspect.function, self.suspect.wrong)

    def _by_output(self, forms: Sequence[Form], wrong: Sequence[str]) -> dict[str, Form]:
        """A form for each output that has one. A mistake that explains several outputs goes
        before others that explain one each, and then one that changes nothing else; an output that
        only overflows has none where two mistakes explain it as well."""
        found = {name: self._all(forms, {name}) for name in wrong}
        reach = Counter(code for some in found.values() for code in some)
        chosen: dict[str, Form] = {}
        for name, some in found.items():
            most = [code for code in some if reach[code] == max(reach[each] for each in some)]
            if len(most) > 1:
                most.sort(key=lambda code: sum(self._changes(some[code], each) for each in wrong))
            if len(most) == 1 or (most and self.suspect.tells(name)):
                chosen[name] = some[most[0]]
        return chosen

    def _all(self, forms: Sequence[Form], outputs: Collection[str]) -> dict[str, Form]:
        """For each mistake that explains some outputs its first form. Counts agree by chance: what
        explains them alone must leave what is right as it is."""
        found: dict[str, Form] = {}
        if all(map(self.suspect.counts, outputs)):
            outputs = {*outputs, *self.suspect.right}
        for form in forms:
            if form.written[0].code not in found and self.suspect.explained(form, outputs):
                found[form.written[0].code] = form
        return found

    def _merged(self, apart: Mapping[str, Form]) -> Iterator[NamedMistake]:
        """One mistake for all outputs it explains."""
        names: dict[str, list[str]] = {}
        forms: dict[str, Form] = {}
        for name, form in apart.items():
            names.setdefault(form.written[0].code, []).append(name)
            forms.setdefault(form.written[0].code, form)
        return (self._mistake(forms[code], some) for code, some in names.items())

    def _pair(self, form: Form) -> Iterator[NamedMistake]:
        """Each of the two with the outputs it changes; a convention is no mistake."""
        for variant in (each for each in form.written if not each.asked):
            single = self._single(variant)
            changed = [name for name in self.suspect.wrong if self._changes(single, name)]
            outputs = changed or self.suspect.wrong
            yield self._named(variant.code, outputs, source="pair", forms=[single])

    def _changes(self, form: Form, output: str) -> bool:
        """Whether a form differs from its reference in one output."""
        reference = self._reference(form)
        right = [each.of(reference.right.step) for each in self.suspect.evidence.samples]
        return not agrees(form.step, right, {output})

    def _mistake(self, form: Form, outputs: Sequence[str]) -> NamedMistake:
        return self._named(form.written[0].code, outputs, forms=[form])

    def placed(self, mistake: NamedMistake) -> NamedMistake:
        """A written mistake with all places in the references where it gives these numbers."""
        outputs = mistake.output.split(", ")
        asked = None if {*outputs} == {*self.suspect.wrong} else outputs
        alike = [form for form in self._written if form.written[0].code == mistake.code]
        found = [form for form in alike if self.suspect.explained(form, asked)]
        return replace(mistake, forms=self._places(found) or mistake.forms)

    def _places(self, forms: Iterable[Form]) -> tuple[tuple[str, int], ...]:
        return tuple((self._reference(form).file, form.written[0].line) for form in forms)

    def _exchanged(self, one: str, other: str) -> NamedMistake:
        said = Message("effect.exchanged", {"old": one, "new": other})
        return self._named("edit", self.suspect.wrong, source="edit", effect=said)

    def _effect(self, form: Form, outputs: Sequence[str]) -> NamedMistake:
        assert form.tell is not None
        edit = form.tell()
        whole = edit.is_whole and edit.kind in {"scaled", "divided"} and _makes(edit, outputs)
        kind = f"{edit.kind}-whole" if whole else edit.kind
        said = Message(f"effect.{kind}", {"old": edit.old, "new": edit.new})
        named = self._named("edit", outputs, source="edit", effect=said)
        foreign = self._is_foreign(f"{edit.old} {edit.new}")
        place = edit.place if edit.place in self._worked and not whole else ""
        return replace(named, foreign=foreign, place=place or None)

    @cached_property
    def _worked(self) -> str:
        """The worked solution, its steps each on a line: others nobody sees."""
        return ast.unparse(self.references[0].layout.tree)

    def _is_foreign(self, words: str) -> bool:
        """Whether what is spoken of is a reference's own: variables and helpers that are not known
        from the task, neither parameters nor keys nor results; entries, which may be changed by
        then in one program and not in the other."""
        script = self.suspect.bonds.script
        taken = {name for step in script for name in step.gives}
        own: set[str] = set()
        for node in (one for each in self.references for one in ast.walk(each.layout.tree)):
            match node:
                case ast.Name(name, ast.Store()):
                    own.add(name)
                case ast.Constant(str(name)):
                    taken.add(name)
                case ast.FunctionDef(name, args):
                    known = any(step.call == name for step in script)
                    (taken if known else own).update({name, *(each.arg for each in args.args)})
        return bool(ENTRY.search(words) or {*re.findall(r"\w+", words)} & (own - taken))

    def _named(
        self,
        code: str,
        outputs: Sequence[str],
        source: Literal["written", "pair", "edit"] = "written",
        effect: Message | None = None,
        forms: Sequence[Form] = (),
    ) -> NamedMistake:
        return NamedMistake(
            code=code,
            confidence="confirmed" if self.suspect.fresh else "consistent",
            output=", ".join(outputs),
            text=Text(code, code),
            source=source,
            effect=effect,
            forms=self._places(forms),
        )


def _makes(edit: Edit, outputs: Sequence[str]) -> bool:
    """Whether the statement that is edited makes the one output that is wrong: what it makes of
    something else is not the result."""
    given = "return", *(f"{name} =" for name in outputs)
    return len(outputs) == 1 and edit.statement.startswith(given)
