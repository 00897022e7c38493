"""Help pages: in the person's language, broken by width on the screen, one example a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text
from typer import _click as click  # typer 0.28 carries its own click

from dlprep.cli.words import say
from dlprep.view.wrap import wrapped

WIDEST_NAME = 24  # columns of an option beside which its description still stands

# What the option parser itself writes, and the code of our wording.
_HEADINGS = {"Arguments": "arguments", "Options": "options", "Commands": "commands"}
_SENTENCES = {
    "Show this message and exit.": "this-page",
    "Install completion for the current shell.": "install-completion",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "show-completion"
    ),
}
_EXTRA = re.compile(r"\[(?:default: (?P<default>[^;\]]*))?[^\]]*?(?P<required>required)?\]$")


class Page(click.formatting.HelpFormatter):
    """The parser's own pages are English and count a Chinese character as one column."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """`Usage: dlprep ask [OPTIONS] ID`, without the braces around what is required."""
        asked = args.replace("{", "").replace("}", "")
        self._write_lines(Text(f"{say('help.usage')}{prog} {asked}"), "")

    def write_heading(self, heading: str) -> None:
        """The title of a list."""
        self.write(say(f"help.{_HEADINGS[heading]}") + "\n")

    def write_text(self, text: str) -> None:
        """Prose; examples, which are commands, are moved right."""
        for line in text.splitlines():
            indent = self.current_indent + (2 if line.startswith("dlprep ") else 0)
            self._write_lines(Text(line), " " * indent)

    def write_dl(
        self, rows: Sequence[tuple[str, str]], col_max: int = WIDEST_NAME, col_spacing: int = 2
    ) -> None:
        """Options or commands, each with its description beside or below it."""
        margin = " " * self.current_indent
        named = [(name.replace(" range>", ">"), _translated(text)) for name, text in rows]
        column = min(max(cell_len(name) for name, _ in named), col_max) + col_spacing
        for name, text in named:
            beside = cell_len(name) <= column - col_spacing
            first = name + " " * (column - cell_len(name)) if beside else " " * column
            if not beside:
                self.write(f"{margin}{name}\n")
            self._write_lines(Text(text), margin + " " * column, margin + first)

    def _write_lines(self, text: Text, margin: str, first: str | None = None) -> None:
        lead = margin if first is None else first
        for line in wrapped(text, self.width - cell_len(margin)):
            self.write(f"{lead}{line.plain}".rstrip() + "\n")
            lead = margin


def _translated(text: str) -> str:
    """A description with the parser's additions in the person's language."""
    if text in _SENTENCES:
        return say(f"help.{_SENTENCES[text]}")
    extra = _EXTRA.search(text)
    if extra is None:
        return text
    bare = text[: extra.start()].rstrip()
    if extra["default"]:
        return bare + say("help.default", value=extra["default"])
    return bare + (say("help.required") if extra["required"] else "")
