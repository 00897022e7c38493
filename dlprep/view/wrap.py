"""Lines of a paragraph: broken at spaces and between Chinese characters, by width on the screen."""

from __future__ import annotations

from itertools import pairwise

from rich.cells import cell_len
from rich.text import Text

_CLOSING = frozenset("，。；：？！、」』）》】”’%,.;:?!)]")
_OPENING = frozenset("「『（《【“‘([")


def wrapped(text: Text, width: int) -> list[Text]:
    """The lines of `text`, none wider than `width` columns (a Chinese character has two)."""
    return [line for paragraph in text.split("\n") for line in _lines(paragraph, max(width, 2))]


def whole_words(text: Text, width: int, hanging: str = "  ") -> Text:
    """The text in lines of `width` columns, all but the first behind `hanging`; as it is where a
    word is longer, a path for instance, which somebody may want to copy."""
    spaced = "".join(" " if _is_wide(each) else each for each in text.plain)
    room = width - cell_len(hanging)
    if max(map(cell_len, spaced.split()), default=0) > room:
        return text
    return Text("\n" + hanging).join(wrapped(text, room))


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
    allowed = [at for at in range(1, len(plain)) if _may_break(plain[at - 1], plain[at])]
    return sorted(
        {
            at
            for start, end in pairwise([0, *allowed, len(plain)])
            for at in ([start] if cell_len(plain[start:end]) <= width else range(start, end))
            if at
        }
    )


def _may_break(before: str, after: str) -> bool:
    """After a space and beside a Chinese character, but no line starts with closing punctuation
    or a space, and none ends with an opening bracket."""
    if after.isspace() or after in _CLOSING or before in _OPENING:
        return False
    return before.isspace() or _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uf900" <= character <= "\uff60"


def indented(text: Text, width: int, indent: int = 1, hanging: str = "") -> Text:
    """The paragraph in lines of `width` columns, moved right; `hanging` stands before the first
    line (as an option's letter does) and the others are moved right by as much."""
    inner = " " * (indent + cell_len(hanging))
    lines = wrapped(text, width - len(inner))
    drawn = Text(" " * indent + hanging)
    for at, line in enumerate(lines):
        drawn.append("\n" + inner if at else "").append_text(line)
    return drawn
