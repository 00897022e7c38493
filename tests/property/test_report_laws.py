"""Whatever a stranger's file is called, prints, raises or holds: a report stays a report."""

from __future__ import annotations

import io
import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dlprep.model.item import Code
from dlprep.model.message import Message
from dlprep.model.report import (
    CaseResult,
    CheckReport,
    Entry,
    ExerciseReport,
    FunctionReport,
    OutputResult,
)
from dlprep.model.text import LANGS, Lang, Text
from dlprep.view.check import Page, Sheet
from dlprep.view.pen import Pen
from dlprep.view.printable import one_line
from dlprep.view.theme import console

COLOURS = re.compile(r"\x1b\[[0-9;]*m")
MARKUP = [
    "[red]",
    "[/]",
    "[link=file:///x]",
    "`",
    "$",
    "$x$",
    "\\[",
    "{0}",
    "{file}",
    ":boom:",
    "%s",
]
stranger = st.text(max_size=60) | st.lists(
    st.sampled_from(
        [*MARKUP, "\x1b[2J", "\r", "\n", "\t", "\x9b", "\ud800", "\u202e", "全角", "a b"]
    ),
    max_size=8,
).map("".join)
TASK = Code(
    id="code.e",
    leaf="l",
    topic="t",
    difficulty=1,
    frequency=1,
    prompt=Text("题", "task"),
    explanation=Text("因", "why"),
    minutes=5,
    functions=(),
    inputs={},
    script=(),
    cases=(),
)


def sheet(file: str, printed: str, raised: str, called: str, line: str) -> Sheet:
    """A function that raised and one that is wrong, both with a stranger's words."""
    error = Message("check.raised", {"line": 1, "type": raised, "text": raised})
    kind = Message("check.type", {"expected": "number", "got": raised})
    wrong = OutputResult(
        name="dz",
        verdict="wrong",
        worst=(Entry(index=(0,), yours=float("nan"), expected=0.0),),
        message=kind,
    )
    cases = (
        CaseResult(label=Text("N=3", "N=3"), verdict="crash", message=error),
        CaseResult(label=Text("N=4", "N=4"), verdict="wrong", outputs=(wrong,)),
    )
    functions = tuple(
        FunctionReport(name="f", called=called or None, verdict=verdict, cases=cases)
        for verdict in ("crash", "wrong")
    )
    exercise = ExerciseReport(
        id="code.e",
        verdict="crash",
        functions=functions,
        time_ms=1.0,
        reference_time_ms=1.0,
        printed=printed,
        witnesses=("traced-gradient", "sympy", "finite-differences", "torch", "onnx"),
    )
    report = CheckReport(file=file, seed=1, isolation="L1", exercises=(exercise,))
    return Sheet(report=report, exercise=exercise, item=TASK, source=(line,), known={})


def shown(page: Page, one: Sheet) -> str:
    """What reaches a terminal with colours."""
    screen = console(io.StringIO())
    screen._force_terminal = True
    for line in [*page.lines(one), *page.brief(one), *page.after([one, one])]:
        screen.print(line, no_wrap=True, overflow="ignore", crop=False)
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue()


@given(
    words=st.tuples(*[stranger] * 5),
    lang=st.sampled_from(LANGS),
    width=st.sampled_from([40, 60, 80]),
)
def test_nothing_a_stranger_wrote_moves_the_cursor_or_breaks_a_line(
    words: tuple[str, str, str, str, str], lang: Lang, width: int
) -> None:
    """No control character, no direction mark, no half of a character; no line too wide."""
    text = shown(Page(Pen(lang, width), 23), sheet(*words))
    plain = COLOURS.sub("", text)
    assert {unicodedata.category(char) for char in plain} & {
        "Cc",
        "Cf",
        "Cs",
        "Co",
        "Zl",
        "Zp",
    } <= {"Cc"}
    assert {char for char in plain if unicodedata.category(char) == "Cc"} <= {"\n"}
    assert all(cell_len(each) <= width for each in plain.split("\n"))


@given(words=st.lists(st.sampled_from(MARKUP), min_size=1, max_size=3).map("".join))
def test_markup_of_a_stranger_is_shown_as_it_is(words: str) -> None:
    """Neither Rich's markup nor our own marks of formulas and code are read in it."""
    text = shown(Page(Pen("en", 200), 40), sheet(words, words, words, words, words))
    plain = COLOURS.sub("", text)
    assert f" · {words}" in plain
    assert f" │ {words}" in plain
    assert f"line 1: {words}: {words}" in " ".join(plain.split())
    assert f"1 │ {one_line(words)}" in plain
