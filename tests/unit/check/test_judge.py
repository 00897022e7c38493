"""Judging programs of our own on a small exercise: verdicts, names, facts, and what is proved of
an exercise. The same code judges a learner's child; only the bench differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from dlprep.check.judge import Trying
from dlprep.check.material import Material, Task
from dlprep.check.prove import Trusted, prove
from dlprep.check.running.program import Program
from dlprep.check.wire import decode, encode
from dlprep.model.exercise import Case, Draw, Function, Step
from dlprep.model.item import Code
from dlprep.model.report import CaseResult, ExerciseReport, FunctionReport
from dlprep.model.text import Text
from dlprep.view.messages import words

SOLUTION = '''
"""Linear layer and its gradients; the loss behind it is a mean over the batch."""
import numpy as np

def forward(x, w):
    """y = xw / N."""
    y = x @ w / len(x)
    # mistake mean-missing: y = x @ w
    # mistake doubled: y = 2 * x @ w / len(x)
    # convention sum instead of mean: y = x @ w
    return y, (x, w)

def backward(dy, cache):
    """Gradients."""
    x, w = cache
    dx = dy @ w.T / len(x)
    # mistake transpose-missing: dx = dy @ w / len(x)
    # mistake sign: dx = -dy @ w.T / len(x)
    dw = x.T @ dy / len(x)
    # mistake dw-mean-missing: dw = x.T @ dy
    return dx, dw
'''


def exercise(**changes: object) -> Code:
    """A layer with a forward and a backward pass on three cases."""
    label = "N={N}, D={D}, M={M}"
    sizes = [{"N": 3, "D": 5, "M": 4}, {"N": 7, "D": 3, "M": 5}, {"N": 4, "D": 4, "M": 4}]
    cases = tuple(
        Case(label=Text(label.format(**each), label.format(**each)), sizes=each) for each in sizes
    )
    fields: dict[str, object] = {
        "id": "code.linear",
        "leaf": "nn.mlp",
        "topic": "linear",
        "difficulty": 1,
        "frequency": 1,
        "prompt": Text("题", "task"),
        "explanation": Text("因", "why"),
        "minutes": 5,
        "functions": (Function(name="forward"), Function(name="backward")),
        "inputs": {
            "x": Draw(draw="normal", shape=("N", "D")),
            "w": Draw(draw="normal", shape=("D", "M")),
            "dy": Draw(draw="normal", shape=("N", "M")),
        },
        "script": (
            Step(call="forward", args=("x", "w"), gives=("y", "$cache")),
            Step(call="backward", args=("dy", "$cache"), gives=("dx", "dw")),
        ),
        "cases": cases,
    }
    return Code(**{**fields, **changes})  # type: ignore[arg-type]


def judged(
    folder: Path, *swaps: tuple[str, str], code: Code | None = None, quick: bool = False
) -> ExerciseReport:
    """The report on the solution with some pieces of text replaced."""
    path = folder / "linear.py"
    path.write_text(SOLUTION, encoding="utf-8")
    source = SOLUTION
    for old, new in swaps:
        assert old in source
        source = source.replace(old, new, 1)
    names = {"forward": "forward", "backward": "backward"}
    task = Task(code or exercise(), path, names, quick=quick)
    return Trying(Material(task, seed=3), Trusted(Program(source, "answer.py"))).report()


def codes(function: FunctionReport) -> list[tuple[str, str]]:
    return [(each.code, each.output) for each in function.mistakes]


def test_the_solution_passes(tmp_path: Path) -> None:
    """Every function is right in every case."""
    report = judged(tmp_path)
    assert report.verdict == "passed"
    assert [len(each.cases) for each in report.functions] == [3, 3]


def test_a_function_that_only_hands_on_is_not_called_right(tmp_path: Path) -> None:
    """Where what uses it is wrong, either may be at fault."""
    hands_on = Step(call="forward", args=("x", "w"), gives=("$all",))
    uses = Step(call="backward", args=("dy", "$all.1"), gives=("dx", "dw"))
    code = exercise(script=(hands_on, uses))
    assert [each.verdict for each in judged(tmp_path, code=code).functions] == ["passed"] * 2
    wrong = ("dw = x.T @ dy / len(x)", "dw = x.T @ dy")
    forward, backward = judged(tmp_path, wrong, code=code).functions
    assert (forward.verdict, backward.verdict) == ("not-judged", "wrong")
    assert [fact.values for fact in forward.facts] == [{"functions": ["backward"]}]


def test_numbers_lost_in_truth_values_are_told(tmp_path: Path) -> None:
    """The type is what is wrong, not the numbers."""
    wrong = ("dw = x.T @ dy / len(x)", "dw = (x.T @ dy / len(x)).astype(bool)")
    _, backward = judged(tmp_path, wrong).functions
    told = {each.message.code for case in backward.cases for each in case.outputs if each.message}
    assert (backward.verdict, told) == ("dtype", {"verdict.truths"})
    assert not [each for each in backward.mistakes if each.source == "written"]


def test_a_written_mistake_is_named_and_confirmed(tmp_path: Path) -> None:
    """Also in a program of another form; the ratio is stated beside it."""
    report = judged(tmp_path, ("dw = x.T @ dy / len(x)", "dw = np.einsum('nd,nm->dm', x, dy)"))
    forward, backward = report.functions
    assert (forward.verdict, backward.verdict) == ("passed", "wrong")
    assert codes(backward) == [("dw-mean-missing", "dw")]
    assert backward.mistakes[0].confidence == "confirmed"
    assert [fact.values for fact in backward.facts] == [{"output": "dw", "ratio": "N"}]


def test_a_quick_check_tells_right_from_wrong_and_no_more(tmp_path: Path) -> None:
    """Which outputs are off in which cases, as ever; no name, no fact, and nothing unexplained."""
    swap = ("dw = x.T @ dy / len(x)", "dw = x.T @ dy")
    full, quick = judged(tmp_path, swap), judged(tmp_path, swap, quick=True)
    assert [each.cases for each in quick.functions] == [each.cases for each in full.functions]
    backward = quick.functions[1]
    assert (backward.verdict, backward.mistakes, backward.facts) == ("wrong", (), ())
    assert not backward.unexplained


def test_two_mistakes_are_named_by_output(tmp_path: Path) -> None:
    """No variant has both; each output is explained by its own."""
    report = judged(
        tmp_path, ("dx = dy @ w.T", "dx = -dy @ w.T"), ("dw = x.T @ dy / len(x)", "dw = x.T @ dy")
    )
    assert codes(report.functions[1]) == [("sign", "dx"), ("dw-mean-missing", "dw")]


def test_a_crash_is_named_where_a_square_case_shows_the_value(tmp_path: Path) -> None:
    """A missing transpose crashes on two cases and is wrong on the square one."""
    backward = judged(tmp_path, ("dy @ w.T", "dy @ w")).functions[1]
    assert backward.verdict == "crash"
    assert codes(backward) == [("transpose-missing", "dx")]


def test_crashing_alike_is_no_evidence(tmp_path: Path) -> None:
    """A program that crashes for a reason of its own gets no name."""
    backward = judged(tmp_path, ("dx = dy @ w.T / len(x)", "dx = undefined")).functions[1]
    assert (backward.verdict, codes(backward)) == ("crash", [])


def test_another_convention_is_a_verdict_of_its_own(tmp_path: Path) -> None:
    """It comes before mistakes that give the same numbers."""
    forward = judged(tmp_path, ("y = x @ w / len(x)", "y = x @ w")).functions[0]
    assert forward.verdict == "convention"
    assert forward.facts[0].values == {"yours": "sum", "asked": "mean"}


def test_backward_is_not_judged_by_a_wrong_forward(tmp_path: Path) -> None:
    """The cache of a wrong forward pass is nobody's fault but the forward pass's."""
    report = judged(tmp_path, ("y = x @ w / len(x)", "y = x @ w + 1"))
    assert [each.verdict for each in report.functions] == ["wrong", "not-judged"]
    assert report.verdict == "wrong"


@pytest.mark.parametrize(
    ("new", "fact"),
    [
        pytest.param("-x @ w / len(x)", "check.fact.sign", id="sign"),
        pytest.param("0 * (x @ w)", "check.fact.zero", id="always zero"),
        pytest.param("x @ w / len(x) / w.shape[0]", "check.fact.ratio", id="a size too small"),
    ],
)
def test_facts_hold_for_every_case(new: str, fact: str, tmp_path: Path) -> None:
    """A sign, a zero or a ratio is said only where it holds throughout."""
    forward = judged(tmp_path, ("x @ w / len(x)", new)).functions[0]
    assert [each.code for each in forward.facts] == [fact]


def test_a_changed_input_is_reported(tmp_path: Path) -> None:
    """Right numbers with a spoilt input are not right, unless the exercise allows it."""
    swap = ("y = x @ w / len(x)", "y = x @ w / len(x); x *= 1.5; x /= 1.5; x += 1e-3")
    assert judged(tmp_path, swap).functions[0].verdict == "input-mutated"
    assert judged(tmp_path, swap, code=exercise(mutates=("x",))).functions[0].verdict == "passed"


def test_a_call_on_a_changed_input_is_not_judged(tmp_path: Path) -> None:
    """That this is the reason is said; no result of the earlier call need be used."""
    script = (
        Step(call="forward", args=("x", "w"), gives=("y",)),
        Step(call="backward", args=("dy", "x"), gives=("dx",)),
    )
    swap = ("y = x @ w / len(x)", "y = x @ w / len(x); x += 1e-3")
    plain = ("    return y, (x, w)", "    return y"), ("    x, w = cache\n", "    return cache\n")
    solution = SOLUTION
    for old, new in plain:
        solution = solution.replace(old, new)
    path = tmp_path / "linear.py"
    path.write_text(solution, encoding="utf-8")
    names = {"forward": "forward", "backward": "backward"}
    task = Task(exercise(script=script), path, names)
    answer = Program(solution.replace(*swap, 1), "answer.py")
    forward, backward = Trying(Material(task, seed=3), Trusted(answer)).report().functions
    assert (forward.verdict, backward.verdict) == ("input-mutated", "not-judged")
    told = {
        (each.message.code, *each.message.values["names"])
        for each in backward.cases
        if each.message
    }
    assert told == {("verdict.changed", "x")}


def test_stability_is_an_axis_of_its_own(tmp_path: Path) -> None:
    """A program that overflows in a stability case passes, and the case is named."""
    huge = Case(
        label=Text("巨大", "huge"),
        sizes={"N": 3, "D": 2, "M": 2},
        inputs={"x": Draw(draw="uniform", shape=("N", "D"), low=1e200, high=2e200)},
        axis="stability",
    )
    code = exercise(cases=(*exercise().cases, huge))
    forward = judged(
        tmp_path,
        (
            "x @ w / len(x)",
            "(x * x) @ w / (x * len(x) / x) / x[:, :1] * 1",
        ),
        code=code,
    )
    assert forward.functions[0].verdict in {"wrong", "shape", "crash"}
    fine = judged(tmp_path, code=code).functions[0]
    assert fine.stability is not None
    assert fine.stability.code == "check.stable"
    broken = judged(
        tmp_path,
        ("y = x @ w / len(x)", "y = np.sqrt((x @ w) ** 2) * np.sign(x @ w) / len(x)"),
        code=code,
    )
    assert broken.functions[0].verdict == "passed"
    assert broken.functions[0].stability is not None
    assert broken.functions[0].stability.values == {"cases": [Text("巨大", "huge")]}


@pytest.mark.parametrize(
    ("guard", "stability"),
    [
        pytest.param("np.abs(x).max() > 1e100", "check.unstable", id="an error there alone"),
        pytest.param("len(x) != 4", None, id="errors elsewhere, too"),
        pytest.param("False", None, id="wrong numbers everywhere"),
    ],
)
def test_what_is_wrong_is_stable_only_if_it_gives_numbers(
    guard: str, stability: str | None, tmp_path: Path
) -> None:
    """An error on the stability axis is no stability, and does not hide the mistake's name."""
    huge = Case(
        label=Text("巨大", "huge"),
        sizes={"N": 4, "D": 2, "M": 2},
        inputs={"x": Draw(draw="uniform", shape=("N", "D"), low=1e200, high=2e200)},
        axis="stability",
    )
    swap = "y = x @ w / len(x)", f"y = 2 * x @ w / len(x) if not ({guard}) else [][0]"
    report = judged(tmp_path, swap, code=exercise(cases=(*exercise().cases, huge)))
    told = report.functions[0].stability
    assert (told and told.code) == stability
    if stability is not None:
        assert codes(report.functions[0]) == [("doubled", "y")]


def test_a_report_travels_whole(tmp_path: Path) -> None:
    """What the judge's process writes is what the command's process reads."""
    report = judged(tmp_path, ("dx = dy @ w.T", "dx = -dy @ w.T"))
    arrived = decode(encode((report,)))[0]
    assert encode(arrived) == encode(report)
    assert isinstance(arrived.functions[0].cases[0], CaseResult)


def proved(folder: Path, source: str) -> list[tuple[str, int | None]]:
    path = folder / "linear.py"
    path.write_text(source, encoding="utf-8")
    messages = prove(exercise(), path, seed=1)
    return [
        (each.code.removeprefix("check."), each.place.line if each.place else None)
        for each in messages
    ]


def test_a_sound_exercise_has_no_faults(tmp_path: Path) -> None:
    """All variants but the one a convention explains are named by their own code."""
    assert proved(tmp_path, SOLUTION.replace("    # mistake mean-missing: y = x @ w\n", "")) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        pytest.param("y = x @ w / len(x)", "y = x @", "prove.syntax", id="no Python"),
        pytest.param("y = x @ w / len(x)", "y = nothing", "prove.solution-raises", id="it raises"),
        pytest.param("doubled: y = 2 *", "doubled: y = 1 *", "prove.no-effect", id="no effect"),
        pytest.param(
            "doubled: y = 2 *",
            "doubled: y = 2 * )",
            "prove.bad-variant",
            id="a variant that is no Python",
        ),
        pytest.param(
            "doubled: y = 2 *",
            "doubled: y = -(-1) * len(x) *",
            "prove.named-otherwise",
            id="two names for one thing",
        ),
        pytest.param(
            "doubled: y = 2 * x", "doubled: y = no", "prove.unnamed", id="it only ever crashes"
        ),
        pytest.param(
            "# mistake doubled: ", "# mistake doubled ", "bad-mark", id="a misspelt comment"
        ),
    ],
)
def test_faults_of_an_exercise_are_found(old: str, new: str, fault: str, tmp_path: Path) -> None:
    """Each fault is told with the line of the solution where it is written."""
    sound = SOLUTION.replace("    # mistake mean-missing: y = x @ w\n", "")
    found = proved(tmp_path, sound.replace(old, new, 1))
    assert fault in [code for code, _ in found]


@pytest.mark.parametrize(
    ("old", "new", "zh", "en"),
    [
        pytest.param(
            "def forward",
            "def froward",
            "解答没有定义 forward",
            "the solution does not define forward",
            id="another name",
        ),
        pytest.param(
            "y = x @ w / len(x)",
            "y = nothing",
            "解答在用例「{}」上出错：NameError：name 'nothing' is not defined",
            "the solution fails in the case {}: NameError: name 'nothing' is not defined",
            id="an error",
        ),
    ],
)
def test_why_a_solution_cannot_be_run_is_told_in_words(
    old: str, new: str, zh: str, en: str, tmp_path: Path
) -> None:
    """The author reads what a learner would read, with the case."""
    path = tmp_path / "linear.py"
    path.write_text(SOLUTION.replace(old, new, 1), encoding="utf-8")
    (message,) = prove(exercise(), path, seed=1)
    label = exercise().cases[0].label
    assert words(message, "zh").endswith(zh.format(label.zh))
    assert words(message, "en").endswith(en.format(label.en))


def test_a_misspelt_mark_is_told_with_the_file_that_it_is_in(tmp_path: Path) -> None:
    """The folder included, so that an editor finds it."""
    path = tmp_path / "linear.py"
    path.write_text(SOLUTION.replace("# mistake doubled: ", "# mistake doubled "), "utf-8")
    (message,) = prove(exercise(), path, seed=1)
    assert str(message.place) == f"{path}:9"


def test_a_size_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """An exercise has many: the column alone says little."""
    path = tmp_path / "linear.py"
    path.write_text(SOLUTION, encoding="utf-8")
    inputs = {**exercise().inputs, "w": Draw(draw="normal", shape=("D", "2*K"))}
    (message,) = prove(exercise(inputs=inputs), path, seed=1)
    assert words(message, "zh") == "尺寸 `2*K`：第 3 列的名字 `K` 没有定义"
    assert words(message, "en") == "the size `2*K`: column 3: `K` is not defined"


def test_the_solution_itself_is_finite_on_the_stability_axis(tmp_path: Path) -> None:
    """Else an answer that gives numbers there would be told that it breaks."""
    path, label = tmp_path / "linear.py", Text("巨大", "huge")
    path.write_text(SOLUTION.replace("    # mistake mean-missing: y = x @ w\n", ""), "utf-8")
    large = {
        "x": Draw(draw="normal", shape=("N", "D"), scale=1e200),
        "w": Draw(draw="normal", shape=("D", "M"), scale=1e200),
    }
    case = Case(label=label, sizes={"N": 3, "D": 5, "M": 4}, axis="stability", inputs=large)
    found = prove(exercise(cases=(*exercise().cases, case)), path, seed=1)
    assert [(each.code, each.values) for each in found] == [
        ("prove.not-finite", {"cases": [label]})
    ]


def test_a_missing_solution_is_a_fault(tmp_path: Path) -> None:
    """No traceback, a message with the file's name."""
    (message,) = prove(exercise(), tmp_path / "none.py", seed=1)
    assert message.code == "prove.unreadable"
