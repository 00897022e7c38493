"""Help pages: in both languages, no wider than the screen, with examples that can be typed."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from functools import cache

import pytest
from rich.cells import cell_len
from typer import _click as click
from typer.core import TyperGroup
from typer.main import get_command

from dlprep.cli import app as command_line

PAGES = [
    "",
    *command_line.COMMANDS,
    *(
        f"bank {name}"
        for name in ["lint", "coverage", "figures", "list", "search", "show", "new", "schema"]
    ),
    "log export",
    "log import",
]
CHINESE = re.compile("[一-鿿]")
ENGLISH_OF_THE_PARSER = re.compile(r"Usage|Options|Commands|Arguments|Show |default|required")
NO_SENTENCE = re.compile(r"\s*(dlprep .*|--?[\w, -]*<.*|[a-z, ]*card.*)?")


@cache
def pages(lang: str) -> dict[str, str]:
    """All pages in one language (the texts of a run are chosen when it starts)."""
    script = (
        "import contextlib, io, json\n"
        "from dlprep.cli.app import run\n"
        "def page(path):\n"
        "    with contextlib.redirect_stdout(io.StringIO()) as out:\n"
        "        assert run([*path.split(), '--help']) == 0\n"
        "    return out.getvalue()\n"
        f"print(json.dumps({{path: page(path) for path in {PAGES!r}}}))"
    )
    own = os.environ | {"DLPREP_LANG": lang, "COLUMNS": "80"}
    done = subprocess.run([sys.executable, "-c", script], env=own, capture_output=True, check=True)
    return dict(json.loads(done.stdout))


def examples(shown: str) -> list[str]:
    return re.findall(r"^    dlprep (.*)$", shown, re.MULTILINE)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_examples_that_the_parser_takes(path: str) -> None:
    """Two or three, each on a line of its own, the same in both languages."""
    shown = examples(pages("en")[path])
    assert shown == examples(pages("zh")[path])
    assert len(shown) in {2, 3}
    for example in shown:
        words = shlex.split(example.partition(" > ")[0])
        command = get_command(command_line.app)
        while isinstance(command, TyperGroup):
            command = command.get_command(click.Context(command), words.pop(0))
        command.make_context("dlprep", words)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_screen(lang: str) -> None:
    """A Chinese character has two columns, and no description is cut off."""
    for path, shown in pages(lang).items():
        assert max(map(cell_len, shown.splitlines())) <= 80, path
        assert not re.search(r"[a-z一-鿿]\.\.\.", shown), path


def test_every_command_takes_the_language_for_once() -> None:
    """Who only leads to other commands need not; `config` sets it, a schema has none."""
    without = {path for path, shown in pages("en").items() if "--lang" not in shown}
    leading = {path for path, shown in pages("en").items() if "Commands:" in shown}
    assert without - leading == {"config", "bank schema"}


def test_a_chinese_page_is_chinese() -> None:
    """What the parser adds is translated too."""
    for shown in pages("zh").values():
        assert not ENGLISH_OF_THE_PARSER.search(shown)
        for line in shown.splitlines():
            assert CHINESE.search(line) or NO_SENTENCE.fullmatch(line), line


def test_an_english_page_has_no_chinese() -> None:
    """But for an example that searches for a Chinese word."""
    shown = "".join(pages("en").values()).replace("交叉熵 梯度", "")
    assert CHINESE.findall(shown) == []


@pytest.mark.parametrize("path", [["bank"], ["log"]], ids=["bank", "log"])
def test_a_group_alone_shows_its_page(path: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing was asked for, so nothing went wrong."""
    assert command_line.run(path) == 0
    assert examples(capsys.readouterr().out)
