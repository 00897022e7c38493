"""Text becomes tokens, each with the column it starts at (counted from 1)."""

from __future__ import annotations

import re
from typing import Literal

from dlprep.model.message import fault
from dlprep.model.value import dataclass

LONGEST_TEXT = 1000
MOST_DIGITS = 40

# Character by character, so that columns stay true; NFKC would turn x² into x2.
_PLAIN = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        "\u3000": " ",
        "\u00a0": " ",
        "。": ".",
        "、": ",",
        "【": "[",
        "】": "]",
        "−": "-",
        "–": "-",
        "—": "-",
        "×": "*",
        "✕": "*",
        "·": "*",
        "⋅": "*",
        "∙": "*",
        "÷": "/",
    }
)
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_SPELLINGS = {"^": "**", "≤": "<=", "≥": ">=", "≠": "!="}

_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
  | (?P<name>[^\W\d⁰¹²³⁴⁵⁶⁷⁸⁹][^\W⁰¹²³⁴⁵⁶⁷⁸⁹]*)
  | (?P<power>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
  | (?P<sign>\*\*|//|<=|>=|==|!=|[-+*/%<>(),^≤≥≠])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """`power` is a run of superscript digits, its text in plain digits; `end` ends the text.

    `fraction` (½), `sub` and `sup` (runs of subscripts and superscripts) and `command` (such as
    `frac`) occur in formulas only; `stop` is the column after the token there.
    """

    kind: Literal["number", "name", "power", "sign", "end", "fraction", "sub", "sup", "command"]
    text: str
    column: int
    stop: int = 0


def plain(text: str) -> str:
    """Full-width digits, letters and punctuation and typographic signs as ASCII, column by
    column: the result is as long as the text."""
    return text.translate(_PLAIN)


def tokens(text: str) -> list[Token]:
    """The tokens of a text, the last of kind `end`. Raises a fault that names the column of
    what no token starts with."""
    if len(text) > LONGEST_TEXT:
        raise fault("formula.too-long", length=len(text), most=LONGEST_TEXT)
    mapped = plain(text)
    found: list[Token] = []
    at = 0
    while at < len(mapped):
        match = _TOKEN.match(mapped, at)
        if match is None:
            character = text[at] if text[at].isprintable() else f"U+{ord(text[at]):04X}"
            raise fault("formula.unknown-character", character=character, column=at + 1)
        if match.lastgroup != "space":
            found.append(_token(match))
        at = match.end()
    return [*found, Token("end", "", len(text) + 1)]


def _token(match: re.Match[str]) -> Token:
    text, column = match.group(), match.start() + 1
    match match.lastgroup:
        case "number":
            if len(text) > MOST_DIGITS:
                raise fault("formula.number-too-long", column=column, most=MOST_DIGITS)
            return Token("number", text, column)
        case "power":
            return Token("power", text.translate(_SUPERSCRIPT), column)
        case "name":
            return Token("name", text, column)
        case _:
            return Token("sign", _SPELLINGS.get(text, text), column)
