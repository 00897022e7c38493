"""How an item is written: terms of the field, length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from dlprep.lint import spans
from dlprep.lint.notes import Note, note
from dlprep.lint.shelf import Shelf
from dlprep.model.item import Item
from dlprep.model.text import LANGS, Lang


class Limit(NamedTuple):
    """The longest a text may be, in words as `length_of` counts them."""

    zh: int
    en: int


# A text read before one answers is shorter than one read afterwards. An answer of 90 seconds has
# about 300 Chinese characters or 215 words.
LONGEST: Mapping[str, Limit] = MappingProxyType(
    {
        "prompt": Limit(72, 54),
        "prompt of numeric": Limit(110, 75),
        "prompt of formula": Limit(65, 52),
        "prompt of derivation": Limit(115, 100),
        "prompt of code": Limit(215, 175),
        "prompt of torch": Limit(215, 175),
        "options": Limit(50, 32),
        "options.why": Limit(44, 32),
        "wrong.why": Limit(36, 28),
        "answer of card": Limit(90, 70),
        "answer of short": Limit(305, 220),
        "answer of open": Limit(355, 245),
        "points": Limit(36, 27),
        "hint": Limit(46, 36),
        "hints": Limit(46, 36),
        "explanation": Limit(180, 125),
        "explanation of code": Limit(205, 170),
        "explanation of torch": Limit(205, 170),
        "common_mistake": Limit(46, 32),
        "follow_up": Limit(50, 38),
    }
)
_ZH_WORD = re.compile(r"[一-鿿]|[^\s一-鿿，。：；、？！「」（）]+")
_POSITION = re.compile(r"\[\d+\]")


def terms_are_those_of_the_glossary(item: Item, shelf: Shelf) -> Iterator[Note]:
    """No text uses a translation or a spelling that the glossary rejects."""
    for pair in spans.pairs(item):
        for lang in LANGS:
            for slip in shelf.rejected.slips(_of(pair, lang), lang):
                yield note(f"{pair.path}.{lang}", "rejected-term", **slip._asdict())


def texts_are_short_enough(item: Item, _: Shelf) -> Iterator[Note]:
    """What a person reads has a length that suits its place."""
    for pair in spans.pairs(item):
        part = _POSITION.sub("", pair.path)
        limit = LONGEST.get(f"{part} of {item.kind}") or LONGEST.get(part)
        if limit is None:
            continue
        for lang in LANGS:
            length, most = length_of(_of(pair, lang), lang), getattr(limit, lang)
            if length > most:
                yield note(f"{pair.path}.{lang}", "too-long", length=length, most=most)


def length_of(text: str, lang: Lang) -> int:
    """How many words are read. Each Chinese character is one, and so are a formula and a piece of
    code.

    >>> length_of("梯度 $p − y$ 除以 N", "zh"), length_of("divide $p − y$ by `N`", "en")
    (6, 4)
    """
    plain = spans.replaced(text, " x ")
    return len(_ZH_WORD.findall(plain)) if lang == "zh" else len(plain.split())


def _of(pair: spans.Pair, lang: Lang) -> str:
    return pair.zh if lang == "zh" else pair.en
