"""Reading the numbers a person types: `3/4`, `7*7*64`, `12.5%`, `1e-3`, `1.2 M`, 2.4万, `98 MB`,
`32×32×32`, `(C, H, W) = (32, 31, 31)`.

Everything taken off a text (brackets, unit, `w =`) is blanked rather than cut, so that the
column in a complaint is the column the person sees.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from dlprep.answer.numerals import plain_digits
from dlprep.answer.units import measured
from dlprep.expr.graph import Node
from dlprep.expr.scalar import evaluate
from dlprep.formula.reader import read_expression
from dlprep.formula.tokens import plain
from dlprep.model.message import DlprepError, fault

_LEAD = re.compile(r"\s*(?:[^\W\d]\w*\s*)?(?:≈|=|~|约|大约|about\b)\s*(?=\S)", re.IGNORECASE)
_THOUSANDS = re.compile(r"\s*[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?[^0-9,;()]*")
_NAMED = re.compile(r"^\s*[^\W\d]\w*\s*=(?!=)")  # `C = 32` as a component
_GROUPED = re.compile(r"(?<![\w.])[0-9]{1,3}(?:[ _][0-9]{3})+(?![\w])")
_SHAPE_NAME = re.compile(r"\s*(?:torch\.Size|shape)?\s*(?:\([^()\d]*\)\s*=)?\s*")
_PAIRS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_LONGEST = 500


def read_numbers(text: str, *, count: int, unit: str | None = None) -> tuple[float, ...]:
    """The numbers in a typed answer to a key of `count` components.

    There may be more or fewer than `count`: that is for the grader to say. Raises `answer.empty`,
    `answer.too-long`, `answer.a-word`, `answer.not-finite`, `answer.not-a-number` or a fault of the
    reader.
    """
    if len(text) > _LONGEST:
        raise fault("answer.too-long", length=len(text), most=_LONGEST)
    bare = plain(text)
    for lead in (_SHAPE_NAME, _LEAD):
        bare = _blank(bare, 0, found.end()) if (found := lead.match(bare)) else bare
    if not bare.strip():
        raise fault("answer.empty")
    if count == 1 and _THOUSANDS.fullmatch(bare):
        bare = bare.replace(",", "")
    return tuple(_number(piece, unit) for piece in _pieces(_unbracketed(bare), count))


def _number(piece: str, unit: str | None) -> float:
    bare, factor = measured(_NAMED.sub(_blanks, piece), unit)
    value = evaluate(_read(plain_digits(_GROUPED.sub(_joined, bare))), {})
    if isinstance(value, bool):
        raise fault("answer.not-a-number")
    if not math.isfinite(value):
        raise fault("answer.not-finite")
    return value if factor == 1 else _tidy(value * factor)


def _tidy(value: float) -> float:
    """The product of a typed number and a unit, without the error of the binary factor."""
    return float(f"{value:.12g}")


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _joined(match: re.Match[str]) -> str:
    """A number grouped by blanks or underscores, ungrouped and no shorter."""
    digits = re.sub(r"[ _]", "", match.group())
    return digits.rjust(len(match.group()))


def _read(piece: str) -> Node:
    """The expression; a name in it is a word where a number was asked for."""
    try:
        return read_expression(piece)
    except DlprepError as unread:
        message = unread.messages[0]
        if message.code.startswith(("formula.unknown-name", "formula.unknown-function")):
            raise fault("answer.a-word", word=message.values["name"]) from None
        raise


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _unbracketed(text: str) -> str:
    """The text without brackets that enclose all of it."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    closing = _PAIRS.get(text[start])
    if closing is None or text[end - 1] != closing:
        return text
    closes_at = next(at for at, depth in _depths(text) if depth == 0 and at >= start)
    if closes_at < end - 1:
        return text
    return _unbracketed(inner) if (inner := _hollow(text, start, end)).strip() else text


def _hollow(text: str, start: int, end: int) -> str:
    return _blank(_blank(text, start, start + 1), end - 1, end)


def _depths(text: str) -> Iterator[tuple[int, int]]:
    """Each column with how many brackets are open after it; the last is always reported as 0."""
    depth = 0
    for at, character in enumerate(text):
        depth += (character in _PAIRS) - (character in _PAIRS.values())
        yield at, depth if at < len(text) - 1 else 0


def _pieces(text: str, count: int) -> list[str]:
    """The components: between commas, else for a vector between multiplication signs (a shape
    such as 32×32×3), else between spaces."""
    pieces = _split(text.rstrip().removesuffix(","), ",;")
    if count == 1 or len(pieces) > 1:
        return pieces
    pieces = _split(text, "*xX")
    if len(pieces) > 1:
        return pieces
    return (
        [" " * word.start() + word.group() for word in re.finditer(r"\S+", text)]
        if all(map(_is_number, text.split()))
        else pieces
    )


def _split(text: str, separators: str) -> list[str]:
    """Cut at separators outside brackets; each piece keeps its column."""
    cuts = [at for at, depth in _depths(text) if text[at] in separators and depth == 0]
    starts = [0, *(cut + 1 for cut in cuts)]
    return [
        " " * start + text[start:end] for start, end in zip(starts, [*cuts, len(text)], strict=True)
    ]


def _is_number(word: str) -> bool:
    try:
        float(word)
    except ValueError:
        return False
    return True
