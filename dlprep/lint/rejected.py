"""Words that no question uses, since the glossary has another for what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dlprep.lint import spans
from dlprep.model.glossary import Glossary
from dlprep.model.text import LANGS, Lang


class Slip(NamedTuple):
    """A rejected word and the one to write."""

    word: str
    instead: str


class Rejected:
    """Looks for rejected words: in Chinese anywhere, in English where a word begins with one."""

    def __init__(self, glossary: Glossary) -> None:
        self._terms = {
            lang: {
                word.lower(): each.in_(lang)
                for each in glossary.terms
                for word in each.not_.in_(lang)
            }
            for lang in LANGS
        }
        self._search = {lang: _search(glossary, lang) for lang in LANGS}

    def slips(self, text: str, lang: Lang) -> Iterator[Slip]:
        """The rejected words of a text, formulas and code aside."""
        for match in self._search[lang].finditer(spans.words(text)):
            word = match.group()
            if instead := self._terms[lang].get(word.lower()):
                yield Slip(word, instead)


def _search(glossary: Glossary, lang: Lang) -> re.Pattern[str]:
    """Finds rejected words, and the allowed ones that hold them first."""
    allowed = [word for term in glossary.terms for word in term.but.in_(lang)]
    rejected = [word for term in glossary.terms for word in term.not_.in_(lang)]
    words = [*allowed, *sorted(rejected, key=len, reverse=True)]
    start = "(?<![A-Za-z])" if lang == "en" else ""
    any_word = "|".join(map(re.escape, words)) or "(?!)"
    return re.compile(f"{start}(?:{any_word})", re.IGNORECASE)
