"""Run originals and mutants and say how they differ: a process of its own, fed JSON on stdin.

    python oracle.py < job.json

The job names an exercise's YAML, the original's source, the mutants' sources and a time limit.
One line of JSON comes out for each mutant. Every mutant runs in a fork of its own with limits.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import sys
import time
import types
import warnings
from pathlib import Path
from typing import Any

import numpy as np
from draws import Exercise, Profile, inputs_of, play, profiles, read_exercise

SEEDS = (11, 12)
RELATIVE = 1e-6  # beyond this share of the largest entry two programs differ
ABSOLUTE = 1e-9
ABSOLUTE_SINGLE = 1e-5
RELATIVE_SINGLE = 1e-3
MEMORY = 2 << 30

Answer = dict[str, Any]


def loaded(source: str) -> dict[str, Any]:
    """The names of a module; registered, because dataclasses look their module up."""
    module = sys.modules["answer"] = types.ModuleType("answer")
    exec(compile(source, "answer.py", "exec"), vars(module))
    return vars(module)


def single(value: Any) -> bool:
    if isinstance(value, dict):
        return any(single(entry) for entry in value.values())
    return getattr(value, "dtype", None) == np.float32


def finite(value: Any) -> bool:
    match value:
        case dict():
            return all(finite(entry) for entry in value.values())
        case list() | tuple():
            return all(finite(entry) for entry in value)
        case None | str():
            return True
        case _:
            return bool(np.isfinite(np.asarray(value, dtype=float)).all())


Tolerance = tuple[float, float]  # absolute, and relative to the largest entry


def gap(right: Any, other: Any, tolerance: Tolerance) -> str:
    """How `other` differs from `right`; empty if it does not."""
    match right:
        case dict():
            if not isinstance(other, dict) or right.keys() != other.keys():
                return "other keys"
            return next((g for k in right if (g := gap(right[k], other[k], tolerance))), "")
        case list() | tuple():
            if not isinstance(other, list | tuple) or len(right) != len(other):
                return "another length"
            return next(
                (g for a, b in zip(right, other, strict=True) if (g := gap(a, b, tolerance))), ""
            )
        case None | str():
            return "" if right is other or right == other else "another value"
        case _:
            return array_gap(np.asarray(right), other, tolerance)


def array_gap(right: np.ndarray, other: Any, tolerance: Tolerance) -> str:
    try:
        left = np.asarray(other, dtype=float)
    except (TypeError, ValueError):
        return "not numbers"
    if left.shape != right.shape:
        return f"shape {left.shape} for {right.shape}"
    if right.size == 0:
        return ""
    if not np.isfinite(left).all():
        return "not finite"
    worst = np.abs(left - right).max()
    scale = np.abs(right).max()
    absolute, relative = tolerance
    return f"off by {worst:.3g} of {scale:.3g}" if worst > absolute + relative * scale else ""


def compared(exercise: Exercise, profile: Profile, seed: int, mutant: Answer) -> tuple[str, str]:
    """(verdict, detail) of one profile; `same` if nothing tells the two apart."""
    right = EXPECTED[profile.label, seed]
    if right is None:
        return "same", ""
    try:
        got = play(exercise, profile, inputs_of(exercise, profile, seed), mutant)
    except Exception as error:  # noqa: BLE001  whatever a mutant raises is its result
        return "crashes", f"{type(error).__name__}: {error}"
    in_single = single(inputs_of(exercise, profile, seed))
    tolerance = (ABSOLUTE_SINGLE, RELATIVE_SINGLE) if in_single else (ABSOLUTE, RELATIVE)
    for name, value in right.items():
        if difference := gap(value, got.get(name), tolerance):
            return "differs", f"{name}: {difference}"
    return "same", ""


def judged(exercise: Exercise, source: str) -> Answer:
    """The first difference on the value axis, else a crash, else a difference of stability."""
    try:
        mutant = loaded(source)
    except Exception as error:  # noqa: BLE001
        return {"class": "crashes", "where": "import", "detail": repr(error)}
    found: dict[str, Answer] = {}
    for profile in profiles(exercise):
        for seed in SEEDS:
            verdict, detail = compared(exercise, profile, seed, mutant)
            axis = "stability" if profile.stability else "value"
            if verdict != "same":
                where = {"class": verdict, "where": profile.label, "detail": detail, "axis": axis}
                found.setdefault(f"{axis} {verdict}", where)
        if "value differs" in found:
            break
    order = ("value differs", "value crashes", "stability differs", "stability crashes")
    return next((found[key] for key in order if key in found), {"class": "equivalent"})


EXPECTED: dict[tuple[str, int], Answer | None] = {}


def expect(exercise: Exercise, original: Answer) -> None:
    """The original's outputs on every profile; None where it raises or is not finite."""
    for profile in profiles(exercise):
        for seed in SEEDS:
            try:
                outputs = play(exercise, profile, inputs_of(exercise, profile, seed), original)
            except Exception as error:  # noqa: BLE001
                if not profile.stability:
                    print(f"original: {profile.label}: {error!r}", file=sys.stderr)
                EXPECTED[profile.label, seed] = None
            else:
                EXPECTED[profile.label, seed] = outputs if finite(outputs) else None


def forked(exercise: Exercise, source: str, limit: float) -> Answer:
    """Judge one mutant in a child that can neither hang nor eat the memory nor print."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            os.write(writer, json.dumps(judged(exercise, source)).encode())
        finally:
            os._exit(0)  # never back into the loop of the parent
    os.close(writer)
    ready, _, _ = select.select([reader], [], [], limit)
    answer = b"".join(iter(lambda: os.read(reader, 65536), b"")) if ready else b""
    os.close(reader)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    if not ready:
        return {"class": "hangs", "axis": "value"}
    return json.loads(answer) if answer else {"class": "crashes", "axis": "value"}


def quiet() -> int:
    """Send what answers print nowhere; the file descriptor of our own words."""
    ours = os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(null, stream)
    return ours


def main() -> None:
    job = json.load(sys.stdin)
    ours = quiet()
    warnings.simplefilter("ignore")
    np.seterr(all="ignore")
    exercise = read_exercise(Path(job["exercise"]))
    started = time.monotonic()
    expect(exercise, loaded(job["original"]))
    limit = max(job["limit"], 20 * (time.monotonic() - started))
    for source in job["mutants"]:
        os.write(ours, json.dumps(forked(exercise, source, limit)).encode() + b"\n")


if __name__ == "__main__":
    main()
