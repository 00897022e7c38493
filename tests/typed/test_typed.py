"""What people type, put to `dlprep equal` and `dlprep derive` as a stranger's program would.

The corpora were written without a reader at hand. Their references are proved by `prove.py`; here
only the command's answers count. Each test lists the rows that fail, which are what to mend.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typed_rows import Derivation, Row, Variant, hostile_text, read_derivations, read_rows

BATCH_SECONDS = 900  # against a program that hangs; speed is measured in bench/
NOT_THERE = 2  # exit code of a command or an id that does not exist
SENT = ("a", "b", "symbols", "assume")
FIRST_WRONG = "first_wrong"

Answers = list[dict[str, Any]]
Ask = Callable[[Iterable[Mapping[str, Any]]], Answers]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return os.environ | {"DLPREP_HOME": str(tmp_path_factory.mktemp("home")), "PYTHONUTF8": "1"}


@pytest.fixture(scope="module")
def ask(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Ask:
    if not _exists("equal"):
        pytest.skip("`dlprep equal` does not exist yet")

    def ask(rows: Iterable[Mapping[str, Any]]) -> Answers:
        questions = [{key: row[key] for key in SENT if key in row} for row in rows]
        batch = tmp_path_factory.mktemp("batch") / "rows.jsonl"
        batch.write_text("".join(json.dumps(row) + "\n" for row in questions), encoding="utf-8")
        done = _run(["equal", "--batch", str(batch), "--json"], environment)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        assert len(answers) == len(questions), done.stderr[-2000:]
        return answers

    return ask


@cache
def _exists(command: str) -> bool:
    return _run([command, "--help"], dict(os.environ)).returncode != NOT_THERE


def _run(words: list[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dlprep", *words],
        env=dict(environment),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=BATCH_SECONDS,
        check=False,
    )


# Reading


def _readable() -> list[Row]:
    return [row for row in read_rows("reader.jsonl") if not row.fields.get("unreadable")]


def _against(row: Row, other: str) -> dict[str, Any]:
    return {"a": row.fields["text"], "b": other, "symbols": row.fields.get("symbols", [])}


def test_what_people_type_is_read(ask: Ask) -> None:
    """At least 98 % of the texts are read as the plain form that writes every operation out."""
    rows = _readable()
    answers = ask(_against(row, row.fields["plain"]) for row in rows)
    unread = [
        _said(row, out) for row, out in zip(rows, answers, strict=True) if out["verdict"] != "equal"
    ]
    assert len(unread) <= 0.02 * len(rows), "\n".join(unread)


def test_nothing_is_read_as_something_else(ask: Ask) -> None:
    """A text that is not understood is refused; none is read as another formula in silence."""
    rows = _readable()
    answers = ask(_against(row, row.fields["plain"]) for row in rows)
    wrong = [
        _said(row, out)
        for row, out in zip(rows, answers, strict=True)
        if out["verdict"] == "different"
    ]
    assert wrong == []


def test_what_is_read_is_not_equal_to_another_formula(ask: Ask) -> None:
    """Twice the formula and one is never called equal to it: equality is looked at, not assumed."""
    rows = _readable()
    answers = ask(_against(row, f"2*({row.fields['plain']}) + 1") for row in rows)
    wrong = [
        _said(row, out) for row, out in zip(rows, answers, strict=True) if "equal" in out["verdict"]
    ]
    assert wrong == []


def test_what_cannot_be_read_is_refused_with_its_column(ask: Ask) -> None:
    """Unknown names, prose, open brackets and texts cut off are refused where they go wrong."""
    rows = [row for row in read_rows("reader.jsonl") if row.fields.get("unreadable")]
    answers = ask(_against(row, "1") for row in rows)
    wrong = [
        _said(row, out)
        for row, out in zip(rows, answers, strict=True)
        if out["verdict"] != "unread" or out.get("column") not in row.fields["columns"]
    ]
    assert wrong == []


def test_hostile_texts_get_an_answer(ask: Ask) -> None:
    """No text runs, hangs or breaks the program, and none is taken for a formula it is not."""
    rows = read_rows("hostile.jsonl")
    answers = ask({"a": hostile_text(row), "b": "q + 17"} for row in rows)
    wrong = [
        f"{row.id}: {out['verdict']}"
        for row, out in zip(rows, answers, strict=True)
        if out["verdict"] not in row.fields["allowed"]
    ]
    assert wrong == []


# Equality


def test_no_equal_pair_is_called_different(ask: Ask) -> None:
    """Another form of a right formula is never called wrong."""
    rows = read_rows("pairs_equal.jsonl")
    assert _with_verdict(rows, ask(row.fields for row in rows), "different") == []


def test_no_different_pair_is_called_equal(ask: Ask) -> None:
    """A near miss is never called right, nor what holds under an assumption only."""
    rows = read_rows("pairs_different.jsonl")
    assert _with_verdict(rows, ask(row.fields for row in rows), "equal") == []


@pytest.mark.parametrize("name", ["pairs_equal.jsonl", "pairs_different.jsonl"])
def test_hardly_a_pair_is_left_open(ask: Ask, name: str) -> None:
    """At most one pair in a hundred is undecided, and at most two in a hundred are not read."""
    rows = read_rows(name)
    answers = ask(row.fields for row in rows)
    undecided, unread = (
        _with_verdict(rows, answers, verdict) for verdict in ("undecided", "unread")
    )
    assert len(undecided) <= 0.01 * len(rows), "\n".join(undecided)
    assert len(unread) <= 0.02 * len(rows), "\n".join(unread)


def test_an_assumption_is_named(ask: Ask) -> None:
    """What is equal for positive values only is `equal-if`, and these are named."""
    rows = [row for row in read_rows("pairs_different.jsonl") if row.fields["expect"] == "equal-if"]
    wrong = [
        _said(row, out)
        for row, out in zip(rows, ask(row.fields for row in rows), strict=True)
        if out["verdict"] != "equal-if"
        or _names(out["assumption"]) != _names(row.fields["assumption"])
    ]
    assert wrong == []


def _names(assumption: str) -> set[str]:
    return set(assumption.removeprefix("positive:").replace(" ", "").split(","))


def _with_verdict(rows: list[Row], answers: Answers, verdict: str) -> list[str]:
    return [
        _said(row, out) for row, out in zip(rows, answers, strict=True) if out["verdict"] == verdict
    ]


def _said(row: Row, out: Mapping[str, Any]) -> str:
    typed = row.fields.get("text") or f"{row.fields['a']}   |   {row.fields['b']}"
    return f"{row.id}: {typed}: {out}"


# Derivations


@pytest.mark.slow
@pytest.mark.parametrize("derivation", read_derivations(), ids=lambda derivation: derivation.row.id)
def test_the_first_wrong_line_is_found_and_right_ones_pass(
    derivation: Derivation, environment: dict[str, str], tmp_path: Path
) -> None:
    """A wrong line is the first one named; right lines, in any form or fewer, raise no alarm."""
    if not _exists("derive"):
        pytest.skip("`dlprep derive` does not exist yet")
    if _run(["derive", "--show", derivation.row.id], environment).returncode == NOT_THERE:
        pytest.skip("this derivation is not in the bank yet")
    wrong = []
    for variant in [derivation.worked, *derivation.right, *derivation.wrong]:
        expected = variant.changed + 1 if variant.mistake and variant.changed is not None else None
        found = _first_wrong(derivation.row.id, variant, environment, tmp_path)
        if found != expected:
            wrong.append(f"{variant.id}: line {expected} is wrong, found {found}")
    assert wrong == []


def _first_wrong(
    name: str, variant: Variant, environment: Mapping[str, str], folder: Path
) -> int | None:
    path = folder / f"{variant.id}.md"
    path.write_text("\n".join(line.text for line in variant.lines) + "\n", encoding="utf-8")
    done = _run(["derive", name, str(path), "--json"], environment)
    number: int | None = json.loads(done.stdout)[FIRST_WRONG]
    return number
