"""Bank texts on the screen: `$mathematics$`, `code` and **emphasis** lose their marks and gain a
style, and numbers in exponents and indices stand where they stand on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.text import Text

_SPAN = re.compile(
    r"(?P<dollar>\\\$)|\$(?P<math>[^$]+)\$|`(?P<code>[^`]+)`"
    r"|(?<![A-Za-z0-9)\]])\*\*(?P<bold>[^*$`\s]|[^*$`\s][^*$`]*[^*$`\s])\*\*(?![A-Za-z0-9(])"
)

_EXPONENT = re.compile(r"\^(?:\{([-−+]?\d+)\}|(\d)(?![\w.{]))")
_INDEX = re.compile(r"_(?:\{(\d+)\}|(\d)(?![\d.{]))")
_RAISED = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def _set(mathematics: str) -> str:
    """`10^{−8}` as 10⁻⁸ and `β_1` as β₁; other exponents and indices stay as they are written."""
    raised = _EXPONENT.sub(lambda m: (m[1] or m[2]).translate(_RAISED), mathematics)
    return _INDEX.sub(lambda m: (m[1] or m[2]).translate(_LOWERED), raised)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    end = 0
    for span in _SPAN.finditer(text):
        yield text[end : span.start()], ""
        match kind := span.lastgroup or "":
            case "dollar":
                yield "$", ""
            case "math":
                yield _set(span[kind]), kind
            case _:
                yield span[kind], kind
        end = span.end()
    yield text[end:], ""


def plain(text: str) -> str:
    """The text as read aloud: no dollar signs around formulas, no backticks or stars."""
    return "".join(piece for piece, _ in _pieces(text))


def prose(text: str, style: str = "") -> Text:
    """The text with formulas and code in their styles."""
    drawn = Text(style=style)
    for piece, kind in _pieces(text):
        drawn.append(piece, kind or None)
    return drawn
