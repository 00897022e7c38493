"""A map of the wrong entries of an array: cells of five signs that need no colour, with indices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

from rich.cells import cell_len
from rich.text import Text

from dlprep.model.report import ErrorMap
from dlprep.model.value import dataclass

SIGNS = "·░▒█!"
STYLES = ("right", "warn", "warn", "wrong", "wrong")
GAP = 3
LABEL_EVERY = 5  # columns that carry their index
FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Panel:
    """One matrix of the array, ready to be drawn. `row_step` and `column_step` are how many
    entries a cell stands for."""

    title: str
    rows: tuple[str, ...]
    row_step: int
    column_step: int
    cell_width: int

    def lines(self) -> list[Text]:
        """Title (if any), indices of columns, then the rows with theirs; all of one width."""
        margin = self._margin()
        lines = [Text(self._padded(self.title))] if self.title else []
        lines.append(Text(self._padded(" " * (margin + 1) + self._column_labels()), "dim"))
        for number, row in enumerate(self.rows):
            line = Text(f"{number * self.row_step:>{margin}} ", "dim")
            for digit in row:
                level = int(digit)
                line.append(SIGNS[level].ljust(self.cell_width), STYLES[level])
            line.append(" " * (self.width() - cell_len(line.plain)))
            lines.append(line)
        return lines

    def width(self) -> int:
        cells = self._margin() + 1 + len(self.rows[0]) * self.cell_width
        return max(cells, cell_len(self.title), len(self._column_labels()) + self._margin() + 1)

    def _margin(self) -> int:
        return len(str((len(self.rows) - 1) * self.row_step))

    def _padded(self, text: str) -> str:
        return text.ljust(self.width())

    def _column_labels(self) -> str:
        text = ""
        for number in range(0, len(self.rows[0]), LABEL_EVERY):
            at = number * self.cell_width
            if at == 0 or len(text) < at:
                text = text.ljust(at) + str(number * self.column_step)
        return text


@dataclass(frozen=True, slots=True)
class Drawn:
    """The map: its lines, how many entries a cell stands for, how many slices are left out."""

    lines: tuple[Text, ...]
    block: tuple[int, ...]
    left_out: int


def draw(errors: ErrorMap, width: int, height: int) -> Drawn:
    """The map in a window of `width` columns and `height` lines: whole rows and columns where
    they fit, otherwise blocks of them; matrices of an array of more axes stand side by side."""
    slices = _slices(errors)
    rows, columns = len(slices[0][1]), len(slices[0][1][0])
    taken = 1 + bool(slices[0][0])
    fold_rows = -(-rows // max(height - taken, FEWEST_ROWS))
    room = max(width - len(str(errors.shape[-1])) - 3, 4)
    cell_width = 2 if 2 * columns <= room else 1
    fold_columns = -(-columns // room) if cell_width == 1 else 1
    step = ((1, *errors.block)[-2] * fold_rows, errors.block[-1] * fold_columns)
    panels = [
        Panel(title, _folded(cells, fold_rows, fold_columns), *step, cell_width)
        for title, cells in slices
    ]
    shown, lines = _arranged(panels, width, height)
    block = (*errors.block[:-2], *step)[-len(errors.shape) :]
    return Drawn(tuple(lines), block, len(panels) - shown)


def _slices(errors: ErrorMap) -> list[tuple[str, list[str]]]:
    """The matrices of the array, each with its leading indices; a vector is one row."""
    sizes = [-(-size // step) for size, step in zip(errors.shape, errors.block, strict=True)]
    rows, columns = (1, *sizes)[-2:]
    area = rows * columns
    found = []
    leading = list(product(*(range(size) for size in sizes[:-2])))
    for number, index in enumerate(leading[: prod(sizes[:-2])]):
        cells = errors.cells[number * area : (number + 1) * area]
        starts = [at * step for at, step in zip(index, errors.block, strict=False)]
        title = f"[{', '.join(map(str, starts))}, :, :]" if index else ""
        found.append((title, [cells[row * columns :][:columns] for row in range(rows)]))
    return found


def _folded(cells: Sequence[str], rows: int, columns: int) -> tuple[str, ...]:
    """Blocks of cells become one cell, as wrong as the worst of them."""
    return tuple(
        "".join(
            max("".join(row[at : at + columns] for row in cells[top : top + rows]))
            for at in range(0, len(cells[0]), columns)
        )
        for top in range(0, len(cells), rows)
    )


def _arranged(panels: Sequence[Panel], width: int, height: int) -> tuple[int, list[Text]]:
    """Panels side by side, then below one another, as many as fit; at least one row of them.
    Where not all fit, right ones come last."""
    widest = max(panel.width() for panel in panels)  # titles grow with their indices
    across = max((width - 1 + GAP) // (widest + GAP), 1)
    if -(-len(panels) // across) * len(panels[0].lines()) > height:
        panels = sorted(panels, key=lambda panel: set("".join(panel.rows)) == {"0"})
    lines: list[Text] = []
    shown = 0
    for start in range(0, len(panels), across):
        group = panels[start : start + across]
        block = list(_side_by_side(group))
        if lines and len(lines) + len(block) > height:
            break
        lines += block
        shown += len(group)
    return shown, lines


def _side_by_side(panels: Sequence[Panel]) -> Iterator[Text]:
    for parts in zip(*(panel.lines() for panel in panels), strict=True):
        line = Text(" ")
        for number, part in enumerate(parts):
            line.append(" " * GAP if number else "").append_text(part)
        line.rstrip()
        yield line
