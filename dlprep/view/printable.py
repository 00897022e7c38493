"""What a stranger wrote, made harmless: a file's name, what it prints, what it raises."""

from __future__ import annotations

_SPACES = " \u3000\xa0"


def printable(text: str) -> str:
    r"""The text with control characters and broken Unicode written out; lines stay lines.

    >>> printable("\x1b[2Jhi")
    '\\x1b[2Jhi'
    """
    return "\n".join(map(one_line, text.split("\n")))


def one_line(text: str) -> str:
    r"""As `printable`, with line breaks written out too.

    >>> one_line("a\nb")
    'a\\nb'
    """
    return "".join(
        char
        if char.isprintable() or char in _SPACES
        else char.encode("unicode_escape").decode("ascii")
        for char in text
    )
