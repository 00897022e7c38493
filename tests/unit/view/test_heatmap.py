"""A map on the screen: every cell where it belongs, nothing beyond the window."""

from __future__ import annotations

from math import prod

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from dlprep.model.message import Message
from dlprep.model.report import ErrorMap
from dlprep.view.heatmap import draw


def error_map(shape: tuple[int, ...], cells: str) -> ErrorMap:
    block = (1,) * len(shape)
    wrong = len(cells) - cells.count("0")
    return ErrorMap(
        shape=shape, block=block, cells=cells, wrong=wrong, pattern=Message("map.everywhere")
    )


def drawn(errors: ErrorMap, width: int = 80, height: int = 16) -> list[str]:
    return [line.plain for line in draw(errors, width, height).lines]


def test_a_matrix_has_its_indices_at_the_edges() -> None:
    """Rows at the left, every fifth column above."""
    cells = "000000" + "123401"
    assert drawn(error_map((2, 6), cells)) == [
        "   0         5",
        " 0 · · · · · ·",
        " 1 ░ ▒ █ ! · ░",
    ]


def test_a_vector_is_one_row() -> None:
    """Its index runs along the columns."""
    assert drawn(error_map((3,), "003")) == ["   0", " 0 · · █"]


def test_more_axes_are_matrices_side_by_side() -> None:
    """Each with its leading indices."""
    assert drawn(error_map((2, 1, 2), "0330")) == [
        " [0, :, :]   [1, :, :]",
        "   0           0",
        " 0 · █       0 █ ·",
    ]


def test_what_does_not_fit_is_folded_into_blocks() -> None:
    """A cell stands for several rows or columns and is as wrong as the worst of them."""
    made = draw(error_map((40, 100), "0" * 3999 + "2"), 40, 12)
    assert made.block == (4, 3)
    assert made.lines[-1].plain.endswith("▒")
    assert len(made.lines) <= 12


def test_wrong_matrices_are_drawn_before_right_ones() -> None:
    """Where not all fit, those that are right can wait."""
    made = draw(error_map((30, 5, 20), "0" * 2900 + "3" * 100), 40, 8)
    assert made.lines[0].plain.strip() == "[29, :, :]"
    assert made.left_out == 29


@given(
    shape=st.lists(st.integers(1, 30), min_size=1, max_size=4).filter(lambda s: prod(s) <= 4000),
    width=st.integers(24, 80),
    height=st.integers(6, 30),
    place=st.floats(0, 1, exclude_max=True),
)
@example(shape=[11, 1, 2], width=58, height=6, place=0.95)
@example(shape=[1, 12, 1, 1], width=43, height=6, place=0.95)
def test_a_map_stays_in_its_window(shape: list[int], width: int, height: int, place: float) -> None:
    """Of any array, in any window; the worst entry of all is always seen."""
    size = prod(shape)
    worst = int(place * size)
    made = draw(
        error_map(tuple(shape), "0" * worst + "4" + "0" * (size - worst - 1)), width, height
    )
    assert len(made.lines) <= height
    assert all(cell_len(line.plain) <= width for line in made.lines)
    assert "!" in "\n".join(line.plain for line in made.lines)


@pytest.mark.parametrize("shape", [(1, 1), (7, 1), (1, 9), (1, 1, 1, 1)])
def test_thin_arrays_are_drawn(shape: tuple[int, ...]) -> None:
    """One row, one column, one entry."""
    assert "█" in drawn(error_map(shape, "3" * prod(shape)))[-1]
