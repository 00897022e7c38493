"""Submissions that attack the checker get the verdict they may get, and do no harm.

`expected.yaml` says for every file what is acceptable at which isolation level. The attacks of
a group are checked in one call that ends with a right answer: it must pass after all of them.
"""

from __future__ import annotations

import os
import re
import sqlite3
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from box import GOOD, NOBODY, Box, Run, become_reaper, boxed, interpreter_for, listeners
from special import BESIDE, BYTES, NO_FILES, poison

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the confinement is Linux's")

HERE = Path(__file__).parent
EXPECTED = yaml.load((HERE / "expected.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
GROUPS: dict[str, dict[str, Any]] = EXPECTED["groups"]
RANKS = {"L0": 1, "L1": 1, "L2": 2, "L3": 3}
MOST_OUTPUT = 1 << 20
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ufeff]")
LEVELS = {"without-namespaces": "L2", "limits-only": "L1"}


def conditions(group: str) -> list[str]:
    """Whom the command runs as, and what the machine offers."""
    everywhere = group in EXPECTED["everywhere"]
    nobody = ["as-nobody"] if everywhere and os.getuid() == 0 else []
    return ["as-called", *nobody, *(LEVELS if everywhere else [])]


def runs() -> list[tuple[str, str]]:
    return [(group, condition) for group in GROUPS for condition in conditions(group)]


def attacks() -> Iterator[Any]:
    for group, condition in runs():
        for name in GROUPS[group]:
            yield pytest.param(group, condition, name, id=f"{group}-{name}-{condition}")


def source_of(name: str) -> str | bytes:
    made = BYTES.get(name)
    return made or (HERE / "submissions" / f"{name}.py").read_text(encoding="utf-8")


@cache
def outcome(group: str, condition: str) -> tuple[Run, dict[str, list[str]]]:
    """One call of the command on a group, and what each of its attacks has done."""
    user = NOBODY if condition == "as-nobody" else None
    if user is not None and not interpreter_for(user):
        pytest.skip("no interpreter of this version that an ordinary user may run")
    become_reaper()
    with boxed(user, LEVELS.get(condition)) as box, listeners(box) as ports:
        names = list(GROUPS[group])
        files = [box.submit(name, source_of(name), ports) for name in names]
        originals = {file.stem: file.read_bytes() for file in files}
        files.append(box.submit("good", GOOD, ports))
        run = box.check(files, "--json", *options(group, condition))
        return run, {name: traces(box, run, name, originals[name]) for name in names}


def options(group: str, condition: str) -> list[str]:
    """How long a case may take, and whether no mistake is looked for."""
    searched = condition == "as-called" and group in EXPECTED["searched"]
    limit = str(EXPECTED["seconds"].get(group, 1))
    return ["--timeout", limit, *([] if searched else ["--quick"])]


def traces(box: Box, run: Run, name: str, original: bytes) -> list[str]:
    """What happened that may be forbidden."""
    line = run.lines.get(name, "")
    canary, source = box.canary(name), box.submissions / f"{name}.py"
    untouched = canary.exists() and canary.read_text() == box.private
    beside = [box.home / "marker", box.submissions / "marker"] * (name == "writes_outside")
    happened = {
        "marker": any(place.exists() for place in [box.marker(name), *beside]),
        "changed": not untouched or canary.stat().st_mode & 0o777 != 0o600,
        "private": box.private in line,
        "secret": box.token in line,
        "typed": box.typed in line,
        "heard": name in run.heard,
        "source": source.read_bytes() != original,
        "litter": any(box.folder.glob(f"*/{name}-*")),
        "progress": name in tables(box.home),
    }
    return [trace for trace, found in happened.items() if found]


def tables(home: Path) -> str:
    """The names of all tables in the person's progress."""
    names = []
    for file in home.glob("data/*.sqlite3"):
        with sqlite3.connect(file) as connection:
            names += connection.execute("select name from sqlite_master").fetchall()
    return str(names)


def allowed(entry: dict[str, Any], level: str) -> list[str]:
    """The verdicts of the highest level that is not above the reported one."""
    levels = [each for each in entry["verdicts"] if RANKS[each] <= RANKS[level]]
    return entry["verdicts"][max(levels, key=RANKS.__getitem__)]


def forbidden(entry: dict[str, Any], level: str) -> Iterator[str]:
    for each, conditions in entry.get("never", {}).items():
        if RANKS[each] <= RANKS[level]:
            yield from conditions


def summary(exercise: dict[str, Any]) -> str:
    """What was said of a file, in short."""
    cases = [case for function in exercise["functions"] for case in function["cases"]]
    said = {(case["verdict"], case["message"]) for case in cases}
    return f"{exercise['message']} {said} {exercise['printed'][:300]!r}"


@pytest.mark.parametrize(("group", "condition", "name"), list(attacks()))
def test_an_attack_gets_an_acceptable_verdict_and_does_no_harm(
    group: str, condition: str, name: str
) -> None:
    """The verdict is one of those allowed at the level the report states; nothing leaked."""
    entry = GROUPS[group][name]
    run, happened = outcome(group, condition)
    report = run.reports.get(name)
    if report is None:
        assert "none" in allowed(entry, "L1"), run.stderr[-500:]
        return
    (exercise,) = report["exercises"]
    level, line = report["isolation"], run.lines[name]
    assert level == "L0" or level <= LEVELS.get(condition, "L3")
    assert exercise["verdict"] in allowed(entry, level), summary(exercise)
    assert re.search(entry.get("says", ""), line), summary(exercise)
    assert len(line) < MOST_OUTPUT
    for trace in forbidden(entry, level):
        if trace.startswith("shown: "):
            assert trace.removeprefix("shown: ") not in line, f"{level}: {summary(exercise)}"
        assert trace not in happened[name], f"{level}: {summary(exercise)}"


@pytest.mark.parametrize(("group", "condition"), runs())
def test_the_checker_outlives_its_attackers(group: str, condition: str) -> None:
    """A right answer passes after them, nothing survives the command, and no bug of ours shows.

    A file that may be without a report is told in a sentence, as called wrongly; the others are
    judged all the same.
    """
    run, _ = outcome(group, condition)
    assert run.survivors == []
    assert "Traceback" not in run.stderr
    assert len(run.stderr) < MOST_OUTPUT
    if "none" in allowed(next(iter(GROUPS[group].values())), "L1"):
        assert run.code in {0, 1, 2} or run.code < 0
        if not run.reports:
            return
    else:
        assert run.code in {0, 1}, run.stderr[-500:]
    assert run.reports["good"]["exercises"][0]["verdict"] == "passed"


def test_every_submission_has_an_expectation() -> None:
    """No file without an entry, no entry without a file, no name twice."""
    names = [name for group in GROUPS.values() for name in group]
    files = {file.stem for file in (HERE / "submissions").glob("*.py")} - {"good"}
    assert sorted(names) == sorted(files | set(BYTES))


@pytest.mark.parametrize("group", ["text", "bytes"])
def test_no_code_reaches_the_terminal(group: str) -> None:
    """The report for people holds no control character, whatever was printed or raised."""
    with boxed() as box, listeners(box) as ports:
        files = [box.submit(name, source_of(name), ports) for name in GROUPS[group]]
        run = box.check(files, "--timeout", "1")
    assert run.code == 1, run.stderr
    assert CONTROL.findall(run.stdout + run.stderr) == []


@pytest.mark.parametrize("name", ["prints_markup", "raises_markup"])
def test_markup_is_shown_as_it_was_written(name: str) -> None:
    """Square brackets are the learner's, neither styles nor links of the report."""
    with boxed() as box:
        run = box.check([box.submit(name, source_of(name), {})], "--timeout", "1")
    assert "[bold red]loud" in run.stdout
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("name", list(NO_FILES))
def test_what_is_no_file_is_refused(name: str) -> None:
    """Exit code 2 and a sentence that names it; a right answer passes afterwards."""
    with boxed() as box:
        path = box.submissions / f"{name}.py"
        NO_FILES[name](path)
        run = box.check([path])
        assert run.code == 2, run.stdout
        assert f"{name}.py" in run.stderr
        assert "Traceback" not in run.stderr
        assert box.check([box.submit("good", GOOD, {})], "--json").code == 0


def test_names_beside_a_submission_are_not_imported() -> None:
    """A numpy.py, a conftest.py, a sitecustomize.py or a .pth in the folder is never run."""
    with boxed() as box:
        for name in BESIDE:
            text = poison(name, box.marker(name))
            (box.submissions / name).write_text(text, encoding="utf-8")
        run = box.check([box.submit("good", GOOD, {})], "--json")
        assert run.reports["good"]["exercises"][0]["verdict"] == "passed", run.stderr
        assert list(box.marker("").iterdir()) == []
        assert "BESIDE RAN" not in run.stdout + run.stderr
