"""Many answers at once: in which of them some evidence could be found at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from dlprep.answer.clauses import stretches, written
from dlprep.answer.evidence import Group, Term
from dlprep.answer.folding import Token
from dlprep.answer.spelling import HEAD, LONG, is_slip

Answers = frozenset[int]
Clauses = frozenset[int]  # numbered through all answers
_APART = 20  # numbers left out between two answers: no window is wider


class Crowd:
    """Answers by the words of their clauses. What it says of an answer needs no reading of it, and
    may be too much but never too little: the order of words and denials are not looked at."""

    def __init__(self, answers: Iterable[Sequence[Token]]) -> None:
        self._answer_of: dict[int, int] = {}
        self._text_of: dict[int, str] = {}
        holding: dict[str, set[int]] = defaultdict(set)
        for clause, answer, tokens in _clauses(answers):
            self._answer_of[clause] = answer
            self._text_of[clause] = written(tokens, 0, len(tokens))[0]
            for token in tokens:
                holding[token.text].add(clause)
        self._holding = {word: frozenset(clauses) for word, clauses in holding.items()}
        self._by_head: dict[str, list[str]] = defaultdict(list)
        for word in self._holding:
            if len(word) >= LONG and word.isascii():
                self._by_head[word[:HEAD]].append(word)
        self._with_word = cache(self._find_word)

    def with_any(self, groups: Iterable[Group]) -> Answers:
        """The answers in which all terms of one of the groups could stand near one another."""
        clauses = frozenset[int]().union(*map(self._with_group, groups))
        return frozenset(self._answer_of[clause] for clause in clauses)

    def _with_group(self, group: Group) -> Clauses:
        """The clauses with its first term that have the others in the window around them."""
        places = [self._with_term(term) for term in group.terms]
        near = range(1 - group.window, group.window)
        around = (frozenset(at + n for at in each for n in near) for each in places[1:])
        return places[0].intersection(*around) if places else frozenset()

    def _with_term(self, term: Term) -> Clauses:
        aliases = (alias for alias in term.aliases if alias)
        found = (frozenset.intersection(*map(self._with_word, alias)) for alias in aliases)
        return self._matching(term).union(*found)

    def _matching(self, term: Term) -> Clauses:
        if term.pattern is None:
            return frozenset()
        search = term.pattern.search
        return frozenset(clause for clause, text in self._text_of.items() if search(text))

    def _find_word(self, word: str) -> Clauses:
        """The clauses that hold a word, or one that may be a slip for it."""
        near = self._by_head.get(word[:HEAD], ()) if len(word) >= LONG else ()
        spelt = (self._holding[other] for other in near if is_slip(other, word))
        return self._holding.get(word, frozenset()).union(*spelt)


def _clauses(answers: Iterable[Sequence[Token]]) -> Iterator[tuple[int, int, Sequence[Token]]]:
    """The clauses of all answers, each with its number and that of its answer."""
    clause = 0
    for answer, tokens in enumerate(answers):
        for start, end in stretches([token.ends_clause for token in tokens]):
            yield clause, answer, tokens[start:end]
            clause += 1
        clause += _APART
