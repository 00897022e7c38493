"""Lines of a paragraph: broken at spaces and between Chinese characters, by width on the screen."""

from __future__ import annotations

import re
from itertools import pairwise

from rich.cells import cell_len
from rich.text import Text

# A break stands after a space, and on either side of a Chinese character, but no line starts
# with closing punctuation and none ends with an opening one.
_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60"
_CLOSING = r"，。；：？！、」』）》】”’%,.;:?!)\]"
_OPENING = r"「『（《【“‘(\["
_BREAK = re.compile(
    rf"(?<=\s)(?=\S)|(?<=[{_WIDE}])(?<![{_OPENING}])(?=[^\s{_CLOSING}])"
    rf"|(?<=[^\s{_OPENING}])(?=[{_WIDE}])(?![{_CLOSING}])"
)


def wrapped(text: Text, width: int) -> list[Text]:
    """The lines of `text`, none wider than `width` columns (a Chinese character has two)."""
    return [line for paragraph in text.split("\n") for line in _lines(paragraph, max(width, 2))]


def _lines(paragraph: Text, width: int) -> list[Text]:
    plain = paragraph.plain
    cuts: list[int] = []
    start = 0
    for piece_start, piece_end in pairwise([0, *_breaks(plain, width), len(plain)]):
        if piece_start > start and cell_len(plain[start:piece_end].rstrip()) > width:
            cuts.append(piece_start)
            start = piece_start
    lines = list(paragraph.divide(cuts))
    for line in lines:
        line.rstrip()
    return lines


def _breaks(plain: str, width: int) -> list[int]:
    """Where a line may end; what is wider than a line by itself may end anywhere."""
    allowed = [match.start() for match in _BREAK.finditer(plain)]
    return sorted(
        {
            at
            for start, end in pairwise([0, *allowed, len(plain)])
            for at in ([start] if cell_len(plain[start:end]) <= width else range(start, end))
            if at
        }
    )


def indented(text: Text, width: int, indent: int = 1, hanging: str = "") -> Text:
    """The paragraph in lines of `width` columns, moved right; `hanging` stands before the first
    line (as an option's letter does) and the others are moved right by as much."""
    inner = " " * (indent + cell_len(hanging))
    lines = wrapped(text, width - len(inner))
    drawn = Text(" " * indent + hanging)
    for at, line in enumerate(lines):
        drawn.append("\n" + inner if at else "").append_text(line)
    return drawn
