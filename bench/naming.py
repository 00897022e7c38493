"""How many bugs of answers as people write them `dlprep check` names, and how many it misnames.

    python bench/naming.py [--seed 1] [--list]

The answers of `tests/human_bugs` say in their headers what is wrong, on which lines, and which
codes describe it. Each bug (two in a file of `pairs/`) counts once, in the first column it fits:
named      a reported code is one of its `accept` codes
edit       a reported edit of the reference is one of its `edit` lines, which a person has judged
located    a reported line is one of its lines
false      none of these, and the file is told of a mistake that it does not have
facts      none of these, and the file is turned down without a cause: differences, shapes
missed     the file passes
Beside them stand all reported names (codes and edits) and lines that fit no bug of their file;
`--list` shows them, and the bugs that were not named. An edit that nobody has judged counts as
false. A search is counted in tries: a busy machine names the same, only later.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "human_bugs"))

from corpus import WrongAnswer, exercises, wrong_answers  # noqa: E402

COLUMNS = ("bugs", "named", "edit", "located", "false", "facts", "missed", "names!", "lines!")
FOREIGN = " (variables as in a worked solution)"
FOLLOWED = " (by the convention that the function before follows)"
SEARCHED = ("edit", "repair")  # found by search, without a code of the catalogue


@dataclass(frozen=True, slots=True)
class Reported:
    """What one report says about one file."""

    codes: frozenset[str]
    edits: frozenset[str]
    lines: frozenset[int]
    rejected: bool


def read_report(report: dict[str, Any]) -> Reported:
    """A convention that a function fits is a name too; an unstable answer is turned down."""
    functions = [part for exercise in report["exercises"] for part in exercise["functions"]]
    mistakes = [mistake for part in functions for mistake in part["mistakes"]]
    codes = {mistake["code"] for mistake in mistakes} - set(SEARCHED)
    edits = frozenset(
        told(mistake["text"].partition(": ")[2].removesuffix(FOREIGN).removesuffix(FOLLOWED))
        for mistake in mistakes
        if mistake["code"] == "edit"
    )
    if any(part["verdict"] == "convention" for part in functions):
        codes.add("convention")
    passed = all(exercise["verdict"] == "passed" for exercise in report["exercises"])
    unstable = any(part["stability"] for part in functions)
    lines = frozenset(mistake["line"] for mistake in mistakes if mistake.get("line"))
    return Reported(frozenset(codes), edits, lines, rejected=unstable or not passed)


def told(text: str) -> str:
    """Words without the marks of code, which a report leaves out."""
    return text.replace("`", "")


def is_of(said: str, edits: Iterable[str]) -> bool:
    """Whether an effect is one of these; a report may say in which step of the solution."""
    return any(said == each or said.startswith(f"{each} in ") for each in map(told, edits))


def false_names(answer: WrongAnswer, reported: Reported) -> frozenset[str]:
    codes = frozenset[str]().union(*answer.accept)
    edits = [each for some in answer.edits for each in some]
    return reported.codes - codes | {each for each in reported.edits if not is_of(each, edits)}


def false_lines(answer: WrongAnswer, reported: Reported) -> frozenset[int]:
    return reported.lines - frozenset[int]().union(*answer.lines)


def outcomes(answer: WrongAnswer, reported: Reported) -> list[str]:
    """One outcome for each bug of the file."""
    rest = "missed"
    if reported.rejected:
        rest = "false" if false_names(answer, reported) else "facts"
    found = []
    for accept, edits, lines in zip(answer.accept, answer.edits, answer.lines, strict=False):
        fits = {
            "named": reported.codes & accept,
            "edit": any(is_of(each, edits) for each in reported.edits),
            "located": reported.lines & lines,
        }
        found.append(next((outcome for outcome, common in fits.items() if common), rest))
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
        figures["names!"] += len(false_names(answer, reported))
        figures["lines!"] += len(false_lines(answer, reported))
    return figures


def print_list(answers: list[WrongAnswer], reports: list[Reported]) -> None:
    for answer, reported in zip(answers, reports, strict=True):
        path = answer.path.relative_to(ROOT)
        for name in sorted(false_names(answer, reported)):
            print(f"{path}: fits no bug: {name}")
        for line in sorted(false_lines(answer, reported)):
            print(f"{path}:{line}: holds no bug")
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
    print(f"{'':<20}" + "".join(f"{column:>9}" for column in COLUMNS))
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
