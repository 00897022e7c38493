"""One accent colour; right and wrong also carry a sign, so colour is never the only carrier.

On a dark background the terminal's own colours are used, as a person has set them. Most of them
cannot be read on white, so that a light background has colours of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
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
# Each has a contrast of 4.5 with white at least, also where it is one of 256 colours.
LIGHT = Theme(
    {
        "accent": "#005f87",
        "right": "#116329",
        "wrong": "#af0000",
        "warn": "#875f00",
        "dim": "#5f5f5f",
        "math": "#005f87",
        "code": "bold",
    },
    inherit=False,
)
BACKGROUNDS = ("auto", "light", "dark")
_LIGHT_NUMBERS = frozenset(("7", "15"))  # white among the 16 colours of a terminal


def is_light(chosen: str | None, environ: Mapping[str, str]) -> bool:
    """Whether the background is light: as it was chosen, or as the terminal says.

    >>> is_light(None, {"COLORFGBG": "0;15"}), is_light("dark", {"COLORFGBG": "0;15"})
    (True, False)
    """
    if chosen in {"light", "dark"}:
        return chosen == "light"
    return environ.get("COLORFGBG", "").rpartition(";")[2] in _LIGHT_NUMBERS


class Screen(Console):
    """Where the reader has gone, that is for the caller to know: Rich would end the program."""

    def on_broken_pipe(self) -> None:
        """Called while the error is being handled."""
        raise BrokenPipeError


def console(file: IO[str], *, light: bool = False) -> Console:
    """A console no wider than 80 columns; it obeys NO_COLOR, pipes and narrow windows."""
    theme = LIGHT if light else THEME
    made = Screen(file=file, theme=theme, highlight=False, markup=False, emoji=False)
    made.width = min(made.width, WIDTH)
    return made
