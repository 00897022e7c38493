"""Colours can be read on the background they are made for."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem

from dlprep.cli.app import run
from dlprep.cli.words import language
from dlprep.view.theme import LIGHT, THEME, console, is_light

LEAST = 4.5  # the contrast that WCAG 2 asks of text


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [each / 255 for each in color.get_truecolor()]
    linear = [
        each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("name", [name for name, style in LIGHT.styles.items() if style.color])
def test_every_colour_can_be_read_on_white(name: str) -> None:
    """In true colour and as the nearest of 256."""
    color = LIGHT.styles[name].color
    assert color is not None
    for drawn in (color, color.downgrade(ColorSystem.EIGHT_BIT)):
        assert 1.05 / (luminance(drawn) + 0.05) >= LEAST


def test_nothing_on_white_is_dimmed() -> None:
    """How much fainter that is, each terminal decides; both backgrounds know the same styles."""
    assert not any(style.dim for style in LIGHT.styles.values())
    assert LIGHT.styles.keys() == THEME.styles.keys()


def test_a_light_background_changes_nothing_but_colours() -> None:
    """The words are the same, and a pipe has no colours at all."""
    drawn = []
    for light in (True, False):
        screen = console(io.StringIO(), light=light)
        screen.print("N = 1", style="right")
        drawn.append(screen.file.getvalue())  # type: ignore[attr-defined]
    assert drawn == ["N = 1\n"] * 2


def test_a_person_decides_before_the_terminal() -> None:
    """`auto` leaves it to the terminal, which often says nothing."""
    assert is_light("auto", {"COLORFGBG": "0;default;15"})
    assert not is_light("auto", {"COLORFGBG": "15;0"})
    assert not is_light(None, {})
    assert is_light("light", {})


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "the background cannot be `blue`"), ("zh", "背景不能是 `blue`")],
)
def test_the_background_is_a_setting(
    lang: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Kept for the next run; what is no background is refused."""
    monkeypatch.setenv("DLPREP_HOME", str(tmp_path))
    monkeypatch.setenv("DLPREP_LANG", lang)
    language.cache_clear()
    assert run(["config", "background", "light"]) == 0
    assert run(["config", "background"]) == 0
    assert capsys.readouterr().out == "background = light\n" * 2
    assert run(["config", "background", "blue"]) == 2
    assert said in capsys.readouterr().err
    language.cache_clear()
