"""Bank texts on the screen: `$mathematics$` and `code` lose their marks and gain a style."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.text import Text

_SPAN = re.compile(r"(?P<dollar>\\\$)|\$(?P<math>[^$]+)\$|`(?P<code>[^`]+)`")


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    end = 0
    for span in _SPAN.finditer(text):
        yield text[end : span.start()], ""
        kind = span.lastgroup or ""
        yield ("$", "") if kind == "dollar" else (span[kind], kind)
        end = span.end()
    yield text[end:], ""


def plain(text: str) -> str:
    """The text as read aloud: no dollar signs around formulas, no backticks."""
    return "".join(piece for piece, _ in _pieces(text))


def prose(text: str, style: str = "") -> Text:
    """The text with formulas and code in their styles."""
    drawn = Text(style=style)
    for piece, kind in _pieces(text):
        drawn.append(piece, kind or None)
    return drawn
