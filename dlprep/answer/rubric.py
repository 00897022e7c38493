"""Reading an answer by a rubric: which key points are there, and where.

What is seen is a suggestion. Only the person knows what was meant and confirms it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from dlprep.answer.clauses import Answer, read
from dlprep.answer.crowd import Answers, Crowd
from dlprep.answer.evidence import Group, Hit, Search, Vocabulary, contrary, span
from dlprep.answer.folding import tokens
from dlprep.answer.sentences import are_sentences
from dlprep.answer.spelling import corrected
from dlprep.model.item import Short
from dlprep.model.rubric import KeyPoint, Lexicon, Misconception, Reading, Sighting, Span, State

LONGEST_READ = 8000  # characters; beyond that nobody types an answer


class Typed:
    """An answer as it was typed: what every rubric that it is read by has in common."""

    def __init__(self, text: str) -> None:
        self.text = text[:LONGEST_READ]
        self.tokens = tokens(self.text)
        self.are_sentences = are_sentences(text, self.tokens)

    @cached_property
    def search(self) -> Search:
        """Looks for what stands there, letter by letter."""
        return Search(read(self.tokens))


class Reader:
    """Reads answers to one question."""

    def __init__(self, item: Short, lexicon: Lexicon) -> None:
        vocabulary = Vocabulary(lexicon)
        self._points = [_Wanted(point, vocabulary) for point in item.points]
        self._beliefs = [(each, vocabulary.groups(each.found_by)) for each in item.misconceptions]
        self._known = frozenset(_stems(self._points, self._beliefs))

    def read(self, text: str) -> Reading:
        """What is found of each key point."""
        return self.reading(Typed(text))

    def reading(self, typed: Typed) -> Reading:
        """The same of an answer that others read as well."""
        words = corrected(typed.tokens, self._known)
        search = typed.search if words == typed.tokens else Search(read(words))
        sightings = (point.seen(search, typed.text) for point in self._points)
        return Reading(
            sightings=tuple(each if typed.are_sentences else _doubted(each) for each in sightings),
            misconceptions=tuple(b for b, groups in self._beliefs if _is_said(search, groups)),
            sentences=typed.are_sentences,
        )

    def at_most(self, typed: Sequence[Typed], crowd: Crowd) -> Iterator[tuple[KeyPoint, Answers]]:
        """Each key point with the answers of a crowd that `reading` might find it in."""
        for wanted in self._points:
            yield wanted.point, crowd.with_any(wanted.found_by) | wanted.writing(typed)


class _Wanted:
    """A key point, ready to be looked for."""

    def __init__(self, point: KeyPoint, vocabulary: Vocabulary) -> None:
        self.point = point
        self.found_by = vocabulary.groups(point.found_by)
        self.contradicted_by = vocabulary.groups(point.contradicted_by)
        self.contrary = tuple(turned for group in self.found_by for turned in contrary(group))

    def seen(self, search: Search, text: str) -> Sighting:
        """Plain words for the point count before words against it, and both together are
        doubtful. A formula is looked for where no words are found."""
        hits = search.hits(self.found_by) or self._written(search, text)
        plain = [hit for hit in hits if not hit.denied]
        against = [hit for hit in search.hits(self.contradicted_by) if not hit.denied]
        if plain:
            sure = [hit for hit in plain if not hit.doubtful]
            state: State = "found" if sure and not against else "maybe"
            return self._sighting(state, sure or plain, search.answer)
        denied = against + [hit for hit in hits if hit.denied]
        denied = denied or [hit for hit in search.hits(self.contrary) if not hit.denied]
        if not denied:
            return Sighting(point=self.point, state="missing")
        sure = [hit for hit in denied if not hit.doubtful]
        return self._sighting("contradicted" if sure else "maybe", sure or denied, search.answer)

    def writing(self, answers: Sequence[Typed]) -> Answers:
        """Those of the answers in which the formula of the point is written."""
        wanted = self.point.formula
        if wanted is None:
            return frozenset()
        from dlprep.answer.written import find  # noqa: PLC0415 - arrays, only for formulas

        return frozenset(n for n, typed in enumerate(answers) if find(typed.text, wanted))

    def _written(self, search: Search, text: str) -> list[Hit]:
        if self.point.formula is None:
            return []
        from dlprep.answer.written import find  # noqa: PLC0415 - arrays, only for formulas

        place = find(text, self.point.formula)
        hit = search.at(*place) if place else None
        return [hit] if hit else []

    def _sighting(self, state: State, hits: list[Hit], answer: Answer) -> Sighting:
        spans = sorted({span(answer, each) for each in hits[0].stretches})
        return Sighting(point=self.point, state=state, spans=tuple(Span(*each) for each in spans))


def _is_said(search: Search, groups: Iterable[Group]) -> bool:
    return any(not hit.denied and not hit.doubtful for hit in search.hits(groups))


def _doubted(sighting: Sighting) -> Sighting:
    """A point that stands in a mere list of words may be meant, but is not explained."""
    if sighting.state != "found":
        return sighting
    return Sighting(point=sighting.point, state="maybe", spans=sighting.spans)


def _stems(
    points: Iterable[_Wanted], beliefs: Iterable[tuple[Misconception, tuple[Group, ...]]]
) -> Iterable[str]:
    """Every word that some evidence is made of."""
    groups = [group for p in points for group in (*p.found_by, *p.contradicted_by, *p.contrary)]
    groups += [group for _, wanted in beliefs for group in wanted]
    for group in groups:
        for term in group.terms:
            yield from (word for alias in term.aliases for word in alias)
