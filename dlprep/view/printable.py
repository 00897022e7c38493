"""What a stranger wrote, made harmless: a file's name, what it prints, what it raises."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

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


def cut(text: str, room: int) -> str:
    """The beginning of a line, with an ellipsis where some of it had to go.

    >>> cut("softmax", 5)
    'soft…'
    """
    if cell_len(text) <= room:
        return text
    return set_cell_size(text, max(room - 1, 0)).rstrip() + "…"


def cut_front(text: str, room: int) -> str:
    """The end of a line: of a path the file's name matters most.

    >>> cut_front("a/long/path.py", 8)
    '…path.py'
    """
    if cell_len(text) <= room:
        return text
    kept = text
    while kept and cell_len(kept) > max(room - 1, 0):
        kept = kept[1:]
    return "…" + kept
