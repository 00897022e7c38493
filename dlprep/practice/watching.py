"""Checking again whenever a file is saved: has it been, and what is different since?"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dlprep.model.message import Message
from dlprep.model.report import CheckReport, ExerciseReport, FunctionReport, OutputResult

Stamp = tuple[int, int, int]


class Saves:
    """Notices that any of some files was written, replaced or has come back, and that there are
    others in a folder; `find` says which files there are."""

    def __init__(self, find: Callable[[], Sequence[Path]]) -> None:
        self._find = find
        self._paths = find()
        self._seen = self._stamps()
        self._missing: frozenset[Path] = frozenset()

    def happened(self) -> bool:
        """Whether a file is another than at the last call. One that is gone is still being
        saved: editors write a new file and then put it in the old one's place."""
        now = {path: stamp for path, stamp in self._stamps().items() if stamp is not None}
        changed = any(stamp != self._seen.get(path) for path, stamp in now.items())
        self._seen = {**self._seen, **now}
        return changed

    def others(self) -> bool:
        """Whether there are other files than at the last call, or one is back that was missing."""
        before, self._paths = self._paths, self._find()
        back = self._missing - self._gone()
        self._missing -= back
        return bool(back) or before != self._paths

    def lost(self) -> list[Path]:
        """The files that are missing now and were at the last call: too long for an editor."""
        gone = self._gone()
        before, self._missing = self._missing, gone
        return sorted(gone & before)

    def _gone(self) -> frozenset[Path]:
        return frozenset(path for path, stamp in self._stamps().items() if stamp is None)

    def _stamps(self) -> dict[Path, Stamp | None]:
        return {path: _stamp(path) for path in self._paths}


def _stamp(path: Path) -> Stamp | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - a FIFO must not be opened
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def changes(before: Sequence[CheckReport], after: Sequence[CheckReport]) -> list[Message]:
    """What is different between two checks with the same numbers; nothing where all is alike."""
    old, new = dict(_states(before)), dict(_states(after))
    was_fine = all(old.values())
    right = [name for name, fine in new.items() if fine and not old.get(name, was_fine)]
    wrong = [name for name, fine in new.items() if not fine and old.get(name, was_fine)]
    said = [
        *([Message("watch.now-right", {"names": right})] if right else []),
        *([Message("watch.now-wrong", {"names": wrong})] if wrong else []),
    ]
    if said or _substance(before) == _substance(after):
        return said
    still = [name for name, fine in new.items() if not fine]
    return [Message("watch.still-wrong" if still else "watch.still-right", {"names": still})]


def _states(reports: Sequence[CheckReport]) -> Iterator[tuple[str, bool]]:
    """Every output, or function without outputs, and whether it is right in all cases."""
    for report in reports:
        for exercise in report.exercises:
            several = len(exercise.functions) > 1
            for function in exercise.functions:
                yield from _outputs(function, f"{function.name}: " if several else "")
            if not exercise.functions:
                yield exercise.id.removeprefix("code."), exercise.verdict == "passed"


def _outputs(function: FunctionReport, prefix: str) -> Iterator[tuple[str, bool]]:
    results: dict[str, list[OutputResult]] = {}
    for case in function.cases:
        if case.axis == "value":
            for output in case.outputs:
                results.setdefault(output.name, []).append(output)
    if not results or function.verdict not in {"passed", "wrong"}:
        yield prefix.removesuffix(": ") or function.name, function.verdict == "passed"
        return
    for name, found in results.items():
        yield prefix + name, all(each.verdict == "passed" for each in found)


def _substance(reports: Sequence[CheckReport]) -> list[tuple[object, ...]]:
    """All of a report but its times, what was printed, and symbols, which only a key asks for."""
    return [_kept(exercise) for report in reports for exercise in report.exercises]


def _kept(exercise: ExerciseReport) -> tuple[object, ...]:
    functions = [replace(each, explanation=None) for each in exercise.functions]
    return exercise.id, exercise.verdict, functions, exercise.message
