"""Writes sentences and paragraphs of one screen: a language and a width."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from dlprep.model.message import Message
from dlprep.model.text import Lang
from dlprep.model.value import dataclass
from dlprep.view.messages import words
from dlprep.view.printable import printable
from dlprep.view.prose import prose
from dlprep.view.wrap import indented

# Stand-ins for marks that a stranger's words may hold, of one column each and unprintable, so
# that no stranger's words can hold them.
_VERBATIM = str.maketrans({"`": "\ue000", "$": "\ue001"})
_MARKS = str.maketrans({"\ue000": "`", "\ue001": "$"})


@dataclass(frozen=True, slots=True)
class Pen:
    """How everything on a screen is worded and broken into lines."""

    lang: Lang
    width: int

    def say(self, code: str, /, **values: object) -> str:
        """A sentence of ours; values are ours too."""
        return words(Message(code, values), self.lang)

    def said(self, message: Message) -> Text:
        """A sentence about a stranger's program: its words are shown as they are, control
        characters written out, and nothing in them is read as a formula or as code."""
        return _restored(prose(words(_quoted(message), self.lang)))

    def paragraph(
        self, text: str | Text, style: str = "", indent: int = 1, hanging: str = ""
    ) -> Text:
        """Lines no wider than the screen; `hanging` stands before the first."""
        drawn = indented(
            prose(text) if isinstance(text, str) else text, self.width, indent, hanging
        )
        if style:
            drawn.stylize_before(style)
        return drawn

    def parts(
        self,
        parts: Sequence[str],
        style: str = "dim",
        indent: int = 1,
        between: str = " · ",
    ) -> Text:
        """Short phrases in a row, with line breaks only between them."""
        lines: list[Text] = []
        for part in map(prose, parts):
            if lines and indent + lines[-1].cell_len + part.cell_len + len(between) <= self.width:
                lines[-1].append(between).append_text(part)
            else:
                lines.append(part.copy())
        return self.paragraph(Text("\n").join(lines), style, indent)

    def ends(self, left: Text, right: str, style: str = "dim") -> Text:
        """Two texts at the ends of one line; below one another where the line is too short."""
        room = self.width - left.cell_len - cell_len(right) - 1
        line = left.copy()
        if room < 1:
            return line.append("\n   ").append(right, style)
        return line.append(" " * room).append(right, style)


def _quoted(message: Message) -> Message:
    values = {name: _quoted_value(value) for name, value in message.values.items()}
    return Message(message.code, values)


def _quoted_value(value: object) -> object:
    match value:
        case str():
            return printable(value).translate(_VERBATIM)
        case Message():
            return _quoted(value)
        case list() | tuple():
            return [_quoted_value(each) for each in value]
        case _:
            return value


def _restored(drawn: Text) -> Text:
    drawn.plain = drawn.plain.translate(_MARKS)
    return drawn
