"""What `dlprep check --json` says of mutants, several files to a call."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from equivalence import ROOT, Difference, differences
from mutator import Mutant, mutants, sample
from shipped import settled

ALTERNATIVES = ROOT / "tests" / "alternatives"
FAULTS_OF_OURS = frozenset({"checker-error", "not-judged", "policy"})
BATCH = 25


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checker said of one file; `lines` are those at which it locates the mistake, or
    where the learner's own line raised."""

    verdict: str
    mistakes: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    facts: int = 0
    unstable: bool = False

    @property
    def rejected(self) -> bool:
        """Refused for what the file does, not for a fault of the checker."""
        return self.verdict != "passed" and self.verdict not in FAULTS_OF_OURS


@dataclass(frozen=True, slots=True)
class Outcome:
    """One mutant: how it differs from its original, and what the checker said."""

    alternative: Path
    mutant: Mutant
    difference: Difference
    verdict: Verdict

    @property
    def slug(self) -> str:
        return slug_of(self.alternative)

    @property
    def caught(self) -> bool:
        """Rejected, or flagged as unstable where it differs for extreme numbers alone."""
        unstable = self.difference.axis == "stability" and self.verdict.unstable
        return self.verdict.rejected or unstable

    @property
    def survivor(self) -> bool:
        """Another program than its original, and not caught."""
        return not self.difference.equivalent and not self.caught

    def __str__(self) -> str:
        where = f"{self.slug}/{self.alternative.name}"
        shown = self.difference
        return (
            f"{where}: {self.mutant.description} [{self.mutant.kind}] {self.verdict.verdict}; "
            f"{shown.classified} on the {shown.axis} axis for {shown.where}: {shown.detail}"
        )


def alternatives(slug: str | None = None) -> list[Path]:
    """The right answers, those of one exercise or all; their folders are named as the solutions."""
    folder = slug.replace("-", "_") if slug else "*"
    return sorted(ALTERNATIVES.glob(f"{folder}/*.py"))


def slug_of(alternative: Path) -> str:
    return alternative.parent.name.replace("_", "-")


def raised_at(functions: list[dict[str, Any]]) -> set[int]:
    """The learner's lines that stand before the words of an exception, `line 8: TypeError: …`."""
    words = (case["message"] or "" for function in functions for case in function["cases"])
    return {int(found[1]) for text in words if (found := re.match(r"line (\d+): ", text))}


def verdict_of(report: dict[str, Any]) -> Verdict:
    exercises = report["exercises"]
    functions = [function for exercise in exercises for function in exercise["functions"]]
    named = [mistake for function in functions for mistake in function["mistakes"]]
    return Verdict(
        verdict=next((e["verdict"] for e in exercises if e["verdict"] != "passed"), "passed"),
        mistakes=tuple(m["code"] for m in named if m.get("source") != "repair"),
        lines=tuple({m["line"] for m in named if m.get("line")} | raised_at(functions)),
        facts=sum(len(function["facts"]) for function in functions),
        unstable=any(function["stability"] for function in functions),
    )


def marked(source: str, slug: str) -> str:
    """The source with the exercise it belongs to, below it so that line numbers stay true."""
    return f"{source.rstrip()}\n# dlprep: code.{slug}\n"


def checked(
    sources: Sequence[str], *, seed: int, timeout: float = 3.0, quick: bool = False
) -> list[Verdict]:
    """The verdicts of one call of the command on several files, in their order; a `quick` one
    looks for no mistake."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"answer{i}.py") for i in range(len(sources))]
        for file, source in zip(files, sources, strict=True):
            file.write_text(source, encoding="utf-8")
        command = [sys.executable, "-m", "dlprep", "check", "--json", "--seed", str(seed)]
        command += ["--quick"] * quick
        done = subprocess.run(
            [*command, "--timeout", str(timeout), *map(str, files)],
            env=os.environ | {"DLPREP_HOME": settled(Path(folder, "home")), "DLPREP_LANG": "en"},
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    if len(lines) != len(sources) or done.returncode not in {0, 1}:
        detail = f"{len(lines)} reports for {len(sources)} files, exit {done.returncode}"
        raise RuntimeError(f"{detail}: {done.stderr[-500:]}")
    return [verdict_of(line) for line in lines]


class TurnedDownError(Exception):
    """The checker does not let a right answer through, so that its mutants prove nothing."""


def outcomes(
    alternative: Path,
    picked: Sequence[Mutant],
    *,
    seed: int = 1,
    timeout: float = 3.0,
    quick: bool = False,
) -> Iterator[Outcome]:
    """Each mutant of one alternative with its difference and its verdict.

    Raises TurnedDownError if the alternative itself does not pass.
    """
    slug, original = slug_of(alternative), alternative.read_text(encoding="utf-8")
    found = differences(slug, original, [mutant.source for mutant in picked])
    sources = [marked(mutant.source, slug) for mutant in picked]
    for start in range(0, len(picked), BATCH):
        part = slice(start, start + BATCH)
        first, *verdicts = checked(
            [marked(original, slug), *sources[part]], seed=seed, timeout=timeout, quick=quick
        )
        if first.verdict != "passed":
            raise TurnedDownError(f"{slug}/{alternative.name}: {first.verdict}")
        for mutant, difference, verdict in zip(picked[part], found[part], verdicts, strict=True):
            yield Outcome(alternative, mutant, difference, verdict)


def sampled(alternative: Path, count: int, seed: int) -> list[Mutant]:
    """`count` mutants of one alternative over all kinds; all of them for a count of 0."""
    found = mutants(alternative.read_text(encoding="utf-8"))
    return sample(found, count, seed) if count else found


def survivors(all_outcomes: Iterable[Outcome]) -> list[Outcome]:
    return [outcome for outcome in all_outcomes if outcome.survivor]
