"""Hints in steps: those of the exercise, then the fix of a mistake that is known for sure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from dlprep.model.exercise import WrittenHint
from dlprep.model.hint import Fix, Hint
from dlprep.model.item import Code
from dlprep.model.message import DlprepError, Message
from dlprep.model.report import ExerciseReport, FunctionReport, NamedMistake, Verdict
from dlprep.model.text import Text
from dlprep.practice.hints import hint

FIRST, SECOND = WrittenHint("想一想", "Think"), WrittenHint("求导", "Differentiate")
SOLUTION = """
def forward(x):
    return x
    # mistake mean-missing: return x / 3


def backward(dout, n):
    dx = dout / n
    # mistake mean-missing: dx = dout
    return dx
"""


def code(*hints: WrittenHint) -> Code:
    return Code(
        id="code.e",
        leaf="l",
        topic="t",
        difficulty=1,
        frequency=1,
        prompt=FIRST,
        explanation=FIRST,
        minutes=5,
        functions=(),
        inputs={},
        script=(),
        cases=(),
        hints=hints,
    )


def report(*mistakes: NamedMistake) -> ExerciseReport:
    function = FunctionReport(name="backward", verdict="wrong", cases=(), mistakes=mistakes)
    return ExerciseReport(
        id="code.e", verdict="wrong", functions=(function,), time_ms=1, reference_time_ms=1
    )


def named(
    confidence: Literal["confirmed", "consistent"] = "confirmed", **fields: object
) -> NamedMistake:
    values = {"code": "mean-missing", "output": "dx", "text": FIRST, **fields}
    return NamedMistake(confidence=confidence, **values)  # type: ignore[arg-type]


@pytest.fixture
def solution(tmp_path: Path) -> Path:
    file = tmp_path / "e.py"
    file.write_text(SOLUTION, encoding="utf-8")
    return file


def test_hints_follow_one_another_and_the_last_one_stays(solution: Path) -> None:
    """Without a number the next one is given; after the last it is the last again."""
    told: set[str] = set()
    given = []
    for _ in range(3):
        given.append(hint(code(FIRST, SECOND), report(), solution, (), asked=None, told=told))
        told.update(given[-1].told)
    assert [each.number for each in given] == [1, 2, 2]
    assert [each.said for each in given] == [FIRST, SECOND, SECOND]
    assert {each.of for each in given} == {2}


ON_FORWARD = WrittenHint("正向", "Forward", ("forward",))
ON_BACKWARD = WrittenHint("反向", "Backward", ("backward",))
ON_BOTH = WrittenHint("两者", "Both", ("forward", "backward"))


def of_both(forward: Verdict, backward: Verdict, **fields: object) -> ExerciseReport:
    verdicts = {"forward": forward, "backward": backward}
    functions = tuple(
        FunctionReport(name=name, verdict=verdict, cases=(), **fields)  # type: ignore[arg-type]
        for name, verdict in verdicts.items()
    )
    return replace(report(), functions=functions)


def test_a_hint_is_known_by_what_it_says(solution: Path) -> None:
    """What was told on a function that is right by now skips none of the hints that are left."""
    exercise = code(ON_FORWARD, WrittenHint("再想", "Again", ("forward",)), ON_BACKWARD)
    both = hint(exercise, of_both("wrong", "wrong"), solution, (), asked=2, told=())
    assert len(both.told) == 2  # with the second the first counts as told
    now = hint(exercise, of_both("passed", "wrong"), solution, (), asked=None, told=both.told)
    assert (now.said, now.number, now.of) == (ON_BACKWARD, 1, 1)


def test_a_fix_is_known_by_what_it_says(solution: Path) -> None:
    """Also in another line; one that says something else is another hint."""

    def mended(line: int, fix: str, *, told: Collection[str]) -> Hint:
        source = [""] * (line - 1) + ["dx = dout"]
        mistake = named(source="repair", line=line, fix=fix)
        return hint(code(FIRST), report(mistake), solution, source, asked=None, told=told)

    first = mended(2, "dx = dout / n", told=())
    second = mended(2, "dx = dout / n", told=first.told)
    other = mended(2, "dx = 2 * dout", told=second.told)
    assert (first.said, second.number) == (FIRST, 2)
    assert mended(5, "dx = dout / n", told=second.told).told == second.told
    assert other.told[-1] not in second.told


@pytest.mark.parametrize(
    ("forward", "backward", "said"),
    [
        ("passed", "wrong", [FIRST, ON_BACKWARD, ON_BOTH]),
        ("wrong", "passed", [FIRST, ON_FORWARD, ON_BOTH]),
        ("wrong", "not-judged", [FIRST, ON_FORWARD, ON_BACKWARD, ON_BOTH]),
        ("passed", "not-implemented", [FIRST, ON_BACKWARD, ON_BOTH]),
    ],
)
def test_hints_on_what_is_right_are_left_out(
    forward: Verdict, backward: Verdict, said: list[WrittenHint], solution: Path
) -> None:
    """A hint that names functions is given while one of them is not right, and counted then."""
    exercise = code(FIRST, ON_FORWARD, ON_BACKWARD, ON_BOTH)
    checked = of_both(forward, backward)
    of = range(1, len(said) + 1)
    given = [hint(exercise, checked, solution, (), asked=n, told=()) for n in of]
    assert [each.said for each in given] == said
    assert {each.of for each in given} == {len(said)}


def test_all_hints_are_kept_where_none_is_on_what_is_wrong(solution: Path) -> None:
    """A nudge that is beside the point is better than none."""
    made = hint(code(ON_FORWARD), of_both("passed", "wrong"), solution, (), asked=None, told=())
    assert (made.said, made.of) == (ON_FORWARD, 1)


def test_a_hint_on_what_is_right_but_unstable_is_kept(solution: Path) -> None:
    """It may be what mends that."""
    unstable = of_both("passed", "passed", stability=Message("check.unstable"))
    made = hint(code(ON_FORWARD, ON_BACKWARD), unstable, solution, (), asked=None, told=())
    assert (made.said, made.of) == (ON_FORWARD, 2)


def test_the_last_step_is_the_line_of_the_same_function(solution: Path) -> None:
    """Of a written mistake the worked solution's line is shown beside the wrong one."""
    mistake = named(forms=(("e.py", 4), ("e.py", 9)))
    made = hint(code(FIRST), report(mistake), solution, (), asked=2, told=())
    assert made.said == Fix(wrong="dx = dout", right="dx = dout / n")


TWO_STEPS = """
def backward(a, b, c):
    y = a * b + c
    # mistake sign-flipped: y = a * b - c
    z = a + b / y
    # mistake sign-flipped: z = a - b / y
    return z
"""
ADDED = Fix(wrong="y = a * b - c", right="y = a * b + c")
DIVIDED = Fix(wrong="z = a - b / y", right="z = a + b / y")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        pytest.param("q = r - s / t", DIVIDED, id="the wrong form stands in the file"),
        pytest.param("q = r + s / t", ADDED, id="one of the steps is right there"),
        pytest.param("q = r + s", FIRST, id="nothing tells which of the two it is"),
        pytest.param("q = r + (s", FIRST, id="the file is no Python"),
    ],
)
def test_only_a_step_that_the_learner_has_wrong_is_shown(
    source: str, said: Text | Fix, tmp_path: Path
) -> None:
    """Two steps give the same numbers with their mistake; names of variables do not count."""
    path = tmp_path / "e.py"
    path.write_text(TWO_STEPS, encoding="utf-8")
    mistake = named(code="sign-flipped", forms=(("e.py", 4), ("e.py", 6)))
    first = hint(code(FIRST), report(mistake), path, (source,), asked=None, told=())
    made = hint(code(FIRST), report(mistake), path, (source,), asked=None, told=first.told)
    assert made.said == said


def test_a_repair_shows_the_learners_own_line(solution: Path) -> None:
    """What stands there, and what would make all cases pass."""
    repair = named(code="repair", source="repair", line=2, fix="dx = dout / 3")
    source = ("def backward(dout, n):", "    dx = dout / 2")
    made = hint(code(), report(repair), solution, source, asked=None, told=())
    fix = Fix(line=2, wrong="dx = dout / 2", right="dx = dout / 3")
    assert made.said == fix


SPREAD = """\
def backward(dout, n):
    return {
        "dx": dout,
    }, n
""".splitlines()


@pytest.mark.parametrize(
    ("fix", "wrong"),
    [
        ("return (n, {'dx': dout})", 'return {\n    "dx": dout,\n}, n'),
        ("", 'return {\n    "dx": dout,\n}, n'),
        ("return n, {", "return {"),
    ],
    ids=["the whole statement", "left out", "its first line"],
)
def test_of_a_statement_of_several_lines_all_is_shown_that_gives_way(
    solution: Path, fix: str, wrong: str
) -> None:
    """Or the rest of it would be left over."""
    repair = named(code="repair", source="repair", line=2, fix=fix)
    made = hint(code(), report(repair), solution, SPREAD, asked=None, told=())
    assert made.said == Fix(line=2, wrong=wrong, right=fix)


def test_one_line_that_mends_two_mistakes_is_shown_once(solution: Path) -> None:
    """Also where the line is in a wrong place."""
    where = Message("hint.moved-before", {"line": 2, "beside": 1})
    twice = [named(line=2, fix="n = 3", where=where, output=each) for each in ("dx", "dw")]
    source = ("def backward(dout, n):", "    n = 3")
    made = hint(code(FIRST), report(*twice), solution, source, asked=2, told=())
    assert made.said == Fix(line=2, wrong="n = 3", right="n = 3", where=where)
    assert made.of == 2


def test_a_line_that_some_cases_need_is_not_called_too_much(solution: Path) -> None:
    """What leaves a case wrong without the line shows that it has a use."""
    huge = Text("很大的数", "huge numbers")
    needless = named(code="repair", source="repair", line=2, fix="", but=(huge,))
    with pytest.raises(DlprepError) as error:
        hint(code(), report(needless), solution, ["def f():", "    n = 2"], asked=None, told=())
    assert error.value.messages[0].code == "hint.none"


def test_an_unsure_name_gives_no_fix(solution: Path) -> None:
    """A fix that may be another's would send the learner astray."""
    made = hint(code(FIRST), report(named("consistent")), solution, (), asked=None, told=())
    assert (made.said, made.of) == (FIRST, 1)


@pytest.mark.parametrize(
    ("hints", "asked", "fault"), [((), 1, "hint.none"), ((FIRST,), 2, "hint.beyond")]
)
def test_a_hint_that_is_not_there(
    hints: tuple[WrittenHint, ...], asked: int, fault: str, solution: Path
) -> None:
    """The person is told how many there are."""
    with pytest.raises(DlprepError, match=fault):
        hint(code(*hints), report(), solution, (), asked=asked, told=())
