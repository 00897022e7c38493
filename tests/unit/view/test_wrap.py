"""Lines by their width on the screen, Chinese included."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from dlprep.view.wrap import indented, whole_words, wrapped


def lines(text: str, width: int) -> list[str]:
    return [line.plain for line in wrapped(Text(text), width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 8, ["one two", "three"]),
        ("一二三四五", 6, ["一二三", "四五"]),
        ("一二三，四五", 6, ["一二", "三，四", "五"]),
        ("一二「三四」", 6, ["一二", "「三", "四」"]),
        ("用 softmax 加交叉熵", 12, ["用 softmax", "加交叉熵"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("one\ntwo", 80, ["one", "two"]),
        ("", 80, [""]),
    ],
)
def test_lines(text: str, width: int, expected: list[str]) -> None:
    """Breaks stand at spaces and between Chinese characters, never before closing punctuation
    or after an opening bracket; a word wider than the line is cut."""
    assert lines(text, width) == expected


@given(st.text("ab 一二，。（「」)-", max_size=60), st.integers(2, 40))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    """Only spaces at the ends of lines go."""
    got = lines(text, width)
    assert all(cell_len(line) <= width for line in got)
    assert "".join(got).replace(" ", "") == text.replace(" ", "")


def test_an_option_hangs_behind_its_letter() -> None:
    """Further lines start below the first word, and styles stay where they were."""
    drawn = indented(Text.assemble("one ", ("two", "bold"), " three"), 11, 1, "A  ")
    assert drawn.plain == " A  one two\n    three"
    assert [drawn.plain[span.start : span.end] for span in drawn.spans] == ["two"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("there are no cells in it", "there are no\n  cells in it"),
        ("里面没有任何单元格", "里面没有任何\n  单元格"),
        ("a/very/long/path.py: no cells", "a/very/long/path.py: no cells"),
        ("a/very/long/path.py：没有单元格", "a/very/long/path.py：没有单元格"),
    ],
    ids=["words", "Chinese", "path", "path in Chinese"],
)
def test_a_word_is_never_broken(text: str, shown: str) -> None:
    """What holds a longer one stays as it is: a path may be copied."""
    assert whole_words(Text(text), 15).plain == shown
