"""What of a text must be the same in both languages: its formulas and its numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import NamedTuple

_SPAN = re.compile(r"\\\$|\$(?P<math>[^$]*)\$|`[^`]*`")
_NUMBER = re.compile(r"(?<![A-Za-z0-9_.\-])\d+(?:,\d{3})*(?:\.\d+)?(?![A-Za-z0-9_])")
_CHINESE = re.compile(r"[一-鿿]")
_HALF_WIDTH = re.compile(r"[一-鿿][,;:?!]|[,;:?!][一-鿿]")
_LATEX = re.compile(r"\\[A-Za-z]+")


class Pair(NamedTuple):
    """One text in both languages and its path within the item."""

    path: str
    zh: str
    en: str


def pairs(value: object, path: str = "") -> Iterator[Pair]:
    """Every text of an item, however deep."""
    if isinstance(value, tuple):
        for position, each in enumerate(value):
            yield from pairs(each, f"{path}[{position}]")
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from pairs(each, f"{path}.{name}")
    elif is_dataclass(value):
        zh, en = getattr(value, "zh", None), getattr(value, "en", None)
        if isinstance(zh, str) and isinstance(en, str):
            yield Pair(path.removeprefix("."), zh, en)
        for field in fields(value):
            yield from pairs(getattr(value, field.name), f"{path}.{field.name}")


def formulas(text: str) -> Counter[str]:
    """The formulas of a text, blanks aside.

    >>> formulas("with $p − y$ and $N$") == formulas("$N$ 与 $p−y$")
    True
    """
    spans = (match["math"] for match in _SPAN.finditer(text))
    return Counter("".join(span.split()) for span in spans if span is not None)


def numbers(text: str) -> Counter[str]:
    """The numbers outside formulas and code; those that are part of a name (`fp16`) aside."""
    bare = _SPAN.sub(" ", text)
    return Counter(number.replace(",", "") for number in _NUMBER.findall(bare))


def words(text: str) -> str:
    """The text without formulas and code."""
    return _SPAN.sub(" ", text)


def replaced(text: str, by: str) -> str:
    """The text with this in the place of each formula and each piece of code."""
    return _SPAN.sub(by, text)


def is_unbalanced(text: str) -> bool:
    """Whether a dollar sign stands without its partner."""
    return text.replace(r"\$", "").count("$") % 2 == 1


def latex_of(text: str) -> str | None:
    """The first LaTeX command in a formula."""
    for span in _SPAN.finditer(text):
        if span["math"] and (found := _LATEX.search(span["math"])):
            return found.group()
    return None


def has_chinese(text: str) -> bool:
    """Whether a Chinese character stands outside formulas and code."""
    return bool(_CHINESE.search(words(text)))


def half_width(text: str) -> str | None:
    """The first half-width mark beside a Chinese character."""
    found = _HALF_WIDTH.search(words(text))
    return found.group() if found else None


def only_in(one: Counter[str], other: Counter[str]) -> list[str]:
    """What the first has more often, each named once."""
    return sorted(one - other)
