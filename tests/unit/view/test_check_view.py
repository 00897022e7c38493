"""The report of a check on the screen and as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest
from rich.cells import cell_len

import dlprep
from dlprep.model.item import Code
from dlprep.model.message import Message
from dlprep.model.outline import Mistake
from dlprep.model.report import (
    CaseResult,
    CheckReport,
    Entry,
    ExerciseReport,
    FunctionReport,
    Isolation,
    NamedMistake,
    OutputResult,
    Verdict,
)
from dlprep.model.text import LANGS, Lang, Text
from dlprep.view.check import Page, printable
from dlprep.view.check_json import report_json
from dlprep.view.messages import has_text

NAME = Text("漏了批平均", "The mean over the batch is missing")
MISTAKE = Mistake(
    code="mean-missing", name=NAME, see=Text("换一个批大小", "Try another batch size")
)
ITEM = Code(
    id="code.softmax-ce-fb",
    leaf="loss.softmax-ce",
    topic="softmax",
    difficulty=1,
    frequency=1,
    prompt=Text("题", "task"),
    explanation=Text("因", "why"),
    follow_up=Text("软标签呢？", "And soft targets?"),
    minutes=5,
    functions=(),
    inputs={},
    script=(),
    cases=(),
)


def case(label: str, yours: float, expected: float, verdict: Verdict = "wrong") -> CaseResult:
    worst = () if verdict == "passed" else (Entry(index=(0, 1), yours=yours, expected=expected),)
    outputs = (
        OutputResult(name="loss", verdict="passed"),
        OutputResult(name="dz", verdict=verdict, worst=worst),
    )
    return CaseResult(label=Text(label, label), verdict=verdict, outputs=outputs)


def report(verdict: Verdict, *functions: FunctionReport, **fields: object) -> CheckReport:
    exercise = ExerciseReport(
        id="code.softmax-ce-fb",
        verdict=verdict,
        functions=functions,
        time_ms=2.0,
        reference_time_ms=4.0,
        **fields,  # type: ignore[arg-type]
    )
    return CheckReport(file="answer.py", seed=41, isolation="L1", exercises=(exercise,))


WRONG = report(
    "wrong",
    FunctionReport(
        name="softmax_loss",
        verdict="wrong",
        cases=(case("N=3", 0.6, 0.2), case("N=1", 0.5, 0.5, "passed"), case("零", 1.0, 0.0)),
        mistakes=(
            NamedMistake(code="mean-missing", confidence="confirmed", output="dz", text=NAME),
        ),
        facts=(Message("check.fact.ratio", {"output": "dz", "ratio": "N"}),),
        stability=Message("check.stable"),
    ),
)
RIGHT = report(
    "passed",
    FunctionReport(name="softmax_loss", verdict="passed", cases=(case("N=1", 0.5, 0.5, "passed"),)),
)


def drawn(given: CheckReport, lang: Lang = "en", width: int = 80) -> list[str]:
    page = Page(lang, width, {MISTAKE.code: MISTAKE})
    lines = page.lines(given, given.exercises[0], ITEM)
    return [line for text in [*lines, page.promise(given)] for line in text.plain.split("\n")]


def test_what_is_right_comes_first_then_what_to_mend() -> None:
    """The order of the report: outputs, name, fact, how to see it, table, time."""
    lines = drawn(WRONG)
    assert lines[0] == " softmax-ce-fb · answer.py" + " " * 31 + "isolation L1 · seed 41 "
    assert lines[1] == " ✓ softmax_loss: loss  right in 3 of 3 cases"
    assert lines[2] == " ✗ softmax_loss: dz  wrong in 2 of 3 cases: right only for N=1"
    assert lines[4:7] == [
        " The mean over the batch is missing  [mean-missing]  · dz",
        "   dz is N times the right value in every case",
        "   Try another batch size",
    ]
    table = "\n".join(lines[8:12])
    assert re.search(r"case +loss +dz +yours +expected +ratio", table)
    assert re.search(r"N=3 +✓ +✗ +0.6 +0.2 +× 3", table)
    assert re.search(r"零 +✓ +✗ +1 +0 +–", table)
    assert " stability: fine   ⏱ 0.5 × reference time" in lines


def test_a_right_program_is_told_so_in_one_line() -> None:
    """Then the time, and what an interviewer asks next."""
    lines = drawn(RIGHT)
    assert lines[1] == " ✓ softmax_loss  right in 1 of 1 cases"
    assert " An interviewer asks next: And soft targets?" in lines
    assert not any("case  " in line for line in lines)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_is_wider_than_the_screen(lang: Lang, width: int) -> None:
    """In either language; a Chinese character has two columns."""
    long = report(
        "crash",
        FunctionReport(
            name="softmax_loss",
            verdict="crash",
            cases=(
                CaseResult(
                    label=Text("很长的名字" * 5, "a long name " * 5),
                    verdict="crash",
                    message=Message(
                        "check.raised", {"line": 3, "type": "ValueError", "text": "形状 " * 60}
                    ),
                ),
            ),
        ),
        printed="x" * 500 + "\n" * 10,
    )
    for given in (long, RIGHT, WRONG):
        for line in drawn(given, lang, width):
            assert cell_len(line) <= width, line


def test_chinese_reports_are_chinese() -> None:
    """No English sentence is left in one."""
    text = "\n".join(drawn(WRONG, "zh"))
    assert "3 个用例中 2 个错误，只在 N=1 时正确" in text
    assert "漏了批平均  [mean-missing]" in text
    assert "wrong" not in text


def test_a_stranger_cannot_move_the_cursor() -> None:
    """Control characters and broken Unicode are written out; words stay."""
    assert printable("\x1b[2J\r\x07形状\ud800") == "\\x1b[2J\\r\\x07形状\\ud800"
    printing = report("passed", *RIGHT.exercises[0].functions, printed="\x1b[31mred\n" * 5)
    lines = drawn(printing)
    assert " │ \\x1b[31mred" in lines
    assert " 2 more lines were printed" in lines


def test_json_is_json_also_with_infinities() -> None:
    """Infinity and NaN are words there; nothing else changes its type."""
    inf = FunctionReport(name="f", verdict="not-finite", cases=(case("N=1", float("nan"), 1.0),))
    made = json.loads(json.dumps(report_json(report("not-finite", inf), "en"), allow_nan=False))
    output = made["exercises"][0]["functions"][0]["cases"][0]["outputs"][1]
    assert output["worst"] == [{"index": [0, 1], "yours": "nan", "expected": 1.0}]


def test_every_verdict_and_level_has_words() -> None:
    """A verdict without a sentence would be a bug on the day it occurs."""
    for verdict in set(get_args(Verdict)) - {"passed"}:
        assert has_text(f"check.verdict.{verdict}"), verdict
    for level in get_args(Isolation):
        assert has_text(f"check.promise.{level}"), level


def test_every_code_in_the_checker_has_words() -> None:
    """Codes are built where no words are; each one written in `check/` has its text."""
    folder = Path(dlprep.__file__).parent / "check"
    codes = {
        code
        for file in folder.glob("*.py")
        for code in re.findall(r'"(check\.[a-z.-]+[a-z])"', file.read_text(encoding="utf-8"))
    }
    assert len(codes) > 20
    assert [code for code in sorted(codes) if not has_text(code)] == []
