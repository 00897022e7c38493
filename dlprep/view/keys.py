"""The last line of a prompt: its keys, broken between keys where the window is narrow."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.text import Text

_GAP = "  "


def key_lines(keys: Iterable[str], width: int) -> Text:
    """Keys such as `u undo`, as many on a line as fit into `width` columns."""
    lines: list[str] = []
    for key in keys:
        if lines and cell_len(lines[-1] + _GAP + key) <= width:
            lines[-1] += _GAP + key
        else:
            lines.append(key)
    return Text("\n".join(lines), style="dim")
