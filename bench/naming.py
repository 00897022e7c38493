"""How many bugs of answers as people write them `dlprep check` names, and how many it misnames.

    python bench/naming.py [--seed 1] [--list]

The answers of `tests/human_bugs` say in their headers what is wrong, on which lines, and which
codes describe it. Each bug (two in a file of `pairs/`) counts once, in the first column it fits:
named      a reported code is one of its `accept` codes
located    a reported line is one of its lines
false      neither, and the file is told of a mistake that it does not have
facts      neither, and the file is turned down without a cause: differences, shapes, stability
missed     the file passes
Beside them stand all reported codes and lines that fit no bug of their file; `--list` names the
bugs that were not named and every code that is false.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "human_bugs"))

from corpus import WrongAnswer, exercises, wrong_answers  # noqa: E402

OUTCOMES = ("named", "located", "false", "facts", "missed")
COLUMNS = ("bugs", *OUTCOMES, "codes that fit no bug", "lines that fit no bug")


@dataclass(frozen=True, slots=True)
class Reported:
    """What one report says about one file."""

    codes: frozenset[str]
    lines: frozenset[int]
    rejected: bool


def read_report(report: dict[str, Any]) -> Reported:
    """A convention that a function fits is a name too; an unstable answer is turned down."""
    functions = [part for exercise in report["exercises"] for part in exercise["functions"]]
    mistakes = [mistake for part in functions for mistake in part["mistakes"]]
    codes = {mistake["code"] for mistake in mistakes if mistake["code"]}
    if any(part["verdict"] == "convention" for part in functions):
        codes.add("convention")
    passed = all(exercise["verdict"] == "passed" for exercise in report["exercises"])
    unstable = any(part["stability"] for part in functions)
    lines = frozenset(mistake["line"] for mistake in mistakes if mistake.get("line"))
    return Reported(frozenset(codes), lines, rejected=unstable or not passed)


def false_codes(answer: WrongAnswer, reported: Reported) -> frozenset[str]:
    return reported.codes - frozenset[str]().union(*answer.accept)


def false_lines(answer: WrongAnswer, reported: Reported) -> frozenset[int]:
    return reported.lines - frozenset[int]().union(*answer.lines)


def outcomes(answer: WrongAnswer, reported: Reported) -> list[str]:
    """One outcome for each bug of the file."""
    rest = "missed"
    if reported.rejected:
        rest = "false" if false_codes(answer, reported) else "facts"
    found = []
    for accept, lines in zip(answer.accept, answer.lines, strict=True):
        located = "located" if reported.lines & lines else rest
        found.append("named" if reported.codes & accept else located)
    return found


def check(answers: list[WrongAnswer], seed: int, home: str) -> list[Reported]:
    """One run of `dlprep check --json`: a line for each file, in the order of the files."""
    files = [str(answer.path) for answer in answers]
    command = [sys.executable, "-m", "dlprep", "check", *files, "--seed", str(seed), "--json"]
    environment = os.environ | {"DLPREP_HOME": home, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment
    )
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    if len(reports) != len(files):
        raise SystemExit(done.stderr)
    return [read_report(report) for report in reports]


def count(answers: list[WrongAnswer], reports: list[Reported]) -> Counter[str]:
    figures: Counter[str] = Counter()
    for answer, reported in zip(answers, reports, strict=True):
        found = outcomes(answer, reported)
        figures.update(found)
        figures["bugs"] += len(found)
        figures[COLUMNS[-2]] += len(false_codes(answer, reported))
        figures[COLUMNS[-1]] += len(false_lines(answer, reported))
    return figures


def print_list(answers: list[WrongAnswer], reports: list[Reported]) -> None:
    for answer, reported in zip(answers, reports, strict=True):
        path = answer.path.relative_to(ROOT)
        for code in sorted(false_codes(answer, reported)):
            print(f"{path}: {code} fits no bug")
        for bug, outcome in zip(answer.bugs, outcomes(answer, reported), strict=True):
            if outcome != "named":
                print(f"{path}: {outcome}: {bug}")


def print_row(name: str, figures: Counter[str]) -> None:
    cells = "".join(f"{figures[column]:>9}" for column in COLUMNS)
    print(f"{name:<20}{cells}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    totals = {"one bug": Counter[str](), "two bugs": Counter[str](), "total": Counter[str]()}
    print(f"{'':<20}" + "".join(f"{column.split()[0]:>9}" for column in COLUMNS))
    with tempfile.TemporaryDirectory() as home:
        for exercise in exercises():
            answers = wrong_answers(exercise)
            reports = check(answers, options.seed, home)
            pairs = [len(answer.bugs) == 2 for answer in answers]
            singles = pairs.index(True)
            totals["one bug"] += count(answers[:singles], reports[:singles])
            totals["two bugs"] += count(answers[singles:], reports[singles:])
            totals["total"] += count(answers, reports)
            print_row(exercise, count(answers, reports))
            if options.list:
                print_list(answers, reports)
    for name, figures in totals.items():
        print_row(name, figures)


if __name__ == "__main__":
    main()
