"""Put the corpora to `dlprep equal` as a stranger's program would.

`python tests/typed/asking.py` prints how many rows of each kind go wrong, and which ones as
`open.yaml` would have to list them.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml
from typed_rows import Row, hostile_text, read_rows

BATCH_SECONDS = 900  # against a program that hangs; speed is measured in bench/
SENT = ("a", "b", "symbols", "assume")
CRASHED = {"verdict": "crashed"}

Question = Mapping[str, Any]
Answer = dict[str, Any]
Answered = list[tuple[Row, Answer]]
Wrong = dict[str, str]  # what was said, by the row's id


def run(words: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dlprep", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=BATCH_SECONDS,
        check=False,
    )


def ask(rows: list[Row], question: Callable[[Row], Question]) -> Answered:
    """One answer a row; where the program breaks, that row crashed and the others are asked on."""
    answers: list[Answer] = []
    while len(answers) < len(rows):
        answers += _batch([question(row) for row in rows[len(answers) :]])
        if len(answers) < len(rows):
            answers.append(CRASHED)
    return list(zip(rows, answers, strict=True))


def _batch(questions: list[Question]) -> list[Answer]:
    lines = [json.dumps({key: row[key] for key in SENT if key in row}) for row in questions]
    with tempfile.TemporaryDirectory() as folder:
        batch = Path(folder) / "rows.jsonl"
        batch.write_text("\n".join(lines) + "\n", encoding="utf-8")
        done = run(["equal", "--batch", str(batch), "--json"])
    return [json.loads(line) for line in done.stdout.splitlines()]


# What is wrong, by the measure it counts for


def reading() -> dict[str, Wrong]:
    """Texts against the plain form that writes every operation out, and against another formula."""
    rows = [row for row in read_rows("reader.jsonl") if "plain" in row.fields]
    plain = ask(rows, lambda row: _read(row, row.fields["plain"]))
    other = ask(rows, lambda row: _read(row, f"2*({row.fields['plain']}) + 1"))
    return {
        "misread": _wrong(plain, lambda _, answer: answer["verdict"] == "different"),
        "not-read": _wrong(
            plain, lambda _, answer: answer["verdict"] not in {"equal", "different"}
        ),
        "equal-to-another": _wrong(other, lambda _, answer: answer["verdict"] == "equal"),
    }


def _read(row: Row, other: str) -> Question:
    return {"a": row.fields["text"], "b": other, "symbols": row.fields.get("symbols", [])}


def refusing() -> dict[str, Wrong]:
    """What cannot be read, and what nobody should try to."""
    unreadable = [row for row in read_rows("reader.jsonl") if "columns" in row.fields]
    refused = ask(unreadable, lambda row: _read(row, "1"))
    hostile = ask(read_rows("hostile.jsonl"), lambda row: {"a": hostile_text(row), "b": "q + 17"})
    return {
        "not-refused": _wrong(refused, lambda _, answer: answer["verdict"] != "unread"),
        "column": _wrong(refused, lambda row, answer: _column(answer) not in row.fields["columns"]),
        "hostile": _wrong(
            hostile, lambda row, answer: answer["verdict"] not in row.fields["allowed"]
        ),
    }


def _column(answer: Answer) -> Any:
    return answer.get("errors", {}).get("a", {}).get("column")


def deciding() -> dict[str, Wrong]:
    """Pairs proved equal, proved different, and equal under an assumption only."""
    equal = ask(read_rows("pairs_equal.jsonl"), lambda row: row.fields)
    unequal = ask(read_rows("pairs_different.jsonl"), lambda row: row.fields)
    different = [pair for pair in unequal if pair[0].fields["expect"] == "different"]
    assumed = [pair for pair in unequal if pair[0].fields["expect"] == "equal-if"]
    return {
        "equal-called-different": _wrong(equal, lambda _, answer: answer["verdict"] == "different"),
        "equal-left-open": _wrong(
            equal, lambda _, answer: answer["verdict"] not in {"equal", "different"}
        ),
        "different-called-equal": _wrong(unequal, lambda _, answer: answer["verdict"] == "equal"),
        "different-left-open": _wrong(
            different, lambda _, answer: answer["verdict"] not in {"equal", "different"}
        ),
        "assumption": _wrong(assumed, _assumes_otherwise),
    }


def _assumes_otherwise(row: Row, answer: Answer) -> bool:
    if answer["verdict"] in row.fields.get("accept", []):
        return False
    named = answer.get("assumption", "")
    return answer["verdict"] != "equal-if" or _names(named) != _names(row.fields["assumption"])


def _names(assumption: str) -> set[str]:
    return set(assumption.removeprefix("positive:").replace(" ", "").split(","))


def _wrong(answered: Answered, wrong: Callable[[Row, Answer], bool]) -> Wrong:
    return {row.id: _said(row, answer) for row, answer in answered if wrong(row, answer)}


def _said(row: Row, answer: Answer) -> str:
    typed = row.fields.get("text") or f"{row.fields.get('a')} | {row.fields.get('b')}"
    return f"{row.id}: {typed[:200]}: {json.dumps(answer, ensure_ascii=False)[:400]}"


def main() -> int:
    measured = reading() | refusing() | deciding()
    for measure, wrong in measured.items():
        print(f"# {measure}: {len(wrong)}")
    rows = {measure: list(wrong) for measure, wrong in measured.items() if wrong}
    print(yaml.safe_dump(rows, default_flow_style=None, width=100, sort_keys=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
