"""The examples in docstrings are right."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from dlprep.answer import folding, near, numerals, stem


@pytest.mark.parametrize("module", [folding, near, numerals, stem])
def test_examples_of_docstrings_are_right(module: ModuleType) -> None:
    """Each example gives what stands below it."""
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("十五", "15"),
        ("一百零五", "105"),
        ("三千二百", "3200"),
        ("一万亿", "1000000000000"),
        ("二点五", "2.5"),
        ("万", "万"),
        ("很多", "很多"),
        ("四分之三", "(3)/(4)"),
    ],
)
def test_numbers_in_chinese_characters(text: str, digits: str) -> None:
    """Tens, hundreds, thousands, 万 and 亿; what is no number stays as it is."""
    assert numerals.plain_digits(text) == digits
