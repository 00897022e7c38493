"""Is it the reference's value? Tree, type, shape, finiteness, then numbers; worst entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from dlprep.check.grading.judges import aligned
from dlprep.model.exercise import Judge
from dlprep.model.item import Tolerance
from dlprep.model.message import Message
from dlprep.model.report import Entry, OutputResult
from dlprep.model.value import dataclass
from dlprep.sandbox.frames import Array, Foreign, Value

SINGLE_REL = 1e-4  # float32 has 7 digits; sums over a few hundred entries lose two or three
MOST_WORST = 3
_ABSENT = Foreign("missing")


@dataclass(frozen=True, slots=True)
class Closeness:
    """How near two arrays must be; `single` where the case is in float32. `judge` says what may
    differ all the same: the sign of columns, the order of rows. Of the outputs in `chance` only
    tree, type, shape and finiteness count here: their numbers depend on chance."""

    tolerance: Tolerance
    single: bool = False
    judge: Judge = "values"
    chance: frozenset[str] = frozenset()

    def margin(self, expected: Array, got: Array) -> float:
        """The largest allowed difference of an entry, scaled to the reference's magnitude."""
        finite = np.abs(expected[np.isfinite(expected)])
        single = self.single or got.dtype in (np.float32, np.complex64)
        rel = max(self.tolerance.rel, SINGLE_REL) if single else self.tolerance.rel
        return float(self.tolerance.abs + rel * finite.max(initial=0.0))


def compare(name: str, expected: Value, got: Value, close: Closeness) -> Iterator[OutputResult]:
    """One result for each leaf of the reference's tree, named by its path (`grads.W1`)."""
    match expected:
        case dict():
            yield from _compare_tables(name, expected, got, close)
        case list() | tuple():
            yield from _compare_series(name, expected, got, close)
        case _:
            yield _compare_leaf(name, expected, got, close)


def _compare_tables(
    name: str, expected: dict[str, Value], got: Value, close: Closeness
) -> Iterator[OutputResult]:
    if not isinstance(got, dict):
        yield _dtype(name, "dict", got)
        return
    if extra := [str(key) for key in got if key not in expected]:
        yield _bad_shape(name, "check.extra-keys", keys=extra)
    for key, value in expected.items():
        yield from compare(f"{name}.{key}", value, got.get(key, _ABSENT), close)


def _compare_series(
    name: str, expected: Value, got: Value, close: Closeness
) -> Iterator[OutputResult]:
    if not isinstance(got, (list, tuple)):
        yield _dtype(name, type(expected).__name__, got)
    elif len(got) != len(expected):
        yield _bad_shape(name, "check.length", expected=len(expected), got=len(got))
    else:
        for index, (ours, theirs) in enumerate(zip(expected, got, strict=True)):
            yield from compare(f"{name}.{index}", ours, theirs, close)


def _compare_leaf(name: str, expected: Value, got: Value, close: Closeness) -> OutputResult:
    if isinstance(expected, Foreign):  # a wrong form of the solution; a solution gives none
        same = isinstance(got, Foreign) and got == expected
        return OutputResult(name=name, verdict="passed" if same else "dtype")
    if isinstance(got, Foreign) and got == _ABSENT:
        return _bad_shape(name, "check.absent")
    if expected is None or isinstance(expected, str):
        same = type(got) is type(expected) and got == expected
        return OutputResult(name=name, verdict="passed" if same else "wrong")
    if not _numeric(got):
        return _dtype(name, _kind(expected), got)
    ours = np.asarray(expected)
    theirs = aligned(close.judge, ours, np.asarray(got))
    if ours.shape != theirs.shape:
        shapes = {"expected": ours.shape, "got": theirs.shape}
        return _bad_shape(name, "check.shape", **{k: _shown(v) for k, v in shapes.items()})
    return _compare_numbers(name, ours, theirs, close)


def _compare_numbers(name: str, ours: Array, theirs: Array, close: Closeness) -> OutputResult:
    if theirs.dtype == np.float16 or (theirs.dtype.kind == "c" and ours.dtype.kind != "c"):
        return _dtype(name, _kind(ours), theirs)
    off = ~np.isfinite(theirs) if name in close.chance else differing(ours, theirs, close)
    if not off.any():
        return OutputResult(name=name, verdict="passed")
    worst = _worst(ours, theirs, off)
    if ours.dtype.kind == "f" and theirs.dtype.kind in "iub" and _truncated(ours, theirs):
        code = "verdict.truths" if theirs.dtype.kind == "b" else "check.integers"
        message = Message(code, {"dtype": str(theirs.dtype)})
        return OutputResult(name=name, verdict="dtype", worst=worst, message=message)
    finite = bool(np.isfinite(theirs[np.isfinite(ours)]).all())
    return OutputResult(name=name, verdict="wrong" if finite else "not-finite", worst=worst)


def differing(expected: Array, got: Array, close: Closeness) -> Array:
    """Boolean array: which entries are too far off. Infinities and NaN must agree exactly."""
    if expected.dtype == got.dtype == np.float64:  # what follows, for the common case
        with np.errstate(all="ignore"):
            gap = np.abs(expected - got)
            if np.isfinite(gap).all():
                return np.asarray(gap > close.margin(expected, got))
    wide = np.result_type(expected, got, np.float64)
    ours, theirs = expected.astype(wide), got.astype(wide)
    with np.errstate(all="ignore"):
        far = np.abs(ours - theirs) > close.margin(ours, got)
    same = (ours == theirs) | (np.isnan(ours) & np.isnan(theirs))
    awkward = ~(np.isfinite(ours) & np.isfinite(theirs))
    return np.asarray(np.where(awkward, ~same, far))


def is_faint(expected: Value, got: Value, close: Closeness) -> bool:
    """Whether two arrays of one shape that count as equal would not by relative size alone. Where
    the reference is 0 throughout there is no other measure, and 0 is 0."""
    right = np.asarray(expected)
    made = aligned(close.judge, right, np.asarray(got))
    if right.shape != made.shape or right.dtype.kind != "f" or made.dtype.kind not in "iuf":
        return False
    with np.errstate(all="ignore"):
        gap, size = np.abs(right - made), np.abs(right)
    if not size.any() or not np.isfinite(gap).all():
        return False
    relative = replace(close, tolerance=replace(close.tolerance, abs=0.0))
    return bool(relative.margin(right, made) < gap.max() <= close.margin(right, made))


def _truncated(ours: Array, theirs: Array) -> bool:
    """Whether numbers were put into an array that holds whole ones, or only True and False."""
    if theirs.dtype.kind == "b":
        return bool((theirs == (ours != 0)).all())
    whole = theirs.astype(np.float64)
    return bool((np.trunc(ours) == whole).all() or (np.abs(ours - whole) < 1).all())


def _worst(ours: Array, theirs: Array, off: Array) -> tuple[Entry, ...]:
    if ours.dtype.kind == "c":
        ours, theirs = np.abs(ours), np.abs(theirs)
    with np.errstate(all="ignore"):
        gap = np.abs(ours.astype(np.float64) - theirs.astype(np.float64))
    gap = np.where(off, np.nan_to_num(gap, nan=np.inf, posinf=np.inf), -1.0)
    order = np.argsort(-gap, axis=None, kind="stable")[: min(MOST_WORST, int(off.sum()))]
    return tuple(_entry(ours, theirs, int(flat)) for flat in order)


def _entry(ours: Array, theirs: Array, flat: int) -> Entry:
    index = tuple(int(i) for i in np.unravel_index(flat, ours.shape))
    return Entry(index=index, yours=float(theirs[index]), expected=float(ours[index]))


def _numeric(value: Value) -> bool:
    return isinstance(value, (bool, int, float, np.ndarray))


def _kind(value: Value) -> Message:
    if isinstance(value, np.ndarray) and value.ndim:
        return Message("check.kind.array", {"dtype": str(value.dtype)})
    return Message("check.kind.number")


def _dtype(name: str, expected: str | Message, got: Value) -> OutputResult:
    found: str | Message
    if isinstance(got, Foreign):
        found = got.type
    elif isinstance(got, np.ndarray):
        scalar = Message("check.kind.scalar", {"dtype": str(got.dtype)})
        found = _kind(got) if got.ndim else scalar
    else:
        found = "None" if got is None else type(got).__name__
    message = Message("check.type", {"expected": expected, "got": found})
    return OutputResult(name=name, verdict="dtype", message=message)


def _bad_shape(name: str, code: str, **values: object) -> OutputResult:
    return OutputResult(name=name, verdict="shape", message=Message(code, values))


def _shown(shape: tuple[int, ...]) -> str:
    return str(shape)
