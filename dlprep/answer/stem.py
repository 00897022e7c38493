"""English words without their endings: `normalised`, `normalizes` and `normalization` are one."""

from __future__ import annotations

import re
from functools import lru_cache

_SPELLINGS = (
    (re.compile(r"is(e|ed|es|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"(?<=[^aeiou])our"), "or"),
    (re.compile(r"tre([sd]?)$"), r"ter\1"),
    (re.compile(r"terd$"), "tered"),
    (re.compile(r"ll(ed|ing)$"), r"l\1"),
)
_ENDINGS = (
    (re.compile(r"(ations?|ating|ated|ates?|ators?)$"), 4),
    (re.compile(r"(ings?|(?<!e)ed|ly|es|s)$"), 3),
    (re.compile(r"ions?$"), 4),
)
_KEPT = re.compile(r"(ss|us|is|ias)$")
_DOUBLED = re.compile(r"([^aeiouslz])\1$")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """The stem of a lower-case word; short words and what is no English word stay as they are.

    >>> [stem(word) for word in ("normalised", "normalizes", "normalization", "batches", "bias")]
    ['normaliz', 'normaliz', 'normaliz', 'batch', 'bias']
    """
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    for spelling, american in _SPELLINGS:
        word = spelling.sub(american, word)
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}i"
    if not _KEPT.search(word):
        word = _without_ending(word)
    word = _DOUBLED.sub(r"\1", word)
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return f"{word[:-1]}i" if word.endswith("y") and len(word) > 3 else word


def _without_ending(word: str) -> str:
    for ending, least in _ENDINGS:
        found = ending.search(word)
        if found and found.start() >= least and re.search(r"[aeiouy]", word[: found.start()]):
            return word[: found.start()]
    return word
