"""Is a mutant another program at all? Both are run directly; the checker has no part in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
REASONS = HERE / "equivalent.yaml"


@dataclass(frozen=True, slots=True)
class Difference:
    """`differs`, `crashes`, `hangs` or `equivalent`, with the profile and output that shows it.

    On the `stability` axis the two differ only for numbers far from 1.
    """

    classified: str
    where: str = ""
    detail: str = ""
    axis: str = "value"

    @property
    def equivalent(self) -> bool:
        return self.classified == "equivalent"


def differences(
    slug: str, original: str, mutants: Sequence[str], *, limit: float = 5.0
) -> list[Difference]:
    """How each mutant differs from its original, in order; `limit` is in seconds for each."""
    job = {
        "exercise": str(ROOT / "questions" / "code" / f"{slug}.yaml"),
        "original": original,
        "mutants": list(mutants),
        "limit": limit,
    }
    done = subprocess.run(
        [sys.executable, str(HERE / "oracle.py")],
        input=json.dumps(job),
        capture_output=True,
        text=True,
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"},
        check=False,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode or len(answers) != len(mutants):
        raise RuntimeError(done.stderr)
    return [
        Difference(a["class"], a.get("where", ""), a.get("detail", ""), a.get("axis", "value"))
        for a in answers
    ]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a person holds that a mutant is the same program as its original."""

    exercise: str
    alternative: str
    line: int
    edit: str
    reason: str


def reasons() -> list[Reason]:
    """The entries of `equivalent.yaml`."""
    return [
        Reason(**entry) for entry in yaml.load(REASONS.read_text("utf-8"), yaml.CSafeLoader) or []
    ]
