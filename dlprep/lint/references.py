"""How works are cited: who, when, what and where in it, and one work in one way all over the bank.

`He et al. 2016, Deep Residual Learning for Image Recognition, §3.3` has the parts authors (up to
three by name, from four on the first and `et al.`), year, full title without where it appeared,
and the place that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dlprep.lint.notes import Note, note
from dlprep.lint.shelf import Shelf
from dlprep.model.item import Item

_MOST_NAMES = 3
_WORK = re.compile(
    r"(?P<authors>\D+) (?P<year>(?:18|19|20)\d\d[a-z]?), (?=\S.{3})(?P<short>[^:,]+).*"
)
_LIVING = re.compile(r"(?i)\S.* (documentation|tutorials|reference|course notes|draft\))(, \S.*)?")
_PLACE = re.compile(r", (?:§|ch\. |appendix|Table |Figure |Algorithms? |eqs?\. |lectures? \d).*")
_OTHER_SIGN = re.compile(r"[^\w§.]|(?<!\d)\.")


def references_are_whole(item: Item, _: Shelf) -> Iterator[Note]:
    """A reference says who, when and what; only what is rewritten all the time has no year."""
    for n, text in enumerate(item.references):
        work = _WORK.fullmatch(text)
        if not (work or _LIVING.fullmatch(text)):
            yield note(f"references[{n}]", "reference-form", text=text)
        elif work and work["authors"].count(", ") >= _MOST_NAMES:
            first = work["authors"].partition(", ")[0]
            yield note(f"references[{n}]", "reference-authors", first=first, text=text)


def cited_otherwise(items: Sequence[Item]) -> Iterator[tuple[Item, Note]]:
    """References to a work that an earlier one names in another way: other authors or year, a
    subtitle or where it appeared, another spelling."""
    first: dict[str, str] = {}
    for item in items:
        for n, text in enumerate(item.references):
            cited = _PLACE.sub("", text)
            known = first.setdefault(_work(cited), cited)
            if known != cited:
                values = {"text": text, "known": known}
                yield item, note(f"references[{n}]", "reference-spelt", **values)


def _work(cited: str) -> str:
    """What two ways to name one work have in common: the first author and the title up to a colon
    or comma, without case and punctuation.

    >>> _work("Kingma, Ba 2015, Adam") == _work("Kingma et al. 2014, Adam: A Method, ICLR")
    True
    """
    parts = _WORK.fullmatch(cited)
    if not parts:
        return _letters(cited)
    author = re.split(", | et al| and ", parts["authors"])[0]
    return _letters(f"{author} {parts['short']}")


def _letters(text: str) -> str:
    """What is left of a text without case, punctuation and `and`."""
    return _OTHER_SIGN.sub("", text.lower().replace(" and ", " ").replace(" & ", " "))
