"""Text that must fit into some columns of one line."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


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
