"""The report of a check on the screen and as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from rich.cells import cell_len

import dlprep
from dlprep.model.hint import Fix, Hint
from dlprep.model.item import Code
from dlprep.model.message import Message, Place
from dlprep.model.outline import Mistake
from dlprep.model.report import (
    CHANGED,
    STDIN,
    UNSEEN,
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
from dlprep.view.check import Page, Sheet
from dlprep.view.check_json import report_json
from dlprep.view.check_summary import quoted
from dlprep.view.hint import hint_lines
from dlprep.view.messages import has_text
from dlprep.view.pen import Pen
from dlprep.view.printable import printable

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


def sheet(given: CheckReport, *source: str, minutes: int | None = None) -> Sheet:
    return Sheet(
        report=given,
        exercise=given.exercises[0],
        item=ITEM,
        source=source,
        known={MISTAKE.code: MISTAKE},
        minutes=minutes,
    )


def drawn(given: CheckReport, lang: Lang = "en", width: int = 80, *source: str) -> list[str]:
    lines = Page(Pen(lang, width), 23).lines(sheet(given, *source))
    return [line.plain for line in lines]


def test_what_is_right_comes_first_then_what_to_mend() -> None:
    """The order of the report: outputs, name, fact, how to see it, table, what to do next."""
    lines = drawn(WRONG)
    assert lines[0] == " softmax-ce-fb · answer.py" + " " * 31 + "isolation L1 · seed 41"
    assert lines[1] == " ✓ softmax_loss: loss  right in 3 of 3 cases"
    assert lines[2] == " ✗ softmax_loss: dz    wrong in 2 of 3 cases: right only in N=1"
    assert lines[4:7] == [
        " dz: The mean over the batch is missing" + " " * 26 + "[mean-missing]",
        "   dz is N times the right value in every case",
        "   Try another batch size",
    ]
    table = "\n".join(lines[8:12])
    assert re.search(r"case +loss +dz +worst entry +yours +expected +ratio", table)
    assert re.search(r"N=3 +✓ +✗ +dz\[0,1\] +0.6 +0.2 +× 3", table)
    assert re.search(r"零 +✓ +✗ +dz\[0,1\] +1 +0 +–", table)
    assert " stability: fine" in lines
    assert lines[-1] == " --hint · --map where · --explain why · dlprep explain mean-missing"


def test_symbols_are_offered_only_where_the_exercise_can_be_traced() -> None:
    """And not again on the page that shows them."""
    made = sheet(WRONG)
    untraced = replace(made, item=replace(made.item, untraced="np.linalg.eigh"))
    for each, explained in ((untraced, False), (made, True)):
        text = "\n".join(
            line.plain for line in Page(Pen("en", 80), 23).lines(each, explained=explained)
        )
        assert "--hint gives a hint" in text
        assert "--explain why" not in text


def test_of_several_functions_the_wrong_one_is_shown_first() -> None:
    """What is right but for huge numbers comes before it in the file, and has no table then; one
    that only hands on says in which others it shows."""
    unstable = Message("check.unstable", {"cases": [Text("±500", "±500")]})
    huge = replace(case("±500", 1.0, 2.0), axis="stability")
    first = FunctionReport(name="f", verdict="passed", cases=(huge,), stability=unstable)
    unseen = FunctionReport(
        name="g",
        verdict="not-judged",
        cases=(),
        facts=(Message(UNSEEN, {"functions": ["softmax_loss"]}),),
    )
    lines = drawn(report("wrong", first, unseen, *WRONG.exercises[0].functions))
    (told,) = [line for line in lines if line.startswith(" – g")]
    assert told.endswith("  not judged by itself: what it gives shows only in")
    assert any(line.startswith("  N=3 ") for line in lines)
    assert not any(line.startswith("  ±500 ") for line in lines)


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        pytest.param(
            [Message(CHANGED, {"names": ["w"]})] * 2,
            "not judged: an earlier call has changed its input w",
            id="changed in all cases",
        ),
        pytest.param(
            [Message(CHANGED, {"names": ["w"]}), None],
            "not judged: it depends on an earlier call that is wrong",
            id="not in all",
        ),
    ],
)
def test_why_a_function_is_not_judged(messages: list[Message | None], said: str) -> None:
    """A changed input is the reason only where it is the reason throughout."""
    label = Text("N=3", "N=3")
    cases = tuple(CaseResult(label=label, verdict="not-judged", message=one) for one in messages)
    unjudged = FunctionReport(name="g", verdict="not-judged", cases=cases)
    lines = drawn(report("wrong", unjudged, *WRONG.exercises[0].functions))
    (told,) = [line for line in lines if line.startswith(" – g")]
    assert told.endswith(said)


def test_all_mistakes_of_a_further_function_are_told() -> None:
    """Each by its headline."""
    other = NamedMistake(
        code="other", confidence="confirmed", output="dx", text=Text("另一处", "Another one")
    )
    (wrong,) = WRONG.exercises[0].functions
    further = replace(wrong, name="g", mistakes=(*wrong.mistakes, other))
    assert " dx: Another one" in drawn(report("wrong", wrong, further))


def test_a_right_program_is_told_so_in_one_line() -> None:
    """Then one thing worth knowing, and the time against the target."""
    lines = drawn(RIGHT)
    assert lines[1:5] == [
        " ✓ softmax_loss  right in its only case",
        " An interviewer asks next: And soft targets?",
        " Target time: 5 min.",
        " ⏱ 0.5 × reference time",
    ]
    assert lines[-1] == " --solution shows the worked answer"
    assert not any("case  " in line for line in lines)
    slow = Page(Pen("zh", 80), 23).lines(sheet(RIGHT, minutes=12))
    assert " 从第一次检查到通过用了 12 分钟，目标 5 分钟。" in [line.plain for line in slow]


def mistaken(**fields: object) -> CheckReport:
    named = NamedMistake(**{"output": "dz", "text": NAME, "code": "repair", **fields})  # type: ignore[arg-type]
    return report(
        "wrong",
        FunctionReport(name="f", verdict="wrong", cases=(case("N=3", 1, 2),), mistakes=(named,)),
    )


@pytest.mark.parametrize(
    ("fields", "en", "zh"),
    [
        pytest.param(
            {"confidence": "confirmed"},
            "dz: The mean over the batch is missing",
            "dz：漏了批平均",
            id="written and confirmed",
        ),
        pytest.param(
            {"confidence": "consistent"},
            "dz: fits “The mean over the batch is missing”, not confirmed on fresh numbers",
            "dz：像是「漏了批平均」，但未能用新的数据确认",
            id="written and consistent",
        ),
        pytest.param(
            {"confidence": "confirmed", "source": "edit", "text": Text("dx 如同…", "dx behaves …")},
            "dz: dx behaves …",
            "dz：dx 如同…",
            id="an effect",
        ),
        pytest.param(
            {"confidence": "confirmed", "source": "repair", "line": 2, "fix": "secret"},
            "dz: changing only line 2 makes all cases pass",
            "dz：只改第 2 行，所有用例就都能通过",
            id="a repair",
        ),
        pytest.param(
            {
                "confidence": "confirmed",
                "source": "repair",
                "line": 2,
                "but": (Text("巨大", "huge"),),
            },
            "dz: changing only line 2 makes all cases pass but those of huge",
            "dz：只改第 2 行，除「巨大」外的用例就都能通过",
            id="a repair that leaves cases of the stability axis",
        ),
        pytest.param(
            {"confidence": "confirmed", "source": "repair", "line": 2, "alike": (5,)},
            "dz: the same change in lines 2, 5 makes all cases pass",
            "dz：第 2、5 行作同样的修改，所有用例就都能通过",
            id="the same repair in two lines",
        ),
        pytest.param(
            {"confidence": "confirmed", "source": "repair", "line": 2, "either": (5,)},
            "dz: changing only one of the lines 2, 5, whichever, makes all cases pass",
            "dz：只改第 2、5 行中的任意一行，所有用例就都能通过",
            id="one of two repairs",
        ),
        pytest.param(
            {
                "confidence": "confirmed",
                "source": "repair",
                "line": 2,
                "effect": Message("cause.in-each-turn", {"line": 2, "loop": 1}),
            },
            "dz: line 2 runs in every turn of the loop of line 1; it belongs outside of it",
            "dz：第 2 行在第 1 行的循环里每一轮都执行，它应当在循环之外",
            id="a statement in a wrong place",
        ),
    ],
)
def test_each_way_of_finding_a_mistake_has_its_words(
    fields: dict[str, object], en: str, zh: str
) -> None:
    """How sure we are is part of the name; the fix of a repair is kept for the last hint."""
    for lang, sentence in (("en", en), ("zh", zh)):
        text = "\n".join(drawn(mistaken(**fields), lang, 80, "def f():", "    return dz"))  # type: ignore[arg-type]
        assert f"\n {sentence}" in text
        assert "secret" not in text
        assert ("     2 │ return dz" in text) == ("line" in fields)


def test_what_has_no_name_is_told_to_a_script_in_the_sentence_of_the_screen() -> None:
    """A repair and an effect are sentences in JSON too, in both languages."""
    repair = mistaken(confidence="confirmed", source="repair", line=2)
    effect = Message("effect.sign", {"old": "2", "new": "1"})
    edit = mistaken(confidence="consistent", source="edit", code="edit", effect=effect)
    for lang, mended in (
        ("en", "dz: changing only line 2 makes all cases pass"),
        ("zh", "dz：只改第 2 行，所有用例就都能通过"),
    ):
        for made in (repair, edit):
            written = json.dumps(report_json(made, lang), ensure_ascii=False)  # type: ignore[arg-type]
            (mistake,) = json.loads(written)["exercises"][0]["functions"][0]["mistakes"]
            sentence = " ".join(drawn(made, lang, 300)).replace("`", "")  # type: ignore[arg-type]
            assert mistake["text"].replace("`", "") in sentence
            assert (mistake["text"] == mended) == (mistake["source"] == "repair")


def test_many_outputs_with_the_same_verdict_share_a_line() -> None:
    """A line for each of ten gradients would hide everything else; labels keep their room."""
    entry = Entry(index=(0,), yours=-0.0, expected=2.0)
    outputs = tuple(
        OutputResult(name=f"gradient{n}", verdict="wrong", worst=(entry,)) for n in range(6)
    )
    label = Text("N=7, D=4, H=5, C=3", "N=7, D=4, H=5, C=3")
    cases = (CaseResult(label=label, verdict="wrong", outputs=outputs),)
    lines = drawn(report("wrong", FunctionReport(name="f", verdict="wrong", cases=cases)))
    assert " ".join(lines[1:3]).split() == [
        *("✗", "f", "gradient0,", "gradient1,", "gradient2,", "gradient3,", "gradient4,"),
        *("gradient5:", "wrong", "in", "its", "only", "case"),
    ]
    row = next(line for line in lines if "N=7" in line)
    assert "N=7, D=4,…" in row
    assert row.endswith("× 0")


def test_a_long_name_leaves_the_index_of_an_entry_whole() -> None:
    """The name heads a column already, the index stands nowhere else."""
    wrong = OutputResult(
        name="dW_vectorized", verdict="wrong", worst=(Entry(index=(10, 2), yours=1, expected=2),)
    )
    cases = (CaseResult(label=Text("N=3", "N=3"), verdict="wrong", outputs=(wrong,)),)
    function = FunctionReport(name="f", verdict="wrong", cases=cases)
    text = "\n".join(drawn(report("wrong", function)))
    assert re.search(r"N=3 +✗ +dW_vect…\[10,2\] +1 +2 ", text)


def test_what_is_wrong_without_a_column_has_its_mark_all_the_same() -> None:
    """A row with an entry that is wrong is never all ticks."""
    entry = Entry(index=(0,), yours=3.0, expected=2.0)

    def outputs(wrong: int) -> tuple[OutputResult, ...]:
        return tuple(
            OutputResult(name=f"gradient{n}", verdict="wrong", worst=(entry,))
            if n == wrong
            else OutputResult(name=f"gradient{n}", verdict="passed")
            for n in range(6)
        )

    cases = tuple(
        CaseResult(label=Text(f"case {n}", f"case {n}"), verdict="wrong", outputs=outputs(n))
        for n in range(6)
    )
    lines = drawn(report("wrong", FunctionReport(name="f", verdict="wrong", cases=cases)))
    (head,) = (line for line in lines if line.split()[:1] == ["case"] and "…" in line)
    rows = [line for line in lines if "gradient5[0]" in line or "gradient4[0]" in line]
    assert head.split()[-6] == "…"  # before: worst entry, yours, expected, ratio
    assert [line.count("✗") for line in rows] == [1, 1]


def test_no_name_is_said_of_the_function_that_has_none() -> None:
    """Where another function has one, so that the two are not taken for one."""
    (function,) = WRONG.exercises[0].functions
    bare = replace(function, name="g", mistakes=(), facts=(), unexplained=True)
    alone, both = drawn(report("wrong", bare)), drawn(report("wrong", bare, function))
    assert "   No known mistake gives exactly these numbers." in alone
    assert "   g: no known mistake gives exactly these numbers." in both


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", " dx, dh, dW, … (6 outputs): The mean over the batch is missing"),
        ("zh", " dx、dh、dW 等 6 项：漏了批平均"),
    ],
)
def test_of_many_outputs_the_first_are_named_in_the_order_of_the_calls(
    lang: Lang, said: str
) -> None:
    """All of them have their marks above."""
    names = ("dx", "dh", "dW", "dU", "db", "dc")
    outputs = tuple(
        OutputResult(name=name, verdict="wrong", worst=(Entry(index=(0,), yours=1, expected=2),))
        for name in names
    )
    mistake = NamedMistake(
        code="mean-missing", confidence="confirmed", output=", ".join(sorted(names)), text=NAME
    )
    cases = (CaseResult(label=Text("N=3", "N=3"), verdict="wrong", outputs=outputs),)
    function = FunctionReport(name="f", verdict="wrong", cases=cases, mistakes=(mistake,))
    assert any(line.startswith(said) for line in drawn(report("wrong", function), lang))


def test_two_mistakes_are_counted() -> None:
    """Both have their line, in the order of the outputs, and each its own facts and its hint."""
    (function,) = WRONG.exercises[0].functions
    other = NamedMistake(
        code="log-of-zero",
        confidence="confirmed",
        output="loss",
        text=Text("对零取对数", "log of 0"),
    )
    both = replace(function, mistakes=(*function.mistakes, other))
    lines = drawn(report("wrong", both))
    assert lines[4:7] == [
        " Two mistakes at once:",
        " 1  loss: log of 0",
        " 2  dz: The mean over the batch is missing" + " " * 23 + "[mean-missing]",
    ]
    assert lines[7:9] == [
        "   dz is N times the right value in every case",
        "   Try another batch size",
    ]


def test_an_error_shows_the_learners_own_line() -> None:
    """Below the error stands the line that raised it, as it is in the file."""
    raised = Message("check.raised", {"line": 2, "type": "ValueError", "text": "no `$x$` [red]"})
    crashed = FunctionReport(
        name="f",
        verdict="crash",
        cases=(CaseResult(label=Text("N=3", "N=3"), verdict="crash", message=raised),),
    )
    lines = drawn(report("crash", crashed), "en", 80, "def f(x):", "\treturn x[::] \x1b[2J")
    assert "   N=3: line 2: ValueError: no `$x$` [red]" in lines
    assert "     2 │ return x[::] \\x1b[2J" in lines


def test_one_report_is_one_screen() -> None:
    """However many cases and outputs there are; the table takes what is left."""
    many = tuple(case(f"N={n}", 1.0, 2.0) for n in range(40))
    (function,) = WRONG.exercises[0].functions
    long = report("wrong", replace(function, cases=many))
    assert "  34 more cases; --json has them all" in drawn(long)
    for lang in LANGS:
        assert len(Page(Pen(lang, 80), 18).lines(sheet(long))) == 18


def test_several_exercises_end_in_a_summary() -> None:
    """A right one has one line; counts and the way to the first full report come last."""
    page = Page(Pen("en", 80), 23)
    sheets = [sheet(RIGHT), sheet(WRONG)]
    assert [line.plain for line in page.brief(sheets[0])] == [" ✓ softmax-ce-fb · answer.py"]
    assert len(page.brief(sheets[1])) == 4
    after = [line.plain for line in page.after(sheets)]
    assert after[1:3] == [
        " 2 exercises in 2 files: 1 right, 1 wrong",
        " dlprep check answer.py shows it in full",
    ]


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
        for line in Page(Pen(lang, width), 23).brief(sheet(given)):
            assert cell_len(line.plain) <= width, line.plain


def test_chinese_reports_are_chinese() -> None:
    """No English sentence is left in one."""
    text = "\n".join(drawn(WRONG, "zh"))
    assert "3 个用例中 2 个错误，只有「N=1」正确" in text
    assert re.search(r"dz：漏了批平均 +\[mean-missing\]", text)
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
        assert has_text(f"verdict.{verdict}"), verdict
    for level in get_args(Isolation):
        assert has_text(f"isolation.{level}"), level


def test_every_code_in_the_checker_has_words() -> None:
    """Codes are built where no words are; each one written in `check/` has its text."""
    folder = Path(dlprep.__file__).parent / "check"
    codes = {
        code
        for file in folder.rglob("*.py")
        for code in re.findall(
            r'"((?:check|map)\.[a-z.-]+[a-z])"', file.read_text(encoding="utf-8")
        )
    }
    assert len(codes) > 20
    assert [code for code in sorted(codes) if not has_text(code)] == []


@pytest.mark.parametrize(
    ("fix", "en", "zh"),
    [
        pytest.param(
            Fix(line=2, wrong="x = y", right="x = z", alike=(5,)),
            [
                "One way to mend it is in line 2:",
                "✗ │ x = y",
                "✓ │ x = z",
                "Line 5 needs the same change.",
            ],
            ["可以这样改第 2 行：", "✗ │ x = y", "✓ │ x = z", "第 5 行也要同样修改。"],
            id="the same in another line",
        ),
        pytest.param(
            Fix(line=2, wrong="x = y", right=""),
            ["Line 2 is too much:", "✗ │ x = y"],
            ["第 2 行是多余的：", "✗ │ x = y"],
            id="a line too many",
        ),
        pytest.param(
            Fix(
                line=2,
                wrong="x = 0",
                right="x = 0",
                where=Message("hint.moved-first", {"line": 2, "beside": 3}),
            ),
            ["Line 2 belongs inside the loop of line 3, at its start:", "✓ │ x = 0"],
            ["第 2 行应当移到第 3 行的循环体开头：", "✓ │ x = 0"],
            id="a line in a wrong place",
        ),
    ],
)
def test_the_fix_says_what_is_to_be_done_with_the_line(
    fix: Fix, en: list[str], zh: list[str]
) -> None:
    """Written otherwise, left out, or put elsewhere."""
    for lang, lines in (("en", en), ("zh", zh)):
        hint = Hint(exercise="code.x", number=1, of=2, said=fix)
        _, *shown, _ = hint_lines(Pen(lang, 80), hint)  # type: ignore[arg-type]
        assert [line.plain.strip() for line in shown] == lines


def test_what_came_by_standard_input_is_asked_for_again_by_its_sign() -> None:
    """A name with blanks is quoted, as a shell wants it."""
    assert [quoted(name) for name in (STDIN, "a.py", "my answer.py")] == [
        *("-", "a.py", "'my answer.py'")
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "line 7: syntax error: oops"), ("zh", "第 7 行：语法错误：oops")],
)
def test_of_a_file_that_cannot_be_run_nothing_is_explained(lang: Lang, said: str) -> None:
    """The reason is told, and not that nothing is wrong."""
    broken = Message("check.syntax", {"why": "oops"}, Place("answer.py", 7))
    made = sheet(report("syntax-error", message=broken))
    page = Page(Pen(lang, 80), 23)
    for lines in (page.lines(made, explained=True), page.brief(made, explained=True)):
        text = [line.plain for line in lines]
        assert f" ✗ {said}" in text
        assert "explain" not in "".join(text)
        assert "解释" not in "".join(text)
