"""One accent colour; right and wrong also carry a sign, so colour is never the only carrier."""

from __future__ import annotations

from typing import IO

from rich.console import Console
from rich.theme import Theme

WIDTH = 80

THEME = Theme(
    {
        "accent": "cyan",
        "right": "green",
        "wrong": "red",
        "warn": "yellow",
        "dim": "dim",
        "math": "cyan",
        "code": "bold",
    },
    inherit=False,
)


class Screen(Console):
    """Where the reader has gone, that is for the caller to know: Rich would end the program."""

    def on_broken_pipe(self) -> None:
        """Called while the error is being handled."""
        raise BrokenPipeError


def console(file: IO[str]) -> Console:
    """A console no wider than 80 columns; it obeys NO_COLOR, pipes and narrow windows."""
    made = Screen(file=file, theme=THEME, highlight=False, markup=False, emoji=False)
    made.width = min(made.width, WIDTH)
    return made
