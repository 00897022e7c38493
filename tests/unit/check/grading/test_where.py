"""Where an array is wrong: levels, blocks, and the pattern in words."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from dlprep.check.grading.compare import Closeness
from dlprep.check.grading.where import error_map, pattern
from dlprep.model.item import Tolerance
from dlprep.view.messages import words

CLOSE = Closeness(Tolerance(rel=1e-7, abs=1e-10))


def off(shape: tuple[int, ...], *places: object) -> np.ndarray:
    made = np.zeros(shape, dtype=bool)
    for place in places:
        made[place] = True
    return made


def border(rows: int, columns: int) -> np.ndarray:
    return off((rows, columns), 0, -1, (slice(None), 0), (slice(None), -1))


@pytest.mark.parametrize(
    ("wrong", "en", "zh"),
    [
        (np.ones((3, 4), bool), "every entry is wrong", "每个元素都错"),
        (off((3, 4), (1, 2)), "only the entry [1, 2] is wrong", "只有 [1, 2] 一个元素错"),
        (off((3, 4), -1), "only the last row is wrong", "只有最后一行错"),
        (off((5,), 0, slice(0, 1)), "only the entry [0] is wrong", "只有 [0] 一个元素错"),
        (off((3, 4), (slice(None), 0)), "only the first column is wrong", "只有第一列错"),
        (
            off((3, 4), (slice(None), 2)),
            "only column 2 is wrong, counted from 0",
            "只有下标为 2 的列错",
        ),
        (
            off((4, 4), slice(1, None)),
            "everything is wrong except the first row",
            "除第一行外都错",
        ),
        (
            off((6, 3), slice(2, None)),
            "everything is wrong from row 2 on, counted from 0",
            "从下标为 2 的行起都错",
        ),
        (
            off((7, 3), slice(None, None, 2)),
            "every second row is wrong: those of even index",
            "每隔一行错：下标为偶数的",
        ),
        (border(4, 5), "only the border is wrong", "只有边缘一圈错"),
        (
            ~border(4, 5),
            "the border is right, everything inside is wrong",
            "边缘一圈对，内部都错",
        ),
        (np.eye(4, dtype=bool), "only the diagonal is wrong", "只有对角线错"),
        (
            np.triu(np.ones((4, 4), bool), 1),
            "everything above the diagonal is wrong",
            "对角线上方都错",
        ),
        (
            np.tril(np.ones((4, 4), bool)),
            "the diagonal and everything below it are wrong",
            "对角线及其下方都错",
        ),
        (
            off((2, 3, 4, 5), (slice(None), 1)),
            "only slice 1 along axis 1 is wrong, counted from 0",
            "只有第 1 轴下标为 1 的切片错",
        ),
        (
            off((4, 5), (0, 1), (2, 3), (3, 0)),
            "3 of 20 entries are wrong, in no simple pattern",
            "20 个元素中 3 个错，看不出简单的规律",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_pattern_is_put_in_words(wrong: np.ndarray, en: str, zh: str) -> None:
    """The smallest region with a name that holds every wrong entry."""
    assert words(pattern(wrong), "en") == en
    assert words(pattern(wrong), "zh") == zh


def test_a_few_entries_right_by_chance_do_not_hide_a_pattern() -> None:
    """A region is named where four fifths of it are wrong, never where an entry outside is."""
    wrong = off((10, 10), 9)
    wrong[9, 3] = False
    assert pattern(wrong).code == "map.last"
    wrong[0, 0] = True
    assert pattern(wrong).code == "map.scattered"


def test_levels_grow_with_the_relative_difference() -> None:
    """Right, under a tenth, under its own size, more, not finite."""
    expected = np.array([2.0, 2.0, 2.0, 2.0, 2.0, 0.0])
    got = np.array([2.0, 2.1, 3.0, -9.0, np.nan, 1.0])
    made = error_map(expected, got, CLOSE)
    assert made is not None
    assert (made.shape, made.block, made.cells, made.wrong) == ((6,), (1,), "012343", 5)


def test_large_arrays_are_sent_in_blocks() -> None:
    """A cell is as wrong as the worst of its entries; no map is larger than its cap."""
    expected = np.zeros((3, 1000, 700))
    got = expected.copy()
    got[2, 999, 699] = np.inf
    made = error_map(expected, got, CLOSE)
    assert made is not None
    assert len(made.cells) <= 1 << 14
    assert made.cells.rstrip("0")[-1] == "4"
    assert made.cells.count("4") == 1


def broken_shape() -> tuple[np.ndarray, np.ndarray]:
    return np.zeros((2, 3)), np.zeros((3, 2))


def equal() -> tuple[np.ndarray, np.ndarray]:
    return np.ones(3), np.ones(3)


def scalars() -> tuple[np.ndarray, np.ndarray]:
    return np.array(1.0), np.array(2.0)


@pytest.mark.parametrize("made", [broken_shape, equal, scalars])
def test_there_is_nothing_to_draw(made: Callable[[], tuple[np.ndarray, np.ndarray]]) -> None:
    """Of another shape, of equal arrays, of plain numbers."""
    assert error_map(*made(), CLOSE) is None
