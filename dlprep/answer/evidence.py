"""Evidence looked for in a read answer: groups of terms that occur near one another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dlprep.answer.clauses import Answer, stretches, written
from dlprep.answer.folding import sequence
from dlprep.model.rubric import Evidence, Lexicon, Synonyms
from dlprep.model.value import dataclass

Words = tuple[str, ...]  # the tokens of an alias
Stretch = tuple[int, int]  # tokens from the first up to the second


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must occur: one of `aliases`, or a match of `pattern`. `opposites` say the
    contrary."""

    aliases: tuple[Words, ...] = ()
    pattern: re.Pattern[str] | None = None
    opposites: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Terms that must all occur within `window` clauses."""

    terms: tuple[Term, ...]
    window: int
    even_denied: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A group that occurs: where its terms stand, and how it is said."""

    stretches: tuple[Stretch, ...]
    denied: bool
    doubtful: bool


class Vocabulary:
    """The lexicon of a bank, ready for looking up."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._same: dict[Words, tuple[Words, ...]] = {}
        self._contrary: dict[Words, tuple[Words, ...]] = {}
        for synonyms in lexicon.synonyms:
            words = _words(synonyms)
            self._same |= dict.fromkeys(words, words)
        for pair in lexicon.opposites:
            one, other = _words(pair.one), _words(pair.other)
            self._same |= dict.fromkeys(one, one) | dict.fromkeys(other, other)
            self._contrary |= dict.fromkeys(one, other) | dict.fromkeys(other, one)

    def term(self, text: str) -> Term:
        """The term that a rubric writes: `增大|变大`, or `/a{0,3}b/`."""
        if is_pattern(text):
            return Term(pattern=re.compile(text[1:-1]))
        words = [sequence(alias) for alias in text.split("|")]
        aliases = {each: None for alias in words for each in self._same.get(alias, (alias,))}
        contrary = {each: None for alias in words for each in self._contrary.get(alias, ())}
        return Term(aliases=tuple(aliases), opposites=tuple(each for each in contrary))

    def groups(self, evidence: Evidence) -> tuple[Group, ...]:
        """The alternatives of some evidence, those of both languages."""
        return tuple(
            Group(tuple(map(self.term, group)), evidence.window, evidence.even_denied)
            for group in evidence.groups
        )


def is_pattern(term: str) -> bool:
    """Whether a term is a regular expression between slashes."""
    return len(term) > 2 and term.startswith("/") and term.endswith("/")


def _words(synonyms: Synonyms) -> tuple[Words, ...]:
    return tuple(sequence(alias) for alias in (*synonyms.zh, *synonyms.en))


def contrary(group: Group) -> Iterator[Group]:
    """The group with one of its terms turned into its opposite."""
    for at, term in enumerate(group.terms):
        if term.opposites:
            turned = Term(aliases=term.opposites)
            yield Group((*group.terms[:at], turned, *group.terms[at + 1 :]), group.window)


class Search:
    """Looks for groups in one answer."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self._at: dict[str, list[int]] = {}
        for position, token in enumerate(answer.tokens):
            self._at.setdefault(token.text, []).append(position)

    def hits(self, groups: Iterable[Group]) -> list[Hit]:
        """The occurrence of each group that occurs; one that is said plainly before others."""
        return [hit for group in groups if (hit := self._hit(group)) is not None]

    def at(self, start: int, end: int) -> Hit | None:
        """What stands at these characters of the answer, and whether it is denied there."""
        inside = [n for n, t in enumerate(self.answer.tokens) if t.start < end and t.end > start]
        return self._said([(inside[0], inside[-1] + 1)]) if inside else None

    def _hit(self, group: Group) -> Hit | None:
        found: list[list[Stretch]] = []
        for term in group.terms:
            found.append(sorted(set(self._occurrences(term))))
            if not found[-1]:
                return None
        starts = sorted({self.answer.clause[start] for each in found for start, _ in each})
        hits = (self._within(found, first, first + group.window) for first in starts)
        if group.even_denied:
            hits = (hit and replace(hit, denied=False) for hit in hits)
        return min((hit for hit in hits if hit), key=_worth, default=None)

    def _within(self, found: Sequence[Sequence[Stretch]], first: int, end: int) -> Hit | None:
        """The occurrence with every term in clauses `first` up to `end`."""
        clause = self.answer.clause
        chosen: list[Stretch] = []
        for places in found:
            near = [each for each in places if first <= clause[each[0]] < end]
            if not near:
                return None
            chosen.append(min(near, key=lambda each: (self._denials(each), each)))
        return self._said(chosen)

    def _said(self, chosen: Sequence[Stretch]) -> Hit:
        """How the terms are said together: one that is denied denies the whole, and two denials
        of the same term are none."""
        answer = self.answer
        inside = {at for start, end in chosen for at in range(start, end)}
        sentences = {answer.sentence[start] for start, _ in chosen}
        denied = any(
            (len(set(self._denials(each)) - inside) + self._is_wrong(each)) % 2 == 1
            for each in chosen
        )
        return Hit(tuple(chosen), denied=denied, doubtful=bool(sentences & answer.doubtful))

    def _is_wrong(self, stretch: Stretch) -> bool:
        """Whether the sentence says of itself that it is wrong."""
        return self.answer.sentence[stretch[0]] in self.answer.wrong

    def _denials(self, stretch: Stretch) -> list[int]:
        """The markers that deny what starts here."""
        start, _ = stretch
        return [each.at for each in self.answer.denials if each.first <= start <= each.last]

    def _occurrences(self, term: Term) -> Iterator[Stretch]:
        for alias in term.aliases:
            yield from self._of_alias(alias)
        if term.pattern is not None:
            yield from self._of_pattern(term.pattern)

    def _of_alias(self, alias: Words) -> Iterator[Stretch]:
        tokens, length = self.answer.tokens, len(alias)
        for start in self._at.get(alias[0], ()) if alias else ():
            here = tokens[start : start + length]
            if tuple(token.text for token in here) == alias:
                yield start, start + length

    def _of_pattern(self, pattern: re.Pattern[str]) -> Iterator[Stretch]:
        """Matches within one clause, of its words as they are written."""
        tokens = self.answer.tokens
        for start, end in stretches([token.ends_clause for token in tokens]):
            text, owners = written(tokens, start, end)
            for match in pattern.finditer(text):
                if match.group():
                    yield owners[match.start()], owners[match.end() - 1] + 1


def _worth(hit: Hit) -> tuple[bool, bool]:
    return hit.denied, hit.doubtful


def span(answer: Answer, stretch: Stretch) -> tuple[int, int]:
    """The characters of a stretch of tokens."""
    start, end = stretch
    return answer.tokens[start].start, answer.tokens[end - 1].end


UNSAFE: Mapping[str, re.Pattern[str]] = {
    "unbounded": re.compile(r"(?<!\\)[*+]|(?<!\\)\{\d*,\}"),
    "nested": re.compile(r"\)[?{*+]"),
    "wide": re.compile(r"\{\d*,(?:[3-9]\d|\d{3,})\}"),
    "reference": re.compile(r"\\\d|\(\?"),
}
_GAPS = re.compile(r"(?<!\\)\{")
MOST_GAPS = 2


def is_unsafe(pattern: str) -> bool:
    """Whether a regular expression could take long on some answer.

    Safe is what repeats single characters only, at most 29 times, at most twice in one pattern:
    the steps of a search then grow with the length of a clause alone.
    """
    gaps = len(_GAPS.findall(pattern))
    return gaps > MOST_GAPS or any(each.search(pattern) for each in UNSAFE.values())
