"""Where an output is wrong: a map of its entries, and the pattern they form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from dlprep.check.grading.compare import Closeness, differing
from dlprep.check.grading.facts import leaf
from dlprep.check.grading.grade import Trial
from dlprep.model.message import Message
from dlprep.model.report import CaseResult, ErrorMap, OutputResult
from dlprep.model.value import dataclass
from dlprep.sandbox.frames import Array, Value

MOST_CELLS = 1 << 14
MOST_PLACES = 64  # along one axis that are looked at one by one
COVERED = 0.8  # of a region must be wrong for it to be named: some entries are right by chance


def with_maps(result: CaseResult, trial: Trial, function: str, close: Closeness) -> CaseResult:
    """The result with a map of every wrong array of the right shape."""
    steps = [step for step, run in enumerate(trial.grades) if run.function == function]
    values = [(trial.reference[step].outputs, trial.learner[step].outputs) for step in steps]
    outputs = tuple(_with_map(output, values, close) for output in result.outputs)
    return replace(result, outputs=outputs)


def _with_map(
    output: OutputResult, values: list[tuple[dict[str, Value], dict[str, Value]]], close: Closeness
) -> OutputResult:
    if output.verdict == "passed" or output.name in close.chance:
        return output
    for expected, got in ((leaf(one, output.name), leaf(two, output.name)) for one, two in values):
        if isinstance(expected, np.ndarray) and isinstance(got, np.ndarray):
            return replace(output, map=error_map(expected, got, close))
    return output


def error_map(expected: Array, got: Array, close: Closeness) -> ErrorMap | None:
    """The map of two arrays of one shape; None where there is nothing to draw."""
    if expected.shape != got.shape or expected.ndim == 0:
        return None
    off = differing(expected, got, close)
    if not off.any():
        return None
    levels = np.where(off, _levels(expected, got), 0)
    block = _block(levels.shape)
    cells = "".join(map(str, _worst_of_blocks(levels, block).ravel()))
    return ErrorMap(
        shape=levels.shape, block=block, cells=cells, wrong=int(off.sum()), pattern=pattern(off)
    )


def _levels(expected: Array, got: Array) -> Array:
    """1 to 4 by how far off an entry is, against its own size; next to nothing counts as little."""
    with np.errstate(all="ignore"):
        size = np.abs(expected).astype(np.float64)
        mean = size[np.isfinite(size)].mean() if np.isfinite(size).any() else 0.0
        gap = np.abs(expected - got) / np.maximum(size, 0.01 * mean)
        level = 1 + (gap >= 0.1) + (gap >= 1)
    return np.where(np.isfinite(got), level, 4)


def _block(shape: tuple[int, ...]) -> tuple[int, ...]:
    """How many entries a cell holds along each axis: the longest axis is halved until all fit."""
    block = [1] * len(shape)
    cells = list(shape)
    while np.prod(cells) > MOST_CELLS:
        axis = int(np.argmax(cells))
        block[axis] *= 2
        cells[axis] = -(-shape[axis] // block[axis])
    return tuple(block)


def _worst_of_blocks(levels: Array, block: tuple[int, ...]) -> Array:
    for axis, size in enumerate(block):
        starts = np.arange(0, levels.shape[axis], size)
        levels = np.maximum.reduceat(levels, starts, axis=axis)
    return levels


@dataclass(frozen=True, slots=True)
class Region:
    """A set of entries with a name."""

    said: Message
    mask: Array


def pattern(off: Array) -> Message:
    """The smallest region with a name that holds all wrong entries and little else."""
    wrong = int(off.sum())
    fitting = [
        (int(region.mask.sum()), number, region.said)
        for number, region in enumerate(_regions(off.shape))
        if not (off & ~region.mask).any() and wrong >= COVERED * region.mask.sum()
    ]
    if wrong == 1 and off.size > 1:
        index = [int(i) for i in np.argwhere(off)[0]]
        return Message("map.one", {"index": str(index)})
    if fitting:
        return min(fitting)[2]
    return Message("map.scattered", {"n": wrong, "of": off.size})


def _regions(shape: tuple[int, ...]) -> Iterator[Region]:
    yield Region(Message("map.everywhere"), np.ones(shape, dtype=bool))
    for axis, size in enumerate(shape):
        along = np.arange(size).reshape([size if a == axis else 1 for a in range(len(shape))])
        for said, places in _places(axis, len(shape), size, along):
            yield Region(said, np.broadcast_to(places, shape))
    if len(shape) > 1:
        for code, plane in _planes(*shape[-2:]):
            yield Region(Message(f"map.{code}"), np.broadcast_to(plane, shape))


def _places(axis: int, ndim: int, size: int, along: Array) -> Iterator[tuple[Message, Array]]:
    """Rows, columns or slices along one axis: one, all but one, from one on, every second."""
    kind = _kind(axis, ndim)
    words = {"unit": Message(f"map.axis.{kind}-unit", {"axis": axis})}
    if size < 2:
        return
    yield Message("map.first", words), along == 0
    yield Message("map.last", words), along == size - 1
    if size > 2:
        yield Message("map.not-first", words), along > 0
        yield Message("map.not-last", words), along < size - 1
    for at in range(1, min(size - 1, MOST_PLACES)):
        placed = {"place": Message(f"map.axis.{kind}-at", {"axis": axis, "at": at})}
        yield Message("map.at", placed), along == at
        yield Message("map.from", placed), along >= at
        yield Message("map.before", placed), along < at
        yield Message("map.not-at", placed), along != at
    if size > 3:
        yield Message("map.even", words), along % 2 == 0
        yield Message("map.odd", words), along % 2 == 1


def _kind(axis: int, ndim: int) -> str:
    if ndim == 1:
        return "entry"
    return {ndim - 2: "row", ndim - 1: "column"}.get(axis, "slice")


def _planes(rows: int, columns: int) -> Iterator[tuple[str, Array]]:
    """Parts of a matrix: the border, the triangles, the diagonal."""
    row, column = np.arange(rows)[:, None], np.arange(columns)
    if rows > 2 and columns > 2:
        inner = (row > 0) & (row < rows - 1) & (column > 0) & (column < columns - 1)
        yield "border", ~inner
        yield "inner", inner
    if rows > 2 and columns > 1:
        yield "diagonal", row == column
        yield "off-diagonal", row != column
        yield "above-diagonal", row < column
        yield "below-diagonal", row > column
        yield "from-diagonal-up", row <= column
        yield "from-diagonal-down", row >= column
